// What neighbours reported lately, told from the first word to as far as it has come.
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import type { AnyEndpoint } from '#contract/define.ts';
import { type Holder, perform, type Stage } from '../stage.ts';
import type { Cast, Scene } from '../year.ts';

const community = '110112003009';
const entrance = '110112003009007E01B03U3';

/** How far a story goes; each step takes those before it. */
const steps = [
  'reported',
  'registered',
  'dispatched',
  'accepted',
  'started',
  'handed_in',
  'signed',
  'called_back',
] as const;
type Step = (typeof steps)[number];

type Lead = 'property' | 'community';
type Story = readonly [
  daysAgo: number,
  hour: number,
  matter: string,
  lead: Lead,
  upTo: Step,
  text: string,
  result: string,
];

// biome-ignore format: a table is read by its columns.
const stories: readonly Story[] = [
  [41, 19, '0101', 'property', 'called_back', '三单元二层楼道灯不亮，晚上看不见台阶', '11月前已换灯头和感应器，全楼十二盏都查过，当晚恢复照明'],
  [33, 8, '0901', 'community', 'called_back', '楼上孩子夜里跑跳，楼下老人睡不好，想请社区说和', '社区上门两次，楼上铺了地垫，双方约好晚上九点后安静'],
  [26, 10, '0103', 'property', 'called_back', '3号楼电梯关门有异响，老人不敢坐', '维保单位更换门机皮带，试运行一天无异响'],
  [19, 17, '0102', 'property', 'called_back', '消防通道旁总有车停着，轮椅过不去', '物业划了禁停线，装了隔离桩，已告知车主'],
  [14, 9, '0901', 'community', 'called_back', '空调冷凝水滴到楼下雨棚，半夜响', '社区请两家到场，改接了冷凝水管，当晚不再滴'],
  [9, 20, '0101', 'property', 'signed', '单元门锁坏了，谁都能进', '物业更换门锁和闭门器，已逐户通知新门卡'],
  [6, 11, '0901', 'community', 'handed_in', '一层住户在楼道里堆纸箱，两家为这事吵起来', '社区和楼门长一起上门，纸箱已清走，住户答应不再堆放'],
  [4, 18, '0103', 'property', 'started', '电梯停在五层不动，八十多岁的老人下不了楼', ''],
  [3, 7, '0102', 'property', 'accepted', '地下车库入口照明坏了一半，倒车看不清', ''],
  [2, 21, '0101', 'property', 'dispatched', '垃圾桶满了两天没换，楼下有味', ''],
  [1, 9, '0901', 'community', 'started', '楼上漏水把楼下卧室顶泡了，两家说不到一起', ''],
  [1, 19, '0101', 'property', 'registered', '楼门口的坡道裂了一块，推婴儿车容易卡住', ''],
  [0, 0, '0801', 'property', 'reported', '有人从六层拉电线下来给电动车充电', ''],
  [0, 1, '0101', 'property', 'reported', '二单元声控灯一直亮着关不掉', ''],
];

export function caseScenes(cast: Cast): Scene[] {
  return stories.map((story) => ({ daysAgo: story[0], hour: story[1], play: () => tell(cast, story) }));
}

async function tell(cast: Cast, [, , matterCode, lead, upTo, text, result]: Story): Promise<void> {
  const { stage } = cast;
  const crew = crewOf(cast, lead);
  const areaId = cast.places.get(entrance)?.areaId ?? '';
  const report = { text, matterCode, areaId, placeText: '' };
  const { caseId } = await perform(stage, cast.persona('mother'), cases.reportCase, { body: report });

  // Reporting drafts and submits it.
  let version = 2;
  const act = async (minutes: number, who: Holder, endpoint: AnyEndpoint, body: object = {}) => {
    later(stage, minutes);
    const request = { params: { caseId }, body: { ...body, version } };
    version = ((await perform(stage, who, endpoint, request as never)) as CaseMoved).version;
  };
  const told: Record<Exclude<Step, 'reported'>, () => Promise<void>> = {
    registered: () =>
      act(12, crew.secretary, cases.registerCase, { matterCode, areaId, urgency: 'ordinary' }),
    dispatched: () => act(9, crew.secretary, cases.dispatchCase, { lead: crew.unit }),
    accepted: () => act(20, crew.handler, cases.acceptCase),
    started: async () => {
      await act(15, crew.handler, cases.contactRequester, { way: 'phone', outcome: 'reached' });
      await act(40, crew.handler, cases.startCase);
    },
    handed_in: () => act(300, crew.handler, cases.submitResult, { result }),
    signed: async () => {
      await act(60, crew.secretary, cases.reviewApprove);
      await act(90, crew.deputy, cases.reviewApprove);
    },
    called_back: async () => {
      await act(30, crew.caller, cases.beginConfirmation);
      await act(600, crew.caller, cases.confirmPass, { solved: 'yes', satisfaction: 'satisfied' });
    },
  };
  for (const step of steps.slice(1, steps.indexOf(upTo) + 1)) await told[step as Exclude<Step, 'reported'>]();
}

/** Who does what of a case: the community or the property company leads, others sign, and somebody else calls. */
function crewOf(cast: Cast, lead: Lead) {
  const handler = cast.persona(lead === 'property' ? 'property' : 'community_clerk');
  const unitId = lead === 'property' ? handler.posts[0]?.organisationId : cast.places.get(community)?.areaId;
  const caller = [...cast.holders.values()].find((one) =>
    one.posts.some((post) => post.role === 'callback_operator'),
  );
  if (!unitId || !caller) throw new Error('the cases of the demo lack a unit or a caller');
  return {
    handler,
    caller,
    secretary: cast.persona('community_secretary'),
    deputy: cast.persona('deputy'),
    unit: { kind: lead === 'property' ? 'organisation' : 'area', unitId },
  };
}

/** Moves the clock on, never past the real now. */
function later(stage: Stage, minutes: number): void {
  const wanted = new Date(stage.clock.now().getTime() + minutes * 60_000);
  stage.clock.set(wanted < stage.end ? wanted : stage.end);
}

// A few things the whole street talked about: a leak down five floors, a pot on the stove, parking, snow, wires.
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { groupCases } from '#contract/cases/suggest.ts';
import { type Random, random } from '../random.ts';
import { goTo, perform, type Stage } from '../replay/stage.ts';
import type { Imagined } from './imagine.ts';
import { type Neighbourhood, type Office, placeOf } from './people.ts';
import { act, tellCase } from './tell.ts';
import { type Theme, themes } from './themes.ts';

interface Line {
  daysAgo: number;
  hour: number;
  matter: string;
  text: string;
  result: string;
}

/** Told once each, in the words of those who live there. */
const lines: readonly Line[] = [
  {
    daysAgo: 5,
    hour: 18,
    matter: '0101',
    text: '智能门锁没电，老人把钥匙落在屋里，灶上还炖着汤，锅已经冒烟',
    result: '物业先断了楼道燃气阀，开锁师傅八分钟到场，锅烧干了人没事，已给老人装了机械钥匙',
  },
  {
    daysAgo: 17,
    hour: 8,
    matter: '0102',
    text: '地铁口共享车位全被早高峰外来车占满，夜班回来的护士绕了四圈停不进来',
    result: '居民议事会定了错时停车办法，六十二户登记，早七点到九点有人在路口引导',
  },
  {
    daysAgo: 300,
    hour: 7,
    matter: '0505',
    text: '昨夜下大雪，东门坡道结冰，轮椅和婴儿车都上不来',
    result: '物业、楼门长和二十多位邻居一起铲雪撒沙，中午前坡道和主路都通了',
  },
  {
    daysAgo: 11,
    hour: 21,
    matter: '0802',
    text: '三单元从五层拉下来两根线给电动车充电，接头就挂在雨棚上',
    result: '当晚收走电线，车推到充电棚，棚里加了六个口，邻居们约好互相提醒',
  },
];

const leakDaysAgo = 2;
const leakFloors = [7, 6, 5, 4, 3] as const;

export async function tellStory(stage: Stage, office: Office, daysAgo: number): Promise<void> {
  for (const line of lines.filter((one) => one.daysAgo === daysAgo)) {
    goTo(stage, daysAgo, line.hour);
    await tellCase(stage, office, imaginedOf(line));
  }
  if (daysAgo === leakDaysAgo) await tellLeak(stage, office);
}

const themeOf = (matter: string): Theme => {
  const theme = themes.find((one) => one.matter === matter);
  if (!theme) throw new Error(`no theme for ${matter}`);
  return theme;
};

const imaginedOf = ({ daysAgo, hour, matter, text, result }: Line): Imagined => ({
  kind: 'resident_report',
  theme: themeOf(matter),
  fate: 'ordinary',
  text,
  result,
  minute: hour * 60,
  requester: { name: '邻居', phone: '19900000000' },
  chance: random(`story ${daysAgo}`),
});

/** One pipe, five floors, five reports: the community finds the root and makes one case of them. */
async function tellLeak(stage: Stage, office: Office): Promise<void> {
  const chance: Random = random('leak');
  const here: Neighbourhood = chance.pick(office.neighbourhoods);
  const areaId = placeOf(chance.pick(here.wardens));
  const clerk = chance.pick(here.clerks);
  const reported: CaseMoved[] = [];
  for (const [place, floor] of leakFloors.entries()) {
    goTo(stage, leakDaysAgo, 19, 7 * place);
    reported.push(
      await perform(stage, clerk, cases.openCase, {
        body: {
          kind: 'resident_report',
          channel: 'visit',
          text: `${floor}层卫生间顶上往下滴水，${floor === 7 ? '像是楼上主管裂了' : '楼上那家也在漏'}`,
          areaId,
          matterCode: '0201',
          requester: { name: `${'王李张刘陈'[place] ?? '赵'}女士`, phone: `1990000010${place}` },
        } as never,
      }),
    );
  }
  const [root, ...others] = reported;
  if (!root) return;
  goTo(stage, leakDaysAgo, 20, 10);
  const on = await act(stage, root, {
    who: here.secretary,
    endpoint: cases.registerCase,
    body: () => ({ matterCode: '0201', areaId, urgency: 'livelihood' }),
  });
  goTo(stage, leakDaysAgo, 20, 20);
  await perform(stage, here.secretary, groupCases, {
    params: { caseId: on.caseId },
    body: { caseIds: others.map(({ caseId }) => caseId), note: '同一根主管，一起修', version: on.version },
  });
}

// A few things the whole street talked about: leaks down a stairwell, a pot on the stove, parking, snow, wires.

import { openCase, registerCase } from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { groupCases } from '#contract/cases/suggest.ts';
import { random } from '../random.ts';
import { goTo, perform, type Stage } from '../replay/stage.ts';
import { callBack, makePublic, sign } from './closing.ts';
import { crewOf } from './crew.ts';
import type { Imagined } from './imagine.ts';
import { handOut } from './intake.ts';
import { type Office, placeOf } from './people.ts';
import type { Picture } from './pictures.ts';
import { taleOf, untilEnough } from './tale.ts';
import { tellCase } from './tell.ts';
import { type Theme, themes } from './themes.ts';
import { work } from './work.ts';

interface Line {
  daysAgo: number;
  hour: number;
  matter: string;
  pictures: Picture;
  text: string;
  result: string;
}

/** Told once each, in the words of those who live there. */
const lines: readonly Line[] = [
  {
    daysAgo: 5,
    hour: 8,
    matter: '0101',
    pictures: 'lock',
    text: '智能门锁没电，老人把钥匙落在屋里，灶上还炖着汤，锅已经冒烟',
    result: '物业先断了楼道燃气阀，开锁的八分钟到场，锅烧干了人没事，已给老人装了机械钥匙',
  },
  {
    daysAgo: 17,
    hour: 8,
    matter: '0102',
    pictures: 'parking',
    text: '地铁口共享车位全被早高峰外来车占满，夜班回来的护士绕了四圈停不进来',
    result: '居民议事会定了错时停车办法，六十二户登记，早七点到九点有人在路口引导',
  },
  {
    daysAgo: 300,
    hour: 7,
    matter: '0505',
    pictures: 'snow',
    text: '昨夜下大雪，东门坡道结冰，轮椅和婴儿车都上不来',
    result: '物业、楼门长和二十多位邻居一起铲雪撒沙，中午前坡道和主路都通了',
  },
  {
    daysAgo: 11,
    hour: 18,
    matter: '0802',
    pictures: 'wires',
    text: '三单元从五层拉下来两根线给电动车充电，接头就挂在雨棚上',
    result: '当晚收走电线，车推到充电棚，棚里加了六个口，邻居们约好互相提醒',
  },
];

interface Group {
  daysAgo: number;
  hour: number;
  matter: string;
  floors: readonly number[];
  /** `{层}` is the floor; the first one is of who lives nearest to the cause. */
  first: string;
  others: string;
  note: string;
  result: string;
}

/** One cause, one stairwell, several reports: the community makes one case of them. */
const groups: readonly Group[] = [
  {
    daysAgo: 4,
    hour: 9,
    matter: '0201',
    floors: [7, 6, 5, 4, 3],
    first: '{层}层卫生间顶上往下滴水，像是楼上主管裂了',
    others: '{层}层卫生间顶上往下滴水，楼上那家也在漏',
    note: '同一根主管，一起修',
    result: '查到七层到八层的主管接口开裂，更换一节铸铁管，五层楼逐户看过不再滴水',
  },
  {
    daysAgo: 320,
    hour: 19,
    matter: '0604',
    floors: [2, 3, 4, 6],
    first: '{层}层暖气一点不热，整个单元都冷',
    others: '{层}层暖气也凉了，家里有老人',
    note: '同一组立管，一起修',
    result: '立管阀门卡死，当晚更换并排气，各户室温都到二十度以上',
  },
  {
    daysAgo: 96,
    hour: 7,
    matter: '0103',
    floors: [11, 9, 14],
    first: '{层}层等不来电梯，两部停了一部',
    others: '{层}层下不了楼，电梯又停了',
    note: '同一部电梯，一起修',
    result: '更换曳引机编码器，检验合格后恢复运行，停梯期间有人帮老人上下楼',
  },
];

export async function tellStory(stage: Stage, office: Office, daysAgo: number): Promise<void> {
  for (const line of lines.filter((one) => one.daysAgo === daysAgo)) {
    goTo(stage, daysAgo, line.hour);
    await tellCase(stage, office, imaginedOf(line, `story ${daysAgo}`));
  }
  for (const group of groups.filter((one) => one.daysAgo === daysAgo)) await tellGroup(stage, office, group);
}

const themeOf = (matter: string): Theme => {
  const theme = themes.find((one) => one.matter === matter);
  if (!theme) throw new Error(`no theme for ${matter}`);
  return theme;
};

const imaginedOf = (
  { matter, hour, text, result, pictures }: Omit<Line, 'pictures'> & { pictures?: Picture },
  seed: string,
): Imagined => ({
  kind: 'resident_report',
  theme: themeOf(matter),
  fate: 'ordinary',
  text,
  result,
  minute: hour * 60,
  requester: { name: '邻居', phone: '19900000000' },
  pace: 240,
  isPublic: true,
  ...(pictures ? { pictures } : {}),
  chance: random(seed),
});

async function tellGroup(stage: Stage, office: Office, group: Group): Promise<void> {
  const { daysAgo, hour, matter, floors, result } = group;
  const chance = random(`group ${daysAgo}`);
  const here = chance.pick(office.neighbourhoods);
  const areaId = placeOf(chance.pick(here.wardens));
  const clerk = chance.pick(here.clerks);
  const reported: CaseMoved[] = [];
  for (const [place, floor] of floors.entries()) {
    goTo(stage, daysAgo, hour, 7 * place);
    const body = {
      kind: 'resident_report' as const,
      channel: 'visit' as const,
      text: (place === 0 ? group.first : group.others).replace('{层}', String(floor)),
      areaId,
      matterCode: matter,
      requester: { name: `${'王李张刘陈'[place]}女士`, phone: `1990${daysAgo % 10}00010${place}` },
    };
    reported.push(await perform(stage, clerk, openCase, { body: body as never }));
  }
  const [root, ...others] = reported;
  if (!root) return;
  const imagined = { ...imaginedOf({ ...group, text: '', result }, `group ${daysAgo}`), pace: 200 };
  const tale = taleOf({ stage, office, here, imagined }, root);
  await untilEnough(async () => {
    await tale.act(40, here.secretary, registerCase, () => ({
      matterCode: matter,
      areaId,
      urgency: 'livelihood',
    }));
    await perform(stage, here.secretary, groupCases, {
      params: { caseId: root.caseId },
      body: { caseIds: others.map(({ caseId }) => caseId), note: group.note, version: tale.on().version },
    });
    await tale.refresh();
    const crew = crewOf(office, here, imagined, { leadId: null });
    if (!crew || !(await handOut(tale, crew))) return;
    const done = await work(tale, crew);
    await sign(tale, done);
    await callBack(tale, done);
    await makePublic(tale);
  });
}

// The duty list and the dispatch directory of the demo, by the two sheets that a street imports.
import { addDays } from '#kernel/calendar/time.ts';
import type { DirectoryLine, DutyLine } from '#modules/cases/imports/duty.ts';
import { matters } from '../../packs/matters.ts';
import { as, type Stage } from '../replay/stage.ts';
import type { Office } from './people.ts';
import { themes } from './themes.ts';

const rowsAtOnce = 200;

/** Which section answers for a branch of matters. */
const sections: Readonly<Record<string, string>> = {
  '01': '社区建设办公室',
  '02': '社区建设办公室',
  '03': '城市管理办公室',
  '04': '城市管理办公室',
  '05': '平安建设办公室',
  '06': '城市管理办公室',
  '07': '城市管理办公室',
  '08': '平安建设办公室',
  '09': '平安建设办公室',
  '10': '经济发展办公室',
  '11': '民生保障办公室',
  '12': '民生保障办公室',
  '13': '民生保障办公室',
  '14': '民生保障办公室',
  '15': '城市管理办公室',
  '16': '市民活动中心',
  '17': '社区建设办公室',
  '18': '经济发展办公室',
  '19': '纪检监察办公室',
  '20': '综合保障办公室',
};

/** The name of the section that answers for a matter. */
export const sectionOf = (matter: string): string => sections[matter.slice(0, 2)] ?? '';

/** What is done about any matter, and how often. */
const tasks: readonly (readonly [text: string, frequency: string])[] = [
  ['受理{事}方面的诉求，当天联系', '随时'],
  ['到现场核实{事}的情况，拍照留存', '每件'],
  ['协调{事}的责任单位，定时间定人', '每件'],
  ['每月汇总{事}的件数和办理结果', '每月'],
  ['会同社区入户了解{事}的困难', '每季度'],
  ['公开{事}的办理流程和电话', '每年'],
  ['排查{事}反复发生的点位', '每月'],
  ['对{事}的重点点位一点一策', '每季度'],
  ['组织居民议事会讨论{事}', '每季度'],
  ['督促{事}的承办单位按期答复', '每周'],
  ['回看已办结的{事}有没有反弹', '每月'],
  ['宣传{事}的规定和办法', '每季度'],
  ['把{事}的疑难件报街道会商', '每月'],
  ['配合区级部门做好{事}的专项工作', '按通知'],
  ['整理{事}的档案和照片', '每年'],
];

export function dutyLines(): DutyLine[] {
  return matters
    .filter(({ parentCode }) => parentCode !== null)
    .flatMap(({ code, name, parentCode, communityDuty }) =>
      tasks.map(
        ([text, frequency], place): DutyLine => ({
          code: `${code}-${String(place + 1).padStart(2, '0')}`,
          text: text.replace('{事}', name),
          category: matters.find((one) => one.code === parentCode)?.name ?? '',
          owner: sectionOf(code),
          leader: '分管领导',
          communityDuty,
          frequency,
          matters: code,
        }),
      ),
    )
    .concat(moreDuties());
}

/** What the housing branches have on top: 1,108 in all, as many as the list of the street names. */
const moreDuties = (): DutyLine[] =>
  matters
    .filter(({ parentCode }) => parentCode !== null)
    .slice(0, 13)
    .map(({ code, name }) => ({
      code: `${code}-16`,
      text: `雨季和入冬前专项检查${name}`,
      category: '专项检查',
      owner: sectionOf(code),
      leader: '分管领导',
      frequency: '每年两次',
      matters: code,
    }));

/** One line for every matter: a community leads what its list names, a company what is inside its estate. */
export function directoryLines(validFrom?: string): DirectoryLine[] {
  const ofProperty = new Set(themes.filter(({ lead }) => lead === 'property').map(({ matter }) => matter));
  return matters
    .filter(({ parentCode }) => parentCode !== null)
    .map(({ code, communityDuty }) => {
      const section = sectionOf(code);
      const dutyItem = `${code}-01`;
      if (communityDuty === 'lead')
        return {
          matter: code,
          lead: '所在社区',
          helpers: section,
          rule: '社区职责清单内，街道科室指导',
          validFrom,
          dutyItem,
        };
      if (ofProperty.has(code))
        return {
          matter: code,
          lead: '所在小区物业',
          helpers: `所在社区、${section}`,
          rule: '小区内由物业先办，社区协助',
          validFrom,
          dutyItem,
        };
      const helpers = communityDuty === 'assist' ? '所在社区' : '';
      return { matter: code, lead: section, helpers, rule: '街道科室主办', validFrom, dutyItem };
    });
}

/** Through the import, as the dispatcher who keeps both lists. */
export async function plantDuties(stage: Stage, office: Office): Promise<void> {
  const [keeper] = office.of('dispatcher');
  const imports = stage.kernel.modules.flatMap((module) => module.imports ?? []);
  const given: readonly (readonly [string, readonly unknown[]])[] = [
    ['duty_items', dutyLines()],
    ['dispatch_directory', directoryLines(addDays(stage.today, -365))],
  ];
  for (const [name, lines] of given) {
    const sheet = imports.find((one) => one.name === name);
    if (!keeper || !sheet) throw new Error(`nobody keeps ${name}`);
    const rows = lines.map((line) => sheet.schema.parse(line));
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const some = rows.slice(from, from + rowsAtOnce);
      const context = as(stage, keeper);
      if (sheet.saveBatch) await sheet.saveBatch(context, some, { mode: 'add_only' });
      else for (const row of some) await sheet.save(context, row, { mode: 'add_only' });
    }
  }
}

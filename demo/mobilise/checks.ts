// Once a month the community draws rows of its ledger of hours and publishes what it found; now and then a neighbour
// objects to a proof, and the office answers.
import { drawSpotCheck } from '#contract/attendance/desk.ts';
import {
  decideHoursObjection,
  listHoursObjections,
  listNoticedCertificates,
  objectToHours,
  publishCheck,
} from '#contract/attendance/notice.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import { perform, type Stage } from '../replay/stage.ts';
import { homeOf } from './now.ts';
import type { Party } from './parties.ts';
import { dayMs, hourMs, type Week } from './scenes.ts';

const checkEveryWeeks = 4;
const objectionEveryWeeks = 8;
const seeds = ['晴', '小雪', '大风', '石榴', '运河', '银杏'] as const;

export async function checksInWeek(week: Week, office: Office, weeksAgo: number): Promise<void> {
  const { stage, monday } = week;
  if (weeksAgo % checkEveryWeeks === 1) await apart(stage, `check ${monday}`, () => check(week, office));
  if (weeksAgo % objectionEveryWeeks === 2)
    await apart(stage, `objection to hours ${monday}`, () => object(week, office, weeksAgo === 2));
}

async function check({ stage, chance, monday }: Week, office: Office): Promise<void> {
  const here = homeOf(office);
  const at = instantOn(addDays(monday, 4), 16 * hourMs);
  if (!here || at >= stage.end) return;
  stage.clock.set(at);
  const asked = {
    ...{ areaId: here.areaId, seed: chance.pick(seeds), count: 10 },
    ...{ from: addDays(monday, -28), to: addDays(monday, -1) },
  };
  const { items } = await perform(stage, here.secretary, drawSpotCheck, { query: asked });
  if (items.length === 0) return;
  const wrongIds = chance.chance(0.3) ? items.slice(0, 1).map(({ entryId }) => entryId) : [];
  const result = wrongIds.length > 0 ? '一条签退时间与签到表不符，已提交更正' : '与签到表、现场照片一致';
  await perform(stage, here.secretary, publishCheck, { body: { ...asked, wrongIds, result } });
}

/** Nobody objects to a proof of the own family: the first neighbour who may. */
async function objectAs(stage: Stage, neighbours: readonly Party[]): Promise<boolean> {
  for (const { holder } of neighbours) {
    const { items } = await perform(stage, holder, listNoticedCertificates, { query: { limit: 20 } });
    const one = items.find(({ can }) => can.object === true);
    if (!one) continue;
    const params = { kind: 'certificate', subjectId: one.certificateId } as const;
    const body = { text: '那天活动下雨提前散了，请核对一下时长。' };
    await perform(stage, holder, objectToHours, { params, body });
    return true;
  }
  return false;
}

const neighboursAsked = 4;

/** The newest waits for its answer. */
async function object(week: Week, office: Office, isLast: boolean): Promise<void> {
  const { stage, chance, monday, parties } = week;
  const at = instantOn(addDays(monday, 5), 19 * hourMs);
  if (at >= stage.end) return;
  stage.clock.set(at);
  if (!(await objectAs(stage, chance.sample(parties, neighboursAsked)))) return;
  const [chief] = office.of('section_chief');
  if (isLast || !chief) return;
  stage.clock.set(new Date(at.getTime() + 2 * dayMs));
  const open = await perform(stage, chief, listHoursObjections, { query: { limit: 50 } });
  for (const { objectionId, can } of open.items)
    if (can.decide === true)
      await perform(stage, chief, decideHoursObjection, {
        params: { objectionId },
        body: { uphold: false, reason: '核对过签到签退时间，提前散场的已按实际时间记' },
      });
}

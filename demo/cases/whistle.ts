// 吹哨报到: units called together for one case come, report, and are judged, and judge in turn.
import { reviewApprove } from '#contract/cases/endpoints.ts';
import * as joint from '#contract/cases/joint/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import type { Holder } from '../replay/stage.ts';
import { unitOf } from './crew.ts';
import { other, unitIdOf } from './people.ts';
import type { Tale } from './tale.ts';
import * as words from './words.ts';

const hour = 60;
const day = 24 * hour;

interface Called {
  assignmentId: string;
  who: Holder;
}

export async function whistle(tale: Tale, handler: Holder): Promise<void> {
  const { office, here, imagined } = tale;
  const { chance } = imagined;
  const [lead, ...others] = called(tale, handler);
  if (!lead) return;
  const type = chance.weighted([
    ['public_demand', 5],
    ['joint_enforcement', 3],
    ['key_task', 1],
    ['emergency', 1],
  ] as const);
  let blown = await tale.act(chance.between(hour, day), here.secretary, joint.blowWhistle, (now) => ({
    whistleType: type,
    lead: unitOf(lead),
    others: others.map(unitOf),
    reason: chance.pick(words.whistleReasons),
    ...(type === 'joint_enforcement'
      ? { arriveBy: new Date(now.getTime() + 30 * 3_600_000).toISOString() }
      : {}),
  }));
  await tale.refresh();
  tale.reached('blown');
  const units = await assignmentsOf(tale, blown, [lead, ...others]);
  const step = async (after: number, who: Holder, endpoint: typeof joint.acknowledge, more: object) => {
    blown = await tale.act(after, who, endpoint, () => more, blown);
  };
  for (const [acknowledge, mark] of [
    [joint.acknowledge, 'acknowledged'],
    [joint.arrive, 'arrived'],
  ] as const) {
    for (const { who, assignmentId } of units)
      await step(chance.between(10, 5 * hour), who, acknowledge as typeof joint.acknowledge, {
        assignmentId,
      });
    tale.reached(mark);
  }
  // The leading unit reports last, for all.
  for (const { who, assignmentId } of units.toReversed())
    await step(chance.between(hour, 10 * hour), who, joint.reportResponse as never, {
      assignmentId,
      report: chance.pick(words.whistleReports),
    });
  const chief = other(chance, office.of('section_chief'), [lead]);
  blown = await tale.act(chance.between(hour, 10 * hour), chief, reviewApprove, undefined, blown);
  await judge(tale, blown, units);
  await tale.refresh();
}

/** A section leads; a unit of the district comes along. */
function called({ office, imagined }: Tale, handler: Holder): Holder[] {
  const { chance } = imagined;
  const sections = office.sections.filter(([one]) => one && unitIdOf(one) !== unitIdOf(handler));
  const units = [chance.pick(sections), ...chance.sample(office.departments, chance.between(1, 2))];
  return units.flatMap((people) => (people.length > 0 ? [chance.pick(people)] : []));
}

async function assignmentsOf(
  { stage }: Tale,
  { caseId }: CaseMoved,
  people: readonly Holder[],
): Promise<Called[]> {
  const rows = await stage.db
    .selectFrom('case_assignments')
    .select(['id', 'unit_id'])
    .where('street_id', '=', stage.street.streetId)
    .where('case_id', '=', caseId)
    .execute();
  return people.flatMap((who) => {
    const row = rows.find(({ unit_id }) => unit_id === unitIdOf(who));
    return row ? [{ who, assignmentId: row.id }] : [];
  });
}

async function judge(tale: Tale, reviewed: CaseMoved, units: readonly Called[]): Promise<void> {
  const { here, imagined } = tale;
  const { chance } = imagined;
  const grade = () =>
    chance.weighted([
      ['good', 8],
      ['fair', 3],
      ['poor', 1],
    ] as const);
  let on = reviewed;
  for (const { assignmentId } of units)
    on = await tale.act(
      chance.between(hour, 10 * hour),
      here.secretary,
      joint.evaluateResponder,
      () => ({
        assignmentId,
        timeliness: grade(),
        quality: grade(),
        attitude: 'good',
        note: chance.pick(words.evaluationNotes),
      }),
      on,
    );
  for (const { who, assignmentId } of units)
    on = await tale.act(
      chance.between(10, 5 * hour),
      who,
      joint.evaluateBlower,
      () => ({ assignmentId, justified: 'good', clarity: grade() }),
      on,
    );
}

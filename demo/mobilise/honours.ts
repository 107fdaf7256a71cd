// What the office records by hand and what is put right: contributions under public notice, an objection, hours that
// were wrong, proofs of service, points given away.

import { sql } from 'kysely';
import { correctHours, listHours } from '#contract/attendance/desk.ts';
import {
  approveCorrection,
  confirmHours,
  issueCertificate,
  listCertifiable,
  requestHours,
} from '#contract/attendance/endpoints.ts';
import {
  decideObjection,
  decideRequest,
  listNotice,
  listObjections,
  listRequests,
  listRules,
  objectToPoints,
  requestGrant,
} from '#contract/points/endpoints.ts';
import { donatePoints } from '#contract/points/mine.ts';
import type { DeskSource } from '#contract/points/sources.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import { perform, type Stage } from '../replay/stage.ts';
import { checksInWeek } from './checks.ts';
import { clerkOf, homeOf } from './now.ts';
import { partiesOf } from './parties.ts';
import { dayMs, hourMs, minuteMs, type Week } from './scenes.ts';

type Gift = readonly [source: DeskSource, times: number, reason: string];

const gifts: readonly Gift[] = [
  ['space_lent', 1, '腾出会议室给社区议事会'],
  ['jobs_offered', 1, '给社区两位待业青年提供岗位'],
  ['discount_given', 1, '重阳节给老人让利'],
  ['problem_fixed', 2, '出工出料，修好小区门口的坡道'],
  ['space_lent', 2, '周末停车场向居民错时开放'],
];

const giftEveryWeeks = 3;
const correctionEveryWeeks = 6;

export async function honoursInWeek(week: Week, office: Office, weeksAgo: number): Promise<void> {
  const { stage, monday } = week;
  if (weeksAgo % giftEveryWeeks === 0)
    await apart(stage, `gift ${monday}`, () => gift(week, office, weeksAgo));
  if (weeksAgo % correctionEveryWeeks === 1)
    await apart(stage, `correction ${monday}`, () => putRight(week, office, weeksAgo === 1));
  if (weeksAgo % correctionEveryWeeks === 2)
    await apart(stage, `by hand ${monday}`, () => backfill(week, office));
  await apart(stage, `certificate ${monday}`, () => certify(week));
  if (weeksAgo % giftEveryWeeks === 0) await apart(stage, `donation ${monday}`, () => donate(week));
  await checksInWeek(week, office, weeksAgo);
}

/** An enterprise gave something: recorded, where it is much decided by a second person, under notice, objected to. */
async function gift(week: Week, office: Office, weeksAgo: number): Promise<void> {
  const { stage, chance, monday } = week;
  const [manager] = office.of('activity_manager');
  const [chief] = office.of('section_chief');
  const ruleId = manager && (await ruleFor(stage, manager));
  const to = chance.pick(await givers(stage));
  if (!manager || !chief || !ruleId || !to) return;
  const recorded = instantOn(addDays(monday, 2), 10 * hourMs);
  if (recorded >= stage.end) return;
  stage.clock.set(recorded);
  const [source, quantity, reason] = gifts[weeksAgo % gifts.length] ?? ['other', 1, '其他贡献'];
  const evidence = `台账 ${monday.replaceAll('-', '')}-${weeksAgo}`;
  const { requestId, state } = await perform(stage, manager, requestGrant, {
    body: { to, source, ruleId, quantity, evidence, reason },
  });
  // The last one still waits for the second person, where it is much.
  if (state === 'waiting' && weeksAgo > 0) {
    stage.clock.advance(5 * hourMs);
    const { items } = await perform(stage, chief, listRequests, { query: { state: 'waiting', limit: 100 } });
    const version = items.find((one) => one.requestId === requestId)?.version ?? 1;
    const body = { grant: true, reason: '材料齐全，已现场看过', version };
    await perform(stage, chief, decideRequest, { params: { requestId }, body });
  }
  if (weeksAgo % (2 * giftEveryWeeks) === 0) await object(week, office, to, weeksAgo);
}

/** A neighbour doubts it; a chief looks into it within the week of notice. The newest waits to be decided. */
async function object(week: Week, office: Office, to: string, weeksAgo: number): Promise<void> {
  const { stage, chance, parties } = week;
  const { holder } = chance.pick(parties);
  stage.clock.advance(dayMs);
  if (stage.clock.now() >= stage.end) stage.clock.set(new Date(stage.end.getTime() - minuteMs));
  const { items } = await perform(stage, holder, listNotice, { query: { limit: 100 } });
  const notice = items.find(({ who }) => who === to);
  if (!notice) return;
  const text = '这家占着便道没挪，给分之前请再看一看。';
  await perform(stage, holder, objectToPoints, { params: { holdId: notice.holdId }, body: { text } });
  if (weeksAgo < 2 * giftEveryWeeks) return;
  stage.clock.advance(2 * dayMs);
  const [chief] = office.of('section_chief');
  if (!chief) return;
  const open = (await perform(stage, chief, listObjections, { query: { limit: 50 } })).items.filter(
    ({ state }) => state === 'open',
  );
  for (const { objectionId } of open) {
    const uphold = chance.chance(0.3);
    const reason = uphold ? '情况属实，整改后再申请' : '已到场看过，便道是通的';
    await perform(stage, chief, decideObjection, { params: { objectionId }, body: { uphold, reason } });
  }
}

async function ruleFor(stage: Stage, manager: Parameters<typeof perform>[1]): Promise<string | undefined> {
  const { items } = await perform(stage, manager, listRules, {});
  return items.find(({ isNewest, uses }) => isNewest && uses.some(({ source }) => source === 'space_lent'))
    ?.ruleId;
}

/** Names of enterprises and merchants of the register, always in one order. */
async function givers(stage: Stage): Promise<string[]> {
  const rows = await stage.db
    .selectFrom('organisations')
    .select('name')
    .where('street_id', '=', stage.street.streetId)
    .where('status', '=', 'active')
    .where('kind', 'in', ['enterprise', 'merchant'])
    .orderBy('name')
    .limit(40)
    .execute();
  return rows.map(({ name }) => name);
}

/** Somebody's phone was left behind: other minutes, asked for by the clerk and signed by the secretary. */
async function putRight(week: Week, office: Office, isLast: boolean): Promise<void> {
  const { stage, chance, monday } = week;
  const here = homeOf(office);
  const clerk = here && clerkOf(here);
  if (!here || !clerk) return;
  const asked = new Date(instantOn(addDays(monday, 6), 20 * hourMs));
  stage.clock.set(asked < stage.end ? asked : stage.end);
  const { items } = await perform(stage, clerk, listHours, { query: { limit: 40, areaId: here.areaId } });
  const mine = new Set([clerk.personId, here.secretary.personId]);
  const [one, other] = chance.sample(
    items.filter(({ minutes, personId, corrects }) => minutes > 40 && !corrects && !mine.has(personId)),
    2,
  );
  for (const [index, entry] of [one, other].entries()) {
    if (!entry || (index === 1 && !isLast)) continue;
    const body = { minutes: entry.minutes - 30, reason: '提前半小时离开，忘了扫码' };
    const { requestId } = await perform(stage, clerk, correctHours, {
      params: { entryId: entry.entryId },
      body,
    });
    // Of the last two, one still waits for the secretary.
    if (index === 1) continue;
    stage.clock.advance(stage.clock.now() < stage.end ? 30 * minuteMs : 0);
    await perform(stage, here.secretary, approveCorrection, { params: { requestId } });
  }
}

/** Who was there and forgot to sign in: by hand, confirmed by a second person of the place. */
async function backfill({ stage, monday }: Week, office: Office): Promise<void> {
  const here = homeOf(office);
  const clerk = here && clerkOf(here);
  if (!here || !clerk) return;
  const over = instantOn(addDays(monday, 6), 21 * hourMs);
  stage.clock.set(over < stage.end ? over : stage.end);
  const { rows } = await sql<Forgotten>`
    select p.session_id, p.person_id, s.starts_at, s.ends_at from sign_ups p
    join activity_sessions s on s.street_id = ${stage.street.streetId} and s.id = p.session_id
    where p.street_id = ${stage.street.streetId} and p.state = 'confirmed' and s.area_path like ${`${here.path}%`}
      and s.starts_at >= ${instantOn(monday).toISOString()} and s.ends_at < ${stage.clock.now().toISOString()}
      and not exists (select 1 from scans c where c.street_id = ${stage.street.streetId}
        and c.session_id = p.session_id and c.person_id = p.person_id)
    order by p.session_id, p.person_id limit 1`.execute(stage.db);
  const [one] = rows;
  if (!one) return;
  const { requestId } = await perform(stage, clerk, requestHours, {
    params: { sessionId: one.session_id },
    body: {
      personId: one.person_id,
      startedAt: new Date(one.starts_at).toISOString(),
      endedAt: new Date(one.ends_at).toISOString(),
      reason: '手机没电，现场签了纸',
    },
  });
  await perform(stage, here.secretary, confirmHours, { params: { requestId } });
}

interface Forgotten {
  session_id: string;
  person_id: string;
  starts_at: string;
  ends_at: string;
}

/** Not everybody has hours to prove yet: so many are asked until one has. */
const holdersAsked = 20;

async function certify(week: Week): Promise<void> {
  const { stage, chance, monday, parties } = week;
  const asked = instantOn(addDays(monday, 3), 21 * hourMs);
  if (asked >= stage.end) return;
  stage.clock.set(asked);
  for (const { holder } of chance.sample(parties, holdersAsked)) {
    const { organisations } = await perform(stage, holder, listCertifiable, {});
    const [first] = organisations;
    if (!first) continue;
    const { personId, organisationId, fromOn, toOn } = first;
    await perform(stage, holder, issueCertificate, { body: { personId, organisationId, fromOn, toOn } });
    return;
  }
}

const donationOf = 10;

async function donate(week: Week): Promise<void> {
  const { stage, chance, monday } = week;
  // The week was spent since it began.
  const able = (await partiesOf(stage)).filter(({ points }) => points >= 2 * donationOf);
  const asked = instantOn(addDays(monday, 5), 20 * hourMs);
  if (able.length === 0 || asked >= stage.end) return;
  stage.clock.set(asked);
  await perform(stage, chance.pick(able).holder, donatePoints, { body: { amount: donationOf } });
}

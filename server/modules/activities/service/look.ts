import type * as endpoints from '#contract/activities/mine.ts';
import type { CandidateRecord, MySignUp } from '#contract/activities/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Companion } from '#contract/families/records.ts';
import { addDays, ageOn, dayOf, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { companions } from '#modules/families/index.ts';
import { personFacts } from '#modules/people/index.ts';
import { areaChain, getArea } from '#modules/territory/index.ts';
import { mayCome, overlaps } from '../rules.ts';
import {
  type ActivityRow,
  activitiesByIds,
  browseRows,
  countBrowsed,
  getActivityRow,
} from '../store/activities.ts';
import { getSessionRow, postsOf, type SessionRow, sessionsOf } from '../store/sessions.ts';
import { bookingsOf, countAhead, historyOf, type SignUpRow, signUpsOf } from '../store/signUps.ts';
import { viewMine, viewRow, viewTold } from '../view.ts';
import { namesFor, scheduleOf } from './load.ts';

/** Path of the community one lives in; null for somebody without a home in the street. */
async function ownCommunity(context: Context): Promise<string | undefined> {
  const { personId } = context.actor;
  const fact = personId ? (await personFacts(context, [personId])).get(personId) : undefined;
  if (!fact) return undefined;
  const community = (await areaChain(context, fact.areaId)).find((area) => area.level === 'community');
  return community ? (await getArea(context, community.areaId)).path : undefined;
}

export async function browseActivities(context: Context, input: InputOf<typeof endpoints.browseActivities>) {
  const from = input.from ? instantOn(input.from) : context.now;
  const filter = {
    ...input,
    from: from < context.now ? context.now : from,
    to: input.to ? instantOn(addDays(input.to, 1)) : undefined,
    around: input.own ? await ownCommunity(context) : undefined,
  };
  const { rows, nextCursor } = cutPage(await browseRows(context, filter), input.limit, (row) => [
    row.starts_at,
    row.id,
  ]);
  const activities = await activitiesByIds(
    context,
    rows.map((row) => row.activity_id),
  );
  const sessions = await sessionsOf(context, [...activities.keys()]);
  const shown = sessions.filter((one) => rows.some((row) => row.id === one.id));
  const scheduled = await scheduleOf(context, shown);
  const names = await namesFor(context, [...activities.values()]);
  const counts = Map.groupBy(sessions, (one) => one.activity_id);
  return {
    items: rows.flatMap((row) => {
      const activity = activities.get(row.activity_id);
      const session = shown.find((one) => one.id === row.id);
      const count = counts.get(row.activity_id)?.length ?? 0;
      return activity && session ? [viewRow(activity, session, count, scheduled, names)] : [];
    }),
    nextCursor,
    total: exactTotal(await countBrowsed(context, filter)),
  };
}

/** @throws Problem 404 `input.id_unknown` also for a draft: to residents it does not exist. */
export async function loadShown(context: Context, activityId: string): Promise<ActivityRow> {
  const row = await getActivityRow(context, activityId);
  if (row.template || row.state === 'draft') throw new Problem('input.id_unknown', 404);
  return row;
}

export async function showActivity(context: Context, input: InputOf<typeof endpoints.showActivity>) {
  const row = await loadShown(context, input.activityId);
  const sessions = await sessionsOf(context, [row.id]);
  const people = await companions(context);
  const told = viewTold(row, await scheduleOf(context, sessions), await namesFor(context, [row]));
  const mine = await bookedBy(context, people, (booked) => booked.activity_id === row.id);
  const candidates: Record<string, CandidateRecord[]> = {};
  for (const session of sessions) {
    if (session.state !== 'planned') continue;
    const bookings = await bookingsOf(
      context,
      people.map((one) => one.personId),
      { from: session.starts_at, to: session.ends_at },
    );
    candidates[session.id] = people.map((one) => candidateOf(row, session, one, bookings));
  }
  return { ...told, candidates, mine };
}

function candidateOf(
  activity: ActivityRow,
  session: SessionRow,
  person: Companion,
  bookings: readonly SignUpRow[],
): CandidateRecord {
  const age = ageOn(dayOf(new Date(session.starts_at)), person.bornOn);
  const outcome = mayCome(activity, age);
  const own = bookings.filter((one) => one.person_id === person.personId);
  const busy = own.some((one) => one.session_id !== session.id && overlaps(one, session));
  const already = own.some((one) => one.session_id === session.id);
  const fault =
    (already ? 'sign_up.already' : null) ??
    ('refused' in outcome ? outcome.refused : null) ??
    (busy ? 'sign_up.busy' : null);
  return {
    personId: person.personId,
    name: person.isSelf ? person.name : (person.nickname ?? person.name),
    age,
    isSelf: person.isSelf,
    isChild: person.isMinor,
    photoConsent: person.photoConsent,
    may: fault ?? true,
    accompanies: 'accompanies' in outcome && outcome.accompanies,
  };
}

const historyMax = 200;

export async function mySignUps(context: Context) {
  return { items: await bookedBy(context, await companions(context), () => true) };
}

/** Bookings of these people, with their names: they are the viewer's own. */
async function bookedBy(
  context: Context,
  people: readonly Companion[],
  wanted: (row: SignUpRow) => boolean,
): Promise<MySignUp[]> {
  const names = new Map(
    people.map((one) => [one.personId, one.isSelf ? one.name : (one.nickname ?? one.name)]),
  );
  const rows = (await historyOf(context, [...names.keys()], historyMax)).filter(wanted);
  const posts = new Map(
    (await postsOf(context, [...new Set(rows.flatMap((row) => (row.post_id ? [row.session_id] : [])))])).map(
      (post) => [post.id, post.name],
    ),
  );
  const ahead = new Map<string, number>();
  for (const row of rows)
    if (row.state === 'waiting' && row.rank !== null && !ahead.has(`${row.session_id} ${row.rank}`))
      ahead.set(`${row.session_id} ${row.rank}`, await countAhead(context, row.session_id, row.rank));
  return rows.map((row) =>
    viewMine(context.now, {
      row,
      title: row.title,
      place: row.place,
      sessionState: row.session_state,
      name: names.get(row.person_id) ?? '',
      postName: row.post_id ? (posts.get(row.post_id) ?? null) : null,
      ahead: ahead.get(`${row.session_id} ${row.rank}`) ?? null,
    }),
  );
}

export async function showDraw(context: Context, input: InputOf<typeof endpoints.showDraw>) {
  const session = await getSessionRow(context, input.sessionId);
  const activity = await loadShown(context, session.activity_id);
  if (!session.seed_hash) throw new Problem('draw.no_lottery', 409);
  const people = await companions(context);
  const mine = new Set(people.map((one) => one.personId));
  const numbers = (await signUpsOf(context, [session.id]))
    .filter((row) => mine.has(row.person_id))
    .map((row) => row.number);
  return {
    sessionId: session.id,
    activityId: activity.id,
    title: activity.title,
    startsAt: session.starts_at,
    closesAt: session.closes_at,
    places: session.places,
    familyCap: activity.family_cap,
    priority: activity.priority,
    seedHash: session.seed_hash,
    seed: session.seed,
    drawnAt: session.drawn_at,
    order: session.drawn ?? [],
    myNumbers: [...new Set(numbers)],
  };
}

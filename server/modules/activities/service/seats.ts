// Places given, given back and moved up. Whatever changes a place holds the row of its session first.

import * as events from '#contract/activities/events.ts';
import type { EventDefinition } from '#contract/define.ts';
import type { Context, EmittedEvent } from '#kernel/context.ts';
import { freeRoom, type Room } from '../draw.ts';
import { hasBegun, offerUntil } from '../rules.ts';
import type { ActivityRow } from '../store/activities.ts';
import { lockSession, postsOf, recount, type SessionRow } from '../store/sessions.ts';
import {
  type Entry,
  firstWaiting,
  type SignUpRow,
  setState,
  type TakenRow,
  takeAll,
} from '../store/signUps.ts';
import { firstNumbers, type Preferring } from './priority.ts';

export type { Entry } from '../store/signUps.ts';

/** What became of one entry: its members' places, or why none of them has one. */
export type Taken =
  | { refused: string }
  | {
      members: {
        signUpId: string;
        personId: string;
        state: string;
        number: number;
        rank: number | null;
        ahead: number | null;
        fresh: boolean;
      }[];
    };

/**
 * Takes many people's sign-ups of one session in the order given, in the caller's transaction and with one call of the
 * database; each entry is answered in its place. Ages, consents and other bookings were looked at before; here it is
 * places, caps and repetition. Who is in it already is answered with the place held.
 */
export async function takeSignUps(
  context: Context,
  session: { sessionId: string; activityId: string; areaPath: string },
  entries: readonly Entry[],
): Promise<Taken[]> {
  const answers = await takePlaces(context, session.sessionId, entries);
  await context.emitAll(entries.flatMap((entry, index) => signUpEvents(session, entry, answers[index])));
  return answers;
}

/** The same without telling anybody: the caller does, with `signUpEvents`. */
export async function takePlaces(
  context: Context,
  sessionId: string,
  entries: readonly Entry[],
): Promise<Taken[]> {
  const rows = await takeAll(context, sessionId, entries);
  const byEntry = Map.groupBy(rows, (row) => row.entry);
  return entries.map((_, index) => takenOf(byEntry.get(index) ?? []));
}

/** What happened by an entry: nothing, where everybody was in it already. */
export function signUpEvents(
  session: { sessionId: string; activityId: string; areaPath: string },
  entry: Entry,
  taken: Taken | undefined,
): EmittedEvent[] {
  if (!taken || 'refused' in taken) return [];
  return eventOf(
    session,
    entry,
    taken.members.filter((one) => one.fresh),
  );
}

function takenOf(rows: readonly TakenRow[]): Taken {
  const refused = rows.find((row) => row.refusal)?.refusal;
  if (refused) return { refused };
  return {
    members: rows.flatMap(({ id, person_id, state, number, rank, ahead, fresh }) =>
      id && state && number !== null
        ? [{ signUpId: id, personId: person_id, state, number, rank, ahead, fresh }]
        : [],
    ),
  };
}

type Fresh = Extract<Taken, { members: unknown }>['members'];

function eventOf(
  session: { sessionId: string; activityId: string; areaPath: string },
  entry: Entry,
  fresh: Fresh,
): EmittedEvent[] {
  const [first] = fresh;
  if (!first) return [];
  const party = {
    sessionId: session.sessionId,
    number: first.number,
    familyId: entry.familyId,
    signedBy: entry.signedBy,
    personIds: fresh.map((one) => one.personId),
  };
  const [name, data] = {
    confirmed: [events.signUpConfirmed.name, { ...party, way: 'first_come' }] as const,
    waiting: [
      events.signUpWaiting.name,
      { ...party, rank: first.rank ?? first.number, way: 'first_come' },
    ] as const,
    drawn_pending: [events.signUpEntered.name, party] as const,
  }[first.state as 'confirmed' | 'waiting' | 'drawn_pending'];
  return [
    {
      name,
      subject: { module: 'activities', id: session.activityId },
      to: first.state,
      data,
      areaPath: session.areaPath,
    },
  ];
}

/** An event about members who came with one tap. */
export function partyEvent(
  definition: EventDefinition,
  session: Pick<SessionRow, 'id' | 'activity_id' | 'area_path'>,
  members: readonly SignUpRow[],
  to: string,
  more: Record<string, unknown> = {},
): EmittedEvent[] {
  const [first] = members;
  if (!first) return [];
  return [
    {
      name: definition.name,
      subject: { module: 'activities', id: session.activity_id },
      from: first.state,
      to,
      data: {
        sessionId: session.id,
        number: first.number,
        familyId: first.family_id,
        signedBy: first.signed_by,
        personIds: members.map((one) => one.person_id),
        ...more,
      },
      areaPath: session.area_path,
    },
  ];
}

/** What is free now, by the counters of the locked session. */
export async function roomOf(context: Context, session: SessionRow): Promise<Room> {
  const posts = await postsOf(context, [session.id]);
  return {
    places: session.places - session.taken,
    posts: new Map(posts.map((post) => [post.id, post.places - post.taken])),
  };
}

/** What a party asks for, by post. */
export function wantsOf(members: readonly Pick<SignUpRow, 'post_id' | 'accompanies'>[]) {
  const taking = members.filter((one) => !one.accompanies);
  return [...Map.groupBy(taking, (one) => one.post_id)].map(([postId, of]) => ({
    postId,
    places: of.length,
  }));
}

/** Parties in their order: members of one number together. */
export const partiesOf = (rows: readonly SignUpRow[]): SignUpRow[][] => [
  ...Map.groupBy(rows, (row) => row.number).values(),
];

/** Free places are offered at once to the first who wait and fit; nothing more once the session has begun. */
export async function moveUp(
  context: Context,
  activity: Preferring & Pick<ActivityRow, 'allotment' | 'confirm_hours' | 'state'>,
  sessionId: string,
): Promise<void> {
  await recount(context, sessionId);
  const session = await lockSession(context, sessionId);
  if (activity.state !== 'published' || session.state !== 'planned') return;
  if (session.waiting === 0 || hasBegun(session.starts_at, context.now)) return;
  const room = await roomOf(context, session);
  if (room.places <= 0) return;
  const free = freeRoom(room);
  const line = await lineOf(context, activity, sessionId);
  const offered = line.filter((party) => free.take(wantsOf(party)));
  if (offered.length === 0) return;
  const until = offerUntil(context.now, activity.confirm_hours, session.starts_at);
  await setState(
    context,
    offered.flat().map((one) => one.id),
    { state: 'offered', offered_until: until },
  );
  await recount(context, sessionId);
  await context.emitAll(
    offered.flatMap((party) =>
      partyEvent(events.signUpOffered, session, party, 'offered', { offeredUntil: until }),
    ),
  );
}

/** Who waits, in the order in which they are asked. A line that was drawn keeps the order that was published. */
async function lineOf(context: Context, activity: Preferring & Pick<ActivityRow, 'allotment'>, id: string) {
  if (activity.priority === 'none' || activity.allotment === 'lottery')
    return partiesOf(await firstWaiting(context, id, waitingLooked));
  const line = partiesOf(await firstWaiting(context, id));
  const first = await firstNumbers(context, activity, line);
  const goesFirst = (party: readonly SignUpRow[]) => first.has(party[0]?.number ?? 0);
  return [...line.filter(goesFirst), ...line.filter((party) => !goesFirst(party))];
}

/** Enough of the line to fill what comes free at once: behind them nobody is passed, they are only asked later. */
const waitingLooked = 400;

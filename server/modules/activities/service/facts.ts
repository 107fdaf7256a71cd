// The reads and deeds that upper modules may use; they have checked the right of whoever asks.
import type { Audience, Category, RiskLevel, SessionState } from '#contract/activities/codes.ts';
import { activityFacts } from '#contract/activities/endpoints.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { companions } from '#modules/families/index.ts';
import { type ActivityRow, activitiesByIds, findActivityRow, getActivityRow } from '../store/activities.ts';
import { findSessionRow, postsOf, type SessionRow, sessionsBetween, sessionsOf } from '../store/sessions.ts';
import { bookingsOf, confirmedOf } from '../store/signUps.ts';
import { publish, write } from './plan.ts';
import { type Entry, type Taken, takeSignUps as take } from './seats.ts';
import { noteMissed } from './sweep.ts';

export interface SessionFact {
  sessionId: string;
  activityId: string;
  kind: ActivityRow['kind'];
  title: string;
  programmeId: string | null;
  category: Category;
  startsAt: string;
  endsAt: string;
  place: string;
  areaId: string;
  areaPath: string;
  status: SessionState;
  organiserOrganisationId: string | null;
  /** What one can have of it at most: from beginning to end. */
  minutesMax: number;
  riskLevel: RiskLevel;
  isFor: Audience;
}

const minuteMs = 60_000;

const factOf = (session: SessionRow, activity: ActivityRow): SessionFact => ({
  sessionId: session.id,
  activityId: activity.id,
  kind: activity.kind,
  title: activity.title,
  programmeId: activity.programme_id,
  category: activity.category,
  startsAt: session.starts_at,
  endsAt: session.ends_at,
  place: session.place,
  areaId: activity.area_id,
  areaPath: activity.area_path,
  status: session.state,
  organiserOrganisationId: activity.organiser_id,
  minutesMax: Math.round((Date.parse(session.ends_at) - Date.parse(session.starts_at)) / minuteMs),
  riskLevel: activity.risk_level,
  isFor: activity.is_for,
});

async function factsOf(context: Context, sessions: readonly SessionRow[]): Promise<SessionFact[]> {
  const activities = await activitiesByIds(
    context,
    sessions.map((one) => one.activity_id),
  );
  return sessions.flatMap((one) => {
    const activity = activities.get(one.activity_id);
    return activity ? [factOf(one, activity)] : [];
  });
}

/** A session of a published activity, whoever asks; null for an unknown one. */
export async function getSession(context: Context, sessionId: string): Promise<SessionFact | null> {
  const session = await findSessionRow(context, sessionId);
  const activity = session ? await findActivityRow(context, session.activity_id) : undefined;
  return session && activity && activity.state !== 'draft' ? factOf(session, activity) : null;
}

/** Sessions of an activity, whatever their state. */
export async function sessionsOfActivity(context: Context, activityId: string): Promise<SessionFact[]> {
  return await factsOf(context, await sessionsOf(context, [activityId]));
}

export interface PlaceTaken {
  signUpId: string;
  personId: string;
  familyId: string | null;
  postId: string | null;
  postName: string | null;
  accompanies: boolean;
  state: 'confirmed';
}

/** Who has a confirmed place, companions of children with them. */
export async function placesTaken(
  context: Context,
  sessionId: string,
  personIds?: readonly string[],
): Promise<PlaceTaken[]> {
  const rows = await confirmedOf(context, sessionId, personIds);
  const posts = new Map((await postsOf(context, [sessionId])).map((post) => [post.id, post.name]));
  return rows.map((row) => ({
    signUpId: row.id,
    personId: row.person_id,
    familyId: row.family_id,
    postId: row.post_id,
    postName: row.post_id ? (posts.get(row.post_id) ?? null) : null,
    accompanies: row.accompanies,
    state: 'confirmed',
  }));
}

export interface MySession {
  session: SessionFact;
  people: { signUpId: string; personId: string; familyId: string | null; postId: string | null }[];
}

const aroundMs = 12 * 3_600_000;

/** Confirmed sessions of the actor and those the actor may bring, half a day around now. */
export async function mySessions(context: Context): Promise<MySession[]> {
  const people = (await companions(context)).map((one) => one.personId);
  const at = (ms: number) => new Date(context.now.getTime() + ms).toISOString();
  const booked = (await bookingsOf(context, people, { from: at(-aroundMs), to: at(aroundMs) })).filter(
    (row) => row.state === 'confirmed',
  );
  const bySession = Map.groupBy(booked, (row) => row.session_id);
  const sessions = await Promise.all([...bySession.keys()].map((id) => getSession(context, id)));
  return sessions.flatMap((session) =>
    session?.status === 'planned' || session?.status === 'ended'
      ? [
          {
            session,
            people: (bySession.get(session.sessionId) ?? []).map((row) => ({
              signUpId: row.id,
              personId: row.person_id,
              familyId: row.family_id,
              postId: row.post_id,
            })),
          },
        ]
      : [],
  );
}

/** Published sessions of a day below the paths, in their order. `day` is `YYYY-MM-DD`. */
export async function sessionsOn(
  context: Context,
  day: string,
  areaPaths: readonly string[],
  at: readonly string[] = [],
): Promise<SessionFact[]> {
  const span = { from: instantOn(day).toISOString(), to: instantOn(addDays(day, 1)).toISOString() };
  return await factsOf(context, await sessionsBetween(context, span, areaPaths, at));
}

export interface PlannedCall {
  kind: 'call' | 'duty' | 'activity';
  title: string;
  body: string;
  category: Category;
  areaId: string;
  areaPath: string;
  place: string;
  startsAt: string;
  endsAt: string;
  places: number;
  isFor: Audience;
  organiserId?: string | null;
  programmeId?: string | null;
  ageMin?: number | null;
  posts?: { name: string; duty: string; places: number }[];
}

/** Makes an activity with one session and publishes it at once; sign-up is open until it ends. */
export async function planActivity(
  context: Context,
  planned: PlannedCall,
): Promise<{ activityId: string; sessionId: string }> {
  const id = context.newId();
  const facts = activityFacts.parse({
    title: planned.title,
    body: planned.body,
    place: planned.place,
    category: planned.category,
    areaId: planned.areaId,
    organiserId: planned.organiserId ?? null,
    programmeId: planned.programmeId ?? null,
    ageMin: planned.ageMin ?? null,
    isFor: planned.isFor,
  });
  await write(context, {
    id,
    facts,
    areaPath: planned.areaPath,
    kind: planned.kind,
    sessions: [
      {
        startsAt: planned.startsAt,
        endsAt: planned.endsAt,
        opensAt: new Date(Math.min(context.now.getTime(), Date.parse(planned.startsAt))).toISOString(),
        closesAt: planned.endsAt,
        places: planned.places,
        posts: planned.posts ?? [],
      },
    ],
  });
  const sessions = await sessionsOf(context, [id]);
  await publish(context, await getActivityRow(context, id), sessions, 1);
  const [session] = sessions;
  if (!session) throw new Error('An activity was made without its session.');
  return { activityId: id, sessionId: session.id };
}

/**
 * Many people's sign-ups of one session in one transaction, in the order given; see service/seats.ts.
 * @throws Problem 404 `input.id_unknown`
 */
export async function takeSignUps(
  context: Context,
  sessionId: string,
  entries: readonly Entry[],
): Promise<Taken[]> {
  const session = await getSession(context, sessionId);
  if (!session) throw new Problem('input.id_unknown', 404);
  return await take(context, session, entries);
}

/** People who came with one tap, without asking their ages: the caller has. @throws Problem 409 with what refused. */
export async function signUpFor(
  context: Context,
  sessionId: string,
  entry: Entry,
): Promise<Extract<Taken, { members: unknown }>['members']> {
  const [taken] = await takeSignUps(context, sessionId, [entry]);
  if (!taken || 'refused' in taken) throw new Problem(taken?.refused ?? 'sign_up.closed', 409);
  return taken.members;
}

/** Once the record of attendance is complete: who had a place and is not among those present. */
export async function noteAbsent(
  context: Context,
  sessionId: string,
  presentPersonIds: readonly string[],
): Promise<void> {
  const present = new Set(presentPersonIds);
  await noteMissed(context, sessionId, (row) => !present.has(row.person_id));
}

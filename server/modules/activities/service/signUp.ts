// Signing up. Thousands may tap in the same second: those who wait together are judged and given their places together,
// in the order in which they came.
import type * as endpoints from '#contract/activities/mine.ts';
import type { Given } from '#contract/activities/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Companion } from '#contract/families/records.ts';
import { ageOn, dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import type { GatheredCall } from '#kernel/module.ts';
import { Problem } from '#kernel/problem.ts';
import { companionsOf } from '#modules/families/index.ts';
import { companyFault, mayCome, overlaps } from '../rules.ts';
import { type ActivityRow, activitiesByIds } from '../store/activities.ts';
import { type SessionRow, sessionsByIds } from '../store/sessions.ts';
import { aheadOf, bookingsOf, type Entry } from '../store/signUps.ts';
import { signUpEvents, type Taken, takePlaces } from './seats.ts';

type Input = InputOf<typeof endpoints.signUp>;
type Call = GatheredCall<Input>;
type Answer = { items: Given[] };
type Booking = Awaited<ReturnType<typeof bookingsOf>>[number];

/** What the calls need to know, read once for all of them. */
interface Facts {
  sessions: ReadonlyMap<string, SessionRow>;
  activities: ReadonlyMap<string, ActivityRow>;
  people: ReadonlyMap<string, readonly Companion[]>;
  /** Person → other sessions; what this batch books is added as it is judged. */
  booked: Map<string, Pick<Booking, 'session_id' | 'starts_at' | 'ends_at'>[]>;
}

interface Judged {
  call: Call;
  session: SessionRow;
  activity: ActivityRow;
  entry: Entry;
}

/** All or none of a call; who is in it already is answered with the places held. */
export async function signUpTogether(calls: readonly Call[]): Promise<(Answer | Problem)[]> {
  const [first] = calls;
  if (!first) return [];
  const facts = await factsOf(first.context, calls);
  const judged = calls.map((call) => judge(call, facts));
  const answers: (Answer | Problem | undefined)[] = judged.map((one) =>
    one instanceof Problem ? one : undefined,
  );
  const taking = judged.flatMap((one, index) => (one instanceof Problem ? [] : [{ ...one, index }]));
  for (const group of Map.groupBy(taking, ({ session }) => session.id).values()) {
    const given = await give(first.context, group);
    for (const [at, { index }] of group.entries()) answers[index] = given[at];
  }
  return answers.map((answer) => answer ?? new Problem('sign_up.closed', 409));
}

async function factsOf(context: Context, calls: readonly Call[]): Promise<Facts> {
  const sessions = await sessionsByIds(
    context,
    calls.map(({ input }) => input.sessionId),
  );
  const spans = [...sessions.values()];
  const [from] = spans.map((one) => one.starts_at).toSorted();
  const to = spans
    .map((one) => one.ends_at)
    .toSorted()
    .at(-1);
  const asked = calls.flatMap(({ input }) => input.members.map(({ personId }) => personId));
  // Where no session is known there is nothing to be booked against.
  const bookings = from && to ? await bookingsOf(context, asked, { from, to }) : [];
  return {
    sessions,
    activities: await activitiesByIds(
      context,
      spans.map((one) => one.activity_id),
    ),
    people: await companionsOf(
      context,
      calls.flatMap((call) => call.context.actor.personId ?? []),
    ),
    booked: Map.groupBy(bookings, (one) => one.person_id),
  };
}

function judge(call: Call, facts: Facts): Judged | Problem {
  const { input } = call;
  const session = facts.sessions.get(input.sessionId);
  const activity = session && facts.activities.get(session.activity_id);
  // To residents a draft does not exist, and calls to action are answered on a page of their own.
  if (!session || !activity || activity.template || activity.state === 'draft' || activity.kind === 'call')
    return new Problem('input.id_unknown', 404);
  const { personId: self } = call.context.actor;
  const people = self ? facts.people.get(self) : undefined;
  if (!self || !people) return new Problem('sign_up.no_person', 409);
  const chosen = input.members.flatMap(({ personId, postId }) => {
    const person = people.find((one) => one.personId === personId);
    return person ? [{ person, postId }] : [];
  });
  if (chosen.length < input.members.length) return new Problem('sign_up.not_yours', 403);
  const members = judgeMembers({ activity, session, chosen, consent: input.guardianConsent, facts });
  if (members instanceof Problem) return members;
  for (const { personId } of members)
    facts.booked.set(personId, [
      ...(facts.booked.get(personId) ?? []),
      { ...session, session_id: session.id },
    ]);
  const entry: Entry = {
    signedBy: self,
    familyId: chosen.find(({ person }) => person.familyId)?.person.familyId ?? null,
    photo: activity.photos === 'none' ? 'hidden' : input.photo,
    consent: input.guardianConsent,
    members,
  };
  return { call, session, activity, entry };
}

interface Party {
  activity: ActivityRow;
  session: SessionRow;
  chosen: readonly { person: Companion; postId: string | null }[];
  /** The guardian agreed for the children. */
  consent: boolean;
  facts: Facts;
}

/** Ages, company, consent and other bookings of those who are not in it yet. */
function judgeMembers({ activity, session, chosen, consent, facts }: Party): Entry['members'] | Problem {
  const bookings = (personId: string) => facts.booked.get(personId) ?? [];
  const isIn = (personId: string) => bookings(personId).some((one) => one.session_id === session.id);
  const day = dayOf(new Date(session.starts_at));
  const members = chosen.map(({ person: { personId, bornOn }, postId }) => {
    const age = ageOn(day, bornOn);
    const outcome = mayCome(activity, age);
    const accompanies = 'accompanies' in outcome && outcome.accompanies;
    const refused = 'refused' in outcome && !isIn(personId) ? outcome.refused : null;
    return { personId, postId: accompanies ? null : postId, accompanies, age, refused };
  });
  const refused = members.find((one) => one.refused !== null);
  if (refused?.refused) return new Problem(refused.refused, 409, { personId: refused.personId });
  if (members.every((one) => isIn(one.personId))) return members;
  if (members.every((one) => one.accompanies)) return new Problem('sign_up.nobody', 409);
  const company = companyFault(activity, members);
  if (company) return new Problem(company, 409);
  if (activity.guardian_consent && !consent && chosen.some(({ person }) => person.isMinor))
    return new Problem('sign_up.needs_consent', 409);
  const busy = members.find((one) =>
    bookings(one.personId).some((other) => other.session_id !== session.id && overlaps(other, session)),
  );
  return busy ? new Problem('sign_up.busy', 409, { personId: busy.personId }) : members;
}

/** The places of one session to all who asked for it, with one call of the database. */
async function give(context: Context, group: readonly Judged[]): Promise<(Answer | Problem)[]> {
  const session = group[0]?.session;
  if (!session) return [];
  const taken = await takePlaces(
    context,
    session.id,
    group.map(({ entry }) => entry),
  );
  // Who has just come knows it; who taps again is counted anew.
  const ranks = taken.flatMap((one) =>
    'members' in one ? one.members.flatMap(({ rank, fresh }) => (fresh ? [] : (rank ?? []))) : [],
  );
  const ahead = await aheadOf(context, session.id, ranks);
  for (const [index, { call, entry }] of group.entries()) {
    const fact = { sessionId: session.id, activityId: session.activity_id, areaPath: session.area_path };
    await call.context.emitAll(signUpEvents(fact, entry, taken[index]));
  }
  return group.map(({ entry }, index) => answerOf(entry, taken[index], ahead));
}

/** What a tap came to, without names: the answer is remembered with its key. */
function answerOf(
  entry: Entry,
  taken: Taken | undefined,
  ahead: ReadonlyMap<number, number>,
): Answer | Problem {
  if (!taken || 'refused' in taken) return new Problem(taken?.refused ?? 'sign_up.closed', 409);
  return {
    items: taken.members.map(({ signUpId, personId, number, state, rank, ahead: known }) => ({
      signUpId,
      personId,
      accompanies: entry.members.find((one) => one.personId === personId)?.accompanies ?? false,
      number,
      state: state as Given['state'],
      ahead: state === 'waiting' && rank !== null ? (known ?? ahead.get(rank) ?? 0) : null,
    })),
  };
}

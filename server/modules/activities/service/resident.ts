// Signing up, confirming a place that came free, giving one back.
import { liveStates } from '#contract/activities/codes.ts';
import { signUpCancelled, signUpConfirmed, signUpDeclined } from '#contract/activities/events.ts';
import type * as endpoints from '#contract/activities/mine.ts';
import type { Given } from '#contract/activities/records.ts';
import type { InputOf } from '#contract/define.ts';
import { ageOn, dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { companions } from '#modules/families/index.ts';
import { personFacts } from '#modules/people/index.ts';
import { leftAlone } from '../rules.ts';
import { type ActivityRow, getActivityRow } from '../store/activities.ts';
import { lockSession, type SessionRow } from '../store/sessions.ts';
import { countAhead, getSignUp, type SignUpRow, setState, signUpsOf } from '../store/signUps.ts';
import { cancelFault, confirmFault } from '../view.ts';
import { moveUp, partyEvent } from './seats.ts';

/** What a tap came to, without names: the answer is remembered with its key. */
async function given(
  context: Context,
  sessionId: string,
  signUpIds: ReadonlySet<string>,
): Promise<{ items: Given[] }> {
  const rows = (await signUpsOfIds(context, [...signUpIds])).filter((row) => row.session_id === sessionId);
  const [waiting] = rows.filter((row) => row.state === 'waiting' && row.rank !== null);
  const ahead = waiting ? await countAhead(context, sessionId, waiting.rank ?? 0) : null;
  return {
    items: rows.map((row) => ({
      signUpId: row.id,
      personId: row.person_id,
      accompanies: row.accompanies,
      number: row.number,
      state: row.state,
      ahead: row.state === 'waiting' ? ahead : null,
    })),
  };
}

async function signUpsOfIds(context: Context, ids: readonly string[]): Promise<SignUpRow[]> {
  return await Promise.all(ids.map((id) => getSignUp(context, id)));
}

/** The sign-up, when the caller may speak for its person. @throws Problem 404, 403 `sign_up.not_yours` */
async function loadMine(context: Context, signUpId: string): Promise<SignUpRow> {
  const row = await getSignUp(context, signUpId);
  const people = await companions(context);
  if (!people.some((one) => one.personId === row.person_id)) throw new Problem('sign_up.not_yours', 403);
  return row;
}

/** Those who came with the same tap and are in the same state. */
const sameTap = async (context: Context, row: SignUpRow) =>
  (await signUpsOf(context, [row.session_id], [row.state])).filter((one) => one.number === row.number);

export async function confirmPlace(
  context: Context,
  input: InputOf<typeof endpoints.confirmPlace>,
): Promise<{ items: Given[] }> {
  await loadMine(context, input.signUpId);
  const { session_id } = await getSignUp(context, input.signUpId);
  const session = await lockSession(context, session_id);
  const row = await getSignUp(context, input.signUpId);
  if (row.state === 'confirmed') return await given(context, session_id, new Set([row.id]));
  const fault = confirmFault(row, context.now);
  if (fault) throw new Problem(fault, 409);
  const party = await sameTap(context, row);
  await setState(
    context,
    party.map((one) => one.id),
    { state: 'confirmed', offered_until: null, rank: null, confirmed_at: context.now },
  );
  await context.emitAll(partyEvent(signUpConfirmed, session, party, 'confirmed', { way: 'promoted' }));
  return await given(context, session_id, new Set(party.map((one) => one.id)));
}

/** A small child does not stay behind without an adult of the same sign-up. @throws Problem 409 `sign_up.child_stays` */
async function refuseChildAlone(
  context: Context,
  activity: ActivityRow,
  session: SessionRow,
  staying: readonly SignUpRow[],
): Promise<void> {
  if (activity.accompanied_below === null || staying.length === 0) return;
  const facts = await personFacts(
    context,
    staying.map((one) => one.person_id),
  );
  const day = dayOf(new Date(session.starts_at));
  const child = leftAlone(
    activity,
    staying.map(({ person_id }) => ({
      personId: person_id,
      age: ageOn(day, facts.get(person_id)?.bornOn ?? null),
    })),
  );
  if (child)
    throw new Problem('sign_up.child_stays', 409, {
      name: facts.get(child.personId)?.name ?? '',
      age: activity.accompanied_below,
    });
}

export async function cancelSignUp(
  context: Context,
  input: InputOf<typeof endpoints.cancelSignUp>,
): Promise<{ done: true }> {
  const mine = await loadMine(context, input.signUpId);
  const session = await lockSession(context, mine.session_id);
  const row = await getSignUp(context, input.signUpId);
  if (row.state === 'cancelled' || row.state === 'declined') return { done: true };
  const fault = cancelFault(row, context.now);
  if (fault) throw new Problem(fault, 409);
  const party = (await signUpsOf(context, [session.id], liveStates)).filter(
    (one) => one.number === row.number,
  );
  const staying = party.filter((one) => one.id !== row.id);
  // Who only came along with the children does not come alone.
  const leaving = staying.every((one) => one.accompanies) ? party : [row];
  const activity = await getActivityRow(context, session.activity_id);
  if (leaving.length === 1) await refuseChildAlone(context, activity, session, staying);
  const declined = row.state === 'offered';
  await setState(
    context,
    leaving.map((one) => one.id),
    { state: declined ? 'declined' : 'cancelled', ended_at: context.now, offered_until: null },
  );
  await context.emitAll(
    partyEvent(
      declined ? signUpDeclined : signUpCancelled,
      session,
      leaving,
      declined ? 'declined' : 'cancelled',
    ),
  );
  await moveUp(context, activity, session.id);
  return { done: true };
}

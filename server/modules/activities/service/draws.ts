// The lottery of a session: drawn once when sign-up closes, from the seed that was promised.
import { sessionDrawn, signUpConfirmed, signUpWaiting } from '#contract/activities/events.ts';
import type { Context } from '#kernel/context.ts';
import { type Drawn, draw } from '../draw.ts';
import { getActivityRow } from '../store/activities.ts';
import { lockSession, recount, type SessionRow, updateSession } from '../store/sessions.ts';
import { type SignUpRow, saveRanks, signUpsOf } from '../store/signUps.ts';
import { firstNumbers } from './priority.ts';
import { partiesOf, partyEvent, roomOf, wantsOf } from './seats.ts';

/** Draws a session whose sign-up has closed; does nothing the second time. */
export async function drawSession(context: Context, sessionId: string): Promise<void> {
  const session = await lockSession(context, sessionId);
  if (session.drawn_at !== null || session.seed_cipher === null || session.state !== 'planned') return;
  const activity = await getActivityRow(context, session.activity_id);
  const seed = context.services.crypto.decrypt(session.seed_cipher);
  const parties = partiesOf(await signUpsOf(context, [sessionId], ['drawn_pending']));
  const first = await firstNumbers(context, activity, parties);
  const entries = parties.flatMap((party) => {
    const [one] = party;
    return one ? [{ number: one.number, wants: wantsOf(party), first: first.has(one.number) }] : [];
  });
  const line = draw(seed, entries, await roomOf(context, session));
  await saveRanks(context, sessionId, line);
  await updateSession(context, sessionId, {
    seed,
    drawn_at: context.now.toISOString(),
    drawn: JSON.stringify(line),
  } as never);
  await recount(context, sessionId);
  await announce(context, session, seed, line, parties);
}

async function announce(
  context: Context,
  session: SessionRow,
  seed: string,
  line: readonly Drawn[],
  parties: readonly SignUpRow[][],
): Promise<void> {
  const byNumber = new Map(parties.map((party) => [party[0]?.number, party]));
  await context.emit({
    name: sessionDrawn.name,
    subject: { module: 'activities', id: session.activity_id },
    data: {
      sessionId: session.id,
      seed,
      seedHash: session.seed_hash,
      entries: line.length,
      placed: line.filter((one) => one.placed).length,
    },
    areaPath: session.area_path,
  });
  await context.emitAll(
    line.flatMap(({ number, placed }, index) => {
      const party = byNumber.get(number) ?? [];
      return placed
        ? partyEvent(signUpConfirmed, session, party, 'confirmed', { way: 'drawn' })
        : partyEvent(signUpWaiting, session, party, 'waiting', { rank: index + 1, way: 'drawn' });
    }),
  );
}

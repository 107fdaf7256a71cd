// Thank-you points: held when a helper is agreed on, handed over with the thanks, else given back.
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { balanceOf, capturePoints, ledgerAccount, reservePoints, voidPoints } from '#modules/points/index.ts';
import { holdSeconds } from '../rules.ts';
import type { AskRow } from '../store/asks.ts';
import { type PledgeRow, setPledge } from '../store/pledges.ts';

/** Points that may be promised now: from one neighbour to another, never out of a family's pool. */
export async function availableOf(context: Context, personId: string): Promise<number> {
  const account = await ledgerAccount(context, { kind: 'member', ownerId: personId });
  return (await balanceOf(context, account)).available;
}

/** Holds the thanks for one helper; null where none were promised. */
export async function holdThanks(context: Context, ask: AskRow, helperId: string): Promise<string | null> {
  if (ask.points === 0) return null;
  const commandId = context.newId();
  await reservePoints(context, {
    commandId,
    payer: await ledgerAccount(context, { kind: 'member', ownerId: ask.asker_id }),
    payee: await ledgerAccount(context, { kind: 'member', ownerId: helperId }),
    amount: ask.points,
    kind: 'help',
    ttlSeconds: holdSeconds(ask.ends_at, context.now),
  });
  return commandId;
}

export async function handOver(context: Context, pledge: PledgeRow): Promise<void> {
  if (pledge.hold_id) await capturePoints(context, { commandId: context.newId(), holdId: pledge.hold_id });
  await setPledge(context, pledge.id, { state: 'thanked' });
}

export async function giveBack(
  context: Context,
  pledge: PledgeRow,
  state: 'withdrawn' | 'passed' | 'missed',
): Promise<void> {
  if (pledge.hold_id) await voidQuietly(context, pledge.hold_id);
  await setPledge(context, pledge.id, { state });
}

/** A hold that the ledger has let go already is what was wanted. */
async function voidQuietly(context: Context, holdId: string): Promise<void> {
  try {
    await voidPoints(context, { commandId: context.newId(), holdId });
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('points.hold')) throw error;
  }
}

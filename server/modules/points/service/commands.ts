// The ledger as calls: each is one function of the database inside the caller's transaction. A refusal of the ledger
// becomes the problem `points.<code>`.
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { type AccountKind, findAccount } from '../store/accounts.ts';
import { type CommandKind, type LedgerAnswer, runCommand } from '../store/ledger.ts';

/** Who gives the command, as the ledger compares people: the person, else the account, else the system. */
export const giver = ({ actor }: Context): string => actor.personId ?? actor.accountId ?? 'system';

/** The bare answer: `error` is set when the ledger refused. */
export async function ask(
  context: Context,
  kind: CommandKind,
  request: Record<string, unknown>,
  commandId = context.newId(),
): Promise<LedgerAnswer> {
  return await runCommand(context.db, context.streetId, context.now, {
    id: commandId,
    kind,
    actor: giver(context),
    request,
  });
}

export async function command(
  context: Context,
  kind: CommandKind,
  request: Record<string, unknown>,
  commandId?: string,
): Promise<LedgerAnswer> {
  const answer = await ask(context, kind, request, commandId);
  if (answer.error) throw refusal(answer.error);
  return answer;
}

export const refusal = (code: string): Problem => new Problem(`points.${code}`, 409);

export interface AccountOwner {
  /** `member` also stands for an enterprise, a team, a merchant as giver; `merchant` is what a shop has to be paid. */
  kind: AccountKind;
  ownerId: string;
}

/** The account of an owner; opened when it is missing. */
export async function ledgerAccount(context: Context, { kind, ownerId }: AccountOwner): Promise<string> {
  const known = await findAccount(context, kind, ownerId);
  if (known) return known.id;
  return String((await command(context, 'open_account', { kind, owner: ownerId })).accountId);
}

export interface Held {
  holdId: string;
  balance: number;
  available: number;
}

export interface Reservation {
  commandId: string;
  /** Account ids. */
  payer: string;
  payee: string;
  amount: number;
  kind: 'redeem' | 'help';
  ttlSeconds: number;
}

/** Keeps points for a payee until the time is over; `points.insufficient_available`, `points.forbidden_pair`. */
export async function reservePoints(context: Context, reservation: Reservation): Promise<Held> {
  const { commandId, payer, payee, amount, kind, ttlSeconds } = reservation;
  const request = { account: payer, payee, amount, purpose: kind, ttl: ttlSeconds };
  const { holdId, balance, available } = await command(context, 'reserve', request, commandId);
  return { holdId: String(holdId), balance: Number(balance), available: Number(available) };
}

export interface Moved {
  transferId: string;
  balance: number;
  available: number;
}

const moved = ({ transferId, balance, available }: LedgerAnswer): Moved => ({
  transferId: String(transferId),
  balance: Number(balance),
  available: Number(available),
});

/** Pays out a hold, once; of a smaller amount the rest goes back. `points.hold_already_expired` after its time. */
export async function capturePoints(
  context: Context,
  { commandId, holdId, amount }: { commandId: string; holdId: string; amount?: number },
): Promise<Moved> {
  const request = { hold: holdId, ...(amount === undefined ? {} : { amount }) };
  return moved(await command(context, 'capture', request, commandId));
}

export async function voidPoints(
  context: Context,
  { commandId, holdId }: { commandId: string; holdId: string },
): Promise<void> {
  await command(context, 'void', { hold: holdId }, commandId);
}

/** The opposite transfer, once; `points.already_spent`, `points.period_closed`, `points.payee_insufficient`. */
export async function reverseTransfer(
  context: Context,
  { commandId, transferId, reason }: { commandId: string; transferId: string; reason: string },
): Promise<Moved> {
  return moved(await command(context, 'reverse', { transfer: transferId, reason }, commandId));
}

export interface SettlementTotal {
  settlementId: string;
  total: number;
}

const settled = ({ settlementId, total }: LedgerAnswer): SettlementTotal => ({
  settlementId: String(settlementId),
  total: Number(total),
});

/** Freezes what a merchant captured before an instant; the same period twice is the same list. */
export async function settleOpen(
  context: Context,
  request: { commandId: string; merchantAccountId: string; periodEnd: string },
): Promise<SettlementTotal> {
  const { commandId, merchantAccountId: merchant, periodEnd } = request;
  return settled(await command(context, 'settle_open', { merchant, periodEnd }, commandId));
}

/** The second signature: whoever opened it meets `points.same_person`. */
export async function settleSign(
  context: Context,
  { commandId, settlementId }: { commandId: string; settlementId: string },
): Promise<SettlementTotal> {
  return settled(await command(context, 'settle_sign', { settlement: settlementId }, commandId));
}

export async function settleClose(
  context: Context,
  request: { commandId: string; settlementId: string; paymentRef: string },
): Promise<SettlementTotal> {
  const { commandId, settlementId: settlement, paymentRef } = request;
  return settled(await command(context, 'settle_close', { settlement, paymentRef }, commandId));
}

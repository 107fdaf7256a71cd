// Public notice (公示): what is to be seen, what is said against it, and what becomes of it (R13).
import type { InputOf, OutputOf } from '#contract/define.ts';
import type {
  decideObjection as decideEndpoint,
  listNotice as listEndpoint,
  listObjections as listObjectionsEndpoint,
  objectToPoints as objectEndpoint,
} from '#contract/points/endpoints.ts';
import { objectionDecided, objectionMade } from '#contract/points/events.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, totalOf } from '#kernel/cursor.ts';
import { violatedConstraint } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { familyOf } from '#modules/families/index.ts';
import { accountById, accountsByIds, findAccount } from '../store/accounts.ts';
import {
  decideObjectionRow,
  findNotice,
  findObjection,
  insertObjection,
  listNoticeRows,
  listObjectionRows,
  markEarning,
  myObjections,
  objectedPayees,
} from '../store/notice.ts';
import { viewNotice, viewObjection } from '../view.ts';
import { command, refusal } from './commands.ts';
import { mayReadOwner, ownersOf, standTogether } from './owners.ts';

export async function listNotice(
  context: Context,
  { cursor, limit }: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const rows = await listNoticeRows(context, { cursor, limit });
  const page = cutPage(rows, limit, (row) => [row.due_at, row.id]);
  const owners = await ownersOf(
    context,
    await accountsByIds(
      context,
      page.rows.map(({ payee }) => payee),
    ),
  );
  const mine = {
    accounts: await ownAccounts(context),
    objections: await myObjections(
      context,
      page.rows.map(({ id }) => id),
      context.actor.accountId ?? '',
    ),
  };
  return {
    items: page.rows.map((row) => viewNotice(row, owners.get(row.payee), mine)),
    nextCursor: page.nextCursor,
    total: totalOf(cursor, rows),
  };
}

async function ownAccounts(context: Context): Promise<string[]> {
  const { personId } = context.actor;
  if (!personId) return [];
  const family = await familyOf(context, personId);
  const own = await findAccount(context, 'member', personId);
  const pool = family ? await findAccount(context, 'family', family.familyId) : undefined;
  return [own, pool].flatMap((one) => (one ? [one.id] : []));
}

/** One objection of each person; while it is open the points are not released. */
export async function objectToPoints(context: Context, { holdId, text }: InputOf<typeof objectEndpoint>) {
  const hold = await findNotice(context, holdId);
  if (!hold) throw new Problem('input.id_unknown', 404);
  if (hold.state !== 'pending') throw refusal(`hold_already_${hold.state}`);
  try {
    await insertObjection(context, holdId, context.actor.accountId ?? '', text);
  } catch (error) {
    if (violatedConstraint(error) === 'points_objections_once') throw refusal('objection_known');
    throw error;
  }
  await context.emit({
    name: objectionMade.name,
    subject: { module: 'points', id: holdId },
    data: { holdId },
  });
  return { done: true as const };
}

/** Deciding is for the whole street: a notice is one list for everybody. */
const mayDecide = (context: Context): true | string =>
  covers(context.actor, 'points.approve', `/${context.streetId}/`) || 'permission.missing';

export async function listObjections(
  context: Context,
  { cursor, limit }: InputOf<typeof listObjectionsEndpoint>,
): Promise<OutputOf<typeof listObjectionsEndpoint>> {
  const owners = await ownersOf(context, await accountsByIds(context, await objectedPayees(context)));
  const readable = [...owners].flatMap(([id, owner]) => (mayReadOwner(context, owner) ? [id] : []));
  const rows = await listObjectionRows(context, { cursor, limit }, readable);
  const page = cutPage(rows, limit, (row) => [row.state === 'open' ? 0 : 1, row.made_at, row.id]);
  return {
    items: page.rows.map((row) => viewObjection(row, owners.get(row.payee), mayDecide(context))),
    nextCursor: page.nextCursor,
    total: totalOf(cursor, rows),
  };
}

/** Who objected, and what they were answered; null while nobody has decided. */
export async function objectionAnswer(context: Context, objectionId: string) {
  const row = await findObjection(context, objectionId);
  return row?.decision ? { accountId: row.made_by, answer: row.decision } : null;
}

/** Neither who objected nor the family that would get the points decides. */
export async function decideObjection(
  context: Context,
  { objectionId, uphold, reason }: InputOf<typeof decideEndpoint>,
) {
  const row = await findObjection(context, objectionId);
  if (!row) throw new Problem('input.id_unknown', 404);
  if (mayDecide(context) !== true) throw new Problem('permission.missing', 403);
  if (row.state !== 'open') throw refusal('already_decided');
  const payee = await accountById(context, row.payee);
  const isTheirs = await standTogether(
    context,
    context.actor.personId,
    [payee?.kind === 'member' ? payee.owner_id : null],
    [payee?.kind === 'family' ? payee.owner_id : null],
  );
  if (isTheirs || row.made_by === context.actor.accountId) throw refusal('same_person');
  const decided = {
    state: uphold ? 'upheld' : 'dismissed',
    decision: reason,
    decided_by: context.actor.accountId,
    decided_by_name: context.actor.displayName,
  };
  if (!(await decideObjectionRow(context, objectionId, decided))) throw refusal('already_decided');
  if (uphold) {
    await command(context, 'void', { hold: row.hold_id });
    await markEarning(context, row.hold_id, 'refused', 0);
  }
  await context.emit({
    name: objectionDecided.name,
    subject: { module: 'points', id: row.hold_id },
    data: { holdId: row.hold_id, objectionId, upheld: uphold },
  });
  return { done: true as const };
}

// The ledger as the office reads it: accounts, their statements, months; and the way back of a wrong grant.
import type { InputOf, OutputOf } from '#contract/define.ts';
import type {
  getAccount as getEndpoint,
  listAccounts as listEndpoint,
  readMonths as monthsEndpoint,
  reverseGrant as reverseEndpoint,
  listStatement as statementEndpoint,
} from '#contract/points/endpoints.ts';
import { pointsTakenBack } from '#contract/points/events.ts';
import type { AccountLine } from '#contract/points/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { familiesById, familiesOf } from '#modules/families/index.ts';
import { organisationsNamed } from '#modules/organisations/index.ts';
import { findPersonByPhone, personsNamed } from '#modules/people/index.ts';
import type { Owner } from '../owners.ts';
import { type accountById, listAccountRows, owedTotal, standingOf } from '../store/accounts.ts';
import { lastCheck, markEarning } from '../store/notice.ts';
import { balanceAt, listMonths, transferById } from '../store/statement.ts';
import { command, refusal } from './commands.ts';
import { statementOf } from './mine.ts';
import { mayReadOwner, ownersOf, readableAccount, standTogether } from './owners.ts';

const shownMax = 200;

export async function listAccounts(
  context: Context,
  { search, kind }: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const rows = await listAccountRows(context, kind, search ? await ownersNamed(context, search) : null);
  const owners = await ownersOf(context, rows);
  const items = rows.flatMap((row) => {
    const owner = owners.get(row.id);
    return owner && mayReadOwner(context, owner) ? [accountLine(row, owner)] : [];
  });
  return { items: items.slice(0, shownMax) };
}

/** Below this a name finds half the street. */
const nameLengthMin = 2;

/** Owners whom a name, a nickname, a phone number or the name of an organisation means; of a person the pool too. */
async function ownersNamed(context: Context, search: string): Promise<string[]> {
  if (/^\d{5,}$/.test(search)) {
    const person = await findPersonByPhone(context, search);
    return person ? [person.personId] : [];
  }
  const organisation = (await organisationsNamed(context, [search])).get(search);
  const pools = await listAccountRows(context, 'family', null);
  const families = await familiesById(
    context,
    pools.map(({ owner_id }) => owner_id),
  );
  const named = [...families.values()].filter(({ nickname }) => nickname.includes(search));
  const people = search.length >= nameLengthMin ? await personsNamed(context, search, shownMax) : [];
  const theirs = await familiesOf(context, people);
  const pooled = [...theirs.values(), ...named].map(({ familyId }) => familyId);
  return [...new Set([...people, ...pooled, ...(organisation ? [organisation.organisationId] : [])])];
}

type AccountRow = NonNullable<Awaited<ReturnType<typeof accountById>>>;

const accountLine = (row: AccountRow, owner: Owner | undefined): AccountLine => ({
  accountId: row.id,
  kind: row.kind as AccountLine['kind'],
  who: owner?.who ?? '',
  status: row.status as AccountLine['status'],
  balance: row.balance,
  held: row.held,
  openedAt: row.opened_at,
});

export async function getAccount(
  context: Context,
  { accountId, at }: InputOf<typeof getEndpoint>,
): Promise<OutputOf<typeof getEndpoint>> {
  const { row, owner } = await readableAccount(context, accountId);
  const standing = await standingOf(context, accountId);
  return {
    ...accountLine(row, owner),
    available: standing?.available ?? 0,
    expiring: standing?.expiring ?? null,
    owed: await owedTotal(context, accountId),
    balanceAt: at ? await balanceAt(context, accountId, at) : null,
    can: { reverse: mayReverse(context, owner) || 'permission.missing' },
  };
}

const mayReverse = (context: Context, owner: Owner | undefined): boolean =>
  covers(context.actor, 'points.approve', owner?.areaPath ?? `/${context.streetId}/`);

export async function listStatement(
  context: Context,
  { accountId, cursor, limit }: InputOf<typeof statementEndpoint>,
): Promise<OutputOf<typeof statementEndpoint>> {
  await readableAccount(context, accountId);
  return await statementOf(context, accountId, { cursor, limit });
}

/** Only a grant, and never one's own family's; a redemption is undone where it was made. */
export async function reverseGrant(
  context: Context,
  { transferId, reason }: InputOf<typeof reverseEndpoint>,
) {
  const transfer = await transferById(context, transferId);
  if (!transfer) throw new Problem('input.id_unknown', 404);
  const { row, owner } = await readableAccount(context, transfer.credit);
  if (!mayReverse(context, owner)) throw new Problem('points.outside_your_area', 403);
  if (transfer.kind !== 'grant') throw refusal('not_reversible');
  const isTheirs = await standTogether(
    context,
    context.actor.personId,
    [row.kind === 'member' ? row.owner_id : null],
    [row.kind === 'family' ? row.owner_id : null],
  );
  if (isTheirs) throw refusal('same_person');
  await command(context, 'reverse', { transfer: transferId, reason });
  await markEarning(context, transferId, 'reversed', 0);
  await context.emit({
    name: pointsTakenBack.name,
    subject: { module: 'points', id: row.id },
    ...(owner?.areaPath ? { areaPath: owner.areaPath } : {}),
    data: { accountId: row.id, amount: transfer.amount },
  });
  return { done: true as const };
}

export async function readMonths(context: Context): Promise<OutputOf<typeof monthsEndpoint>> {
  const check = await lastCheck(context);
  return {
    items: await listMonths(context),
    check: check ? { at: check.at, broken: check.violations.length } : null,
  };
}

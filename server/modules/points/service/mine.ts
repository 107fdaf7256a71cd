// What residents see of their points and do with them.
import type { InputOf, OutputOf } from '#contract/define.ts';
import { pointsMoved } from '#contract/points/events.ts';
import type {
  donatePoints as donateEndpoint,
  listMyStatement as listEndpoint,
  poolPoints as poolEndpoint,
  readMyPoints as readEndpoint,
  splitPoints as splitEndpoint,
} from '#contract/points/mine.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage } from '#kernel/cursor.ts';
import { familyMembers, familyOf } from '#modules/families/index.ts';
import { organisationNames } from '#modules/organisations/index.ts';
import { personFacts } from '#modules/people/index.ts';
import { findAccount, owedTotal, type Standing, standingOf } from '../store/accounts.ts';
import { listNoticeRows } from '../store/notice.ts';
import { listLines } from '../store/statement.ts';
import { viewLine, viewNotice } from '../view.ts';
import { command, ledgerAccount, refusal } from './commands.ts';
import { ownersOf, residentOf } from './owners.ts';

const empty: Standing = { balance: 0, available: 0, held: 0, expiring: null };
const nobody = '00000000-0000-0000-0000-000000000000';

/** The account rows as they are: reading opens no account. */
async function myAccounts(context: Context) {
  const personId = residentOf(context);
  const family = await familyOf(context, personId);
  const own = await findAccount(context, 'member', personId);
  const pool = family ? await findAccount(context, 'family', family.familyId) : undefined;
  return { personId, family, own, paying: family ? pool : own };
}

export async function readMyPoints(context: Context): Promise<OutputOf<typeof readEndpoint>> {
  const { personId, family, own, paying } = await myAccounts(context);
  const standing = paying ? ((await standingOf(context, paying.id)) ?? empty) : empty;
  const ownStanding = family && own ? await standingOf(context, own.id) : undefined;
  const members = family ? await familyMembers(context, family.familyId) : [];
  const facts = await personFacts(
    context,
    members.map((one) => one.personId),
  );
  const accounts = [paying, own].flatMap((one) => (one ? [one] : []));
  const ids = accounts.map(({ id }) => id);
  const notices = await listNoticeRows(context, { limit: 50 }, ids);
  const owners = await ownersOf(context, accounts);
  const isAdult = !family || members.some((one) => one.personId === personId && one.part === 'adult');
  const may = (enough: boolean): true | string =>
    !isAdult ? 'points.adults_only' : enough || 'points.insufficient_available';
  return {
    family: family && {
      familyId: family.familyId,
      nickname: family.nickname,
      memberCount: members.length,
    },
    paying: { accountId: paying?.id ?? nobody, ...standing },
    own: own && ownStanding ? { accountId: own.id, ...withoutExpiry(ownStanding) } : null,
    pending: notices.map((row) =>
      viewNotice(row, owners.get(row.payee), { accounts: ids, objections: new Set() }),
    ),
    owed: paying ? await owedTotal(context, paying.id) : 0,
    members: members.map((one) => ({
      personId: one.personId,
      name: facts.get(one.personId)?.name ?? '',
      isSelf: one.personId === personId,
    })),
    can: {
      split: family ? may(standing.available > 0) : 'points.no_family',
      pool: family
        ? (ownStanding?.available ?? 0) > 0 || 'points.insufficient_available'
        : 'points.no_family',
      donate: may(standing.available > 0),
    },
  };
}

const withoutExpiry = ({ balance, available, held }: Standing) => ({ balance, available, held });

export async function listMyStatement(
  context: Context,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const { paying } = await myAccounts(context);
  if (!paying) return { items: [], nextCursor: null, total: null };
  return await statementOf(context, paying.id, input);
}

/** A page of movements with merchants by name. */
export async function statementOf(
  context: Context,
  accountId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<OutputOf<typeof listEndpoint>> {
  const page = cutPage(await listLines(context, accountId, { cursor, limit }), limit, (row) => [
    row.at,
    row.step,
    row.id,
  ]);
  const merchants = await organisationNames(
    context,
    page.rows.flatMap(({ counterpart }) => (counterpart ? [counterpart] : [])),
  );
  return {
    items: page.rows.map((row) => viewLine(row, merchants)),
    nextCursor: page.nextCursor,
    total: cursor || page.nextCursor ? null : page.rows.length,
  };
}

/** An adult decides for the pool; what leaves it keeps its expiry (R9). */
export async function splitPoints(context: Context, { personId, amount }: InputOf<typeof splitEndpoint>) {
  const me = residentOf(context);
  const family = await familyOf(context, me);
  if (!family) throw refusal('no_family');
  const members = await familyMembers(context, family.familyId);
  if (!members.some((one) => one.personId === me && one.part === 'adult')) throw refusal('adults_only');
  if (!members.some((one) => one.personId === personId)) throw refusal('not_of_family');
  const pool = await ledgerAccount(context, { kind: 'family', ownerId: family.familyId });
  const account = await ledgerAccount(context, { kind: 'member', ownerId: personId });
  return await move(context, 'split', pool, { family: pool, account, amount });
}

export async function poolPoints(context: Context, { amount }: InputOf<typeof poolEndpoint>) {
  const me = residentOf(context);
  const family = await familyOf(context, me);
  if (!family) throw refusal('no_family');
  const pool = await ledgerAccount(context, { kind: 'family', ownerId: family.familyId });
  const account = await ledgerAccount(context, { kind: 'member', ownerId: me });
  return await move(context, 'pool', account, { family: pool, account, amount });
}

export async function donatePoints(context: Context, { amount }: InputOf<typeof donateEndpoint>) {
  const me = residentOf(context);
  const family = await familyOf(context, me);
  if (family) {
    const members = await familyMembers(context, family.familyId);
    if (!members.some((one) => one.personId === me && one.part === 'adult')) throw refusal('adults_only');
  }
  const account = await ledgerAccount(
    context,
    family ? { kind: 'family', ownerId: family.familyId } : { kind: 'member', ownerId: me },
  );
  return await move(context, 'donate', account, { account, amount });
}

async function move(
  context: Context,
  kind: 'split' | 'pool' | 'donate',
  from: string,
  request: { amount: number; [key: string]: unknown },
) {
  const { transferId } = await command(context, kind, request);
  await context.emit({
    name: pointsMoved.name,
    subject: { module: 'points', id: from },
    data: { kind, amount: request.amount },
  });
  return { transferId: String(transferId) };
}

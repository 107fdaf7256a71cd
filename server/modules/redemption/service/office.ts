// The register of merchants that take part, and their score files.
import type { InputOf, OutputOf } from '#contract/define.ts';
import { scoreItems } from '#contract/redemption/codes.ts';
import { merchantChanged, merchantJoined, merchantScoreEntered } from '#contract/redemption/events.ts';
import type {
  changeMerchant as changeEndpoint,
  enterScore as enterEndpoint,
  joinMerchant as joinEndpoint,
  listMerchants as listEndpoint,
  getMerchant as oneEndpoint,
} from '#contract/redemption/office.ts';
import type { MerchantRow as ListedMerchant, MerchantRecord } from '#contract/redemption/records.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { violatedConstraint } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { assignPostTo, findAccountByPhone, membersOfOrganisation } from '#modules/identity/index.ts';
import { findOrganisation, type OrganisationFact } from '#modules/organisations/index.ts';
import { ledgerAccount } from '#modules/points/index.ts';
import { mayAt } from '../policy.ts';
import { monthSpan, offerStatus } from '../rules.ts';
import {
  countMerchants,
  getMerchantRow,
  insertMerchant,
  listMerchantRows,
  type MerchantRow,
  updateMerchant,
} from '../store/merchants.ts';
import { type OfferRow, offersOfMerchant } from '../store/offers.ts';
import { takenByMerchant } from '../store/redemptions.ts';
import { entriesIn, insertEntry, scoresOf } from '../store/scores.ts';
import { type ShopParts, viewScore, viewShopOffer } from '../view.ts';
import { staffOf } from './counter.ts';
import { shopOf, shopsOf } from './load.ts';

const offersMax = 100;
const thisMonth = ({ now }: Context) => monthSpan(dayOf(now).slice(0, 7));

export async function listMerchants(
  context: Context,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const rows = await listMerchantRows(context, input);
  const page = cutPage(rows, input.limit, (row) => [row.joined_at, row.id]);
  const ids = page.rows.map((row) => row.id);
  const shops = await shopsOf(context, ids);
  const taken = await takenByMerchant(context, ids, thisMonth(context));
  const items: ListedMerchant[] = [];
  for (const id of ids) {
    const shop = shops.get(id);
    const offers = await offersOfMerchant(context, id, { limit: offersMax });
    if (shop) items.push(listed(context, shop, offers, taken.get(id)));
  }
  return { items, nextCursor: page.nextCursor, total: exactTotal(await countMerchants(context, input)) };
}

function listed(
  context: Context,
  shop: ShopParts,
  offers: readonly OfferRow[],
  taken: { captured: number; undone: number } | undefined,
): ListedMerchant {
  const { row, name, areaName, score, stars } = shop;
  const today = dayOf(context.now);
  return {
    merchantId: row.id,
    organisationId: row.organisation_id,
    name,
    areaName,
    agreement: row.agreement,
    status: row.status,
    badge: row.badge,
    fenPerPoint: row.fen_per_point,
    score,
    stars,
    offersOpen: offers.filter((offer) => offerStatus(offer, row.status, today) === 'open').length,
    captured: taken?.captured ?? 0,
    undone: taken?.undone ?? 0,
  };
}

export async function getMerchant(
  context: Context,
  { merchantId }: InputOf<typeof oneEndpoint>,
): Promise<MerchantRecord> {
  const row = await getMerchantRow(context, merchantId);
  if (!mayAt(context.actor, 'points.read', row.area_path))
    throw new Problem('merchant.outside_your_area', 403);
  return await present(context, merchantId);
}

async function present(context: Context, merchantId: string): Promise<MerchantRecord> {
  const shop = await shopOf(context, merchantId);
  const { row } = shop;
  const offers = await offersOfMerchant(context, merchantId, { limit: offersMax });
  const { from, to } = thisMonth(context);
  const taken = await takenByMerchant(context, [merchantId], { from, to });
  const entries = await entriesIn(context, merchantId, from, to);
  return {
    ...listed(context, shop, offers, taken.get(merchantId)),
    offers: offers.slice(0, offersMax).map((offer) => viewShopOffer(context, offer, shop)),
    staff: await staffOf(context, row),
    scores: (await scoresOf(context, merchantId)).map(viewScore),
    entries: entries.map((entry) => ({
      entryId: entry.id,
      item: entry.item,
      points: entry.points,
      note: entry.note,
      at: entry.entered_at,
    })),
    version: row.version,
    can: { edit: mayAt(context.actor, 'merchant.edit', row.area_path) || 'can.area' },
  };
}

export async function joinMerchant(
  context: Context,
  input: InputOf<typeof joinEndpoint>,
): Promise<MerchantRecord> {
  const organisation = await findOrganisation(context, input.organisationId);
  if (!organisation) throw new Problem('input.id_unknown', 404);
  if (!mayAt(context.actor, 'merchant.edit', organisation.areaPath))
    throw new Problem('merchant.outside_your_area', 403);
  const fits = organisation.kind === 'merchant' || organisation.kind === 'enterprise';
  if (!organisation.active || !fits) throw new Problem('merchant.not_a_merchant', 409);

  const id = context.newId();
  const row = {
    id,
    organisation_id: organisation.organisationId,
    area_path: organisation.areaPath,
    agreement: input.agreement,
    status: 'active' as const,
    badge: input.badge,
    fen_per_point: input.fenPerPoint,
    account_id: await ledgerAccount(context, {
      kind: 'merchant',
      ownerId: organisation.organisationId,
    }),
    owner_account_id: await ownerAccount(context, organisation, input),
  };
  await insertMerchant(context, row).catch((error: unknown) => {
    if (violatedConstraint(error) === 'merchants_organisation')
      throw new Problem('merchant.joined_already', 409);
    throw error;
  });
  await context.emit({
    name: merchantJoined.name,
    subject: { module: 'redemption', id },
    data: { organisationId: organisation.organisationId },
    areaPath: organisation.areaPath,
  });
  return await present(context, id);
}

/** The owner's account; the counter is given on the way when it is not theirs yet. */
async function ownerAccount(
  context: Context,
  { organisationId, areaId }: OrganisationFact,
  { ownerName, ownerPhone }: { ownerName: string; ownerPhone: string },
): Promise<string> {
  const account = await findAccountByPhone(context, ownerPhone);
  const members = await membersOfOrganisation(context, organisationId);
  if (account && members.some((one) => one.accountId === account.id)) return account.id;
  const post = await assignPostTo(context.as('system'), {
    name: ownerName,
    phone: ownerPhone,
    role: 'merchant_staff',
    areaId,
    organisationId,
  });
  return post.accountId;
}

export async function changeMerchant(
  context: Context,
  input: InputOf<typeof changeEndpoint>,
): Promise<MerchantRecord> {
  const row = await editable(context, input.merchantId);
  const columns = {
    agreement: input.agreement,
    fen_per_point: input.fenPerPoint,
    badge: input.badge,
    status: input.status,
  };

  if (!(await updateMerchant(context, row.id, input.version, columns)))
    throw new Problem('version.stale', 409, { current: await present(context, row.id) });
  const fields = (Object.keys(columns) as (keyof typeof columns)[]).filter(
    (name) => columns[name] !== row[name],
  );
  await context.emit({
    name: merchantChanged.name,
    subject: { module: 'redemption', id: row.id },
    data: { fields },
    areaPath: row.area_path,
  });
  return await present(context, row.id);
}

export async function enterScore(
  context: Context,
  { merchantId, item, note }: InputOf<typeof enterEndpoint>,
): Promise<MerchantRecord> {
  const row = await editable(context, merchantId);
  const points = scoreItems[item];

  await insertEntry(context, { merchantId, item, points, note });
  await context.emit({
    name: merchantScoreEntered.name,
    subject: { module: 'redemption', id: merchantId },
    data: { item, points },
    areaPath: row.area_path,
  });
  return await present(context, merchantId);
}

async function editable(context: Context, merchantId: string): Promise<MerchantRow> {
  const row = await getMerchantRow(context, merchantId);
  if (!mayAt(context.actor, 'merchant.edit', row.area_path))
    throw new Problem('merchant.outside_your_area', 403);
  return row;
}

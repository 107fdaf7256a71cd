// Reading settlements: the register of the office, the months of a shop, the frozen list and its sheet.
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { listShopMonths, getShopSettlement as shopEndpoint } from '#contract/redemption/counter.ts';
import type {
  listSettlements as listEndpoint,
  getSettlement as oneEndpoint,
} from '#contract/redemption/office.ts';
import type { SettlementDossier, SettlementFile, SettlementRecord } from '#contract/redemption/records.ts';
import { settlementSheetWords as words } from '#contract/redemption/words.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import type { Download } from '#kernel/module.ts';
import { Problem } from '#kernel/problem.ts';
import { sheetStream } from '#kernel/sheets/write.ts';
import { organisationNames, organisationPlaces } from '#modules/organisations/index.ts';
import { isOwner, mayAt } from '../policy.ts';
import { getMerchantRow } from '../store/merchants.ts';
import {
  countSettlements,
  getSettlementRow,
  handsOf,
  linesOf,
  listSettlementRows,
  monthsOf,
  type SettlementRow,
  settlementsOfMerchant,
} from '../store/settlements.ts';
import { viewHand, viewSettlement } from '../view.ts';
import { ownMerchant } from './load.ts';

export async function presentSettlement(context: Context, settlementId: string): Promise<SettlementRecord> {
  const row = await getSettlementRow(context, settlementId);
  const merchant = await getMerchantRow(context, row.merchant_id);
  const places = await organisationPlaces(context, [row.organisation_id]);
  const name = places.get(row.organisation_id)?.name ?? '';
  return viewSettlement(context, row, name, isOwner(context.actor, merchant));
}

export async function listSettlements(
  context: Context,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const rows = await listSettlementRows(context, input);
  const page = cutPage(rows, input.limit, (row) => [row.month, row.id]);
  const places = await organisationPlaces(
    context,
    page.rows.map((row) => row.organisation_id),
  );
  return {
    items: page.rows.map((row) =>
      viewSettlement(context, row, places.get(row.organisation_id)?.name ?? '', false),
    ),
    nextCursor: page.nextCursor,
    total: exactTotal(await countSettlements(context, input)),
  };
}

export async function getSettlement(
  context: Context,
  { settlementId }: InputOf<typeof oneEndpoint>,
): Promise<SettlementDossier> {
  const file = await fileOf(context, await readable(context, settlementId));
  return { ...file, hands: (await handsOf(context, settlementId)).flatMap(viewHand) };
}

async function readable(context: Context, settlementId: string): Promise<SettlementRow> {
  const row = await getSettlementRow(context, settlementId);
  if (!mayAt(context.actor, 'points.read', row.area_path))
    throw new Problem('merchant.outside_your_area', 403);
  return row;
}

async function fileOf(context: Context, row: SettlementRow): Promise<SettlementFile> {
  const { id } = row;
  const lines = await linesOf(context, id);
  const drawn = sampleOf(
    context,
    row,
    lines.map((line) => line.id),
  );
  return {
    ...(await presentSettlement(context, id)),
    lines: lines.map((line) => ({
      redemptionId: line.id,
      title: line.title,
      points: line.points,
      subsidyFen: line.subsidy_fen,
      capturedAt: line.captured_at ?? '',
      isSample: drawn.has(line.id),
    })),
  };
}

/** Drawn by a keyed digest: nobody chooses, and everybody who looks again sees the same lines. */
function sampleOf({ services }: Context, row: SettlementRow, ids: readonly string[]): ReadonlySet<string> {
  const marked = ids.map((id) => ({
    id,
    mark: services.crypto.sign('redemption.sample', `${row.id}|${id}`),
  }));
  const count = Math.ceil(ids.length / row.sample_one_in);
  return new Set(
    marked
      .toSorted((a, b) => a.mark.localeCompare(b.mark))
      .slice(0, count)
      .map(({ id }) => id),
  );
}

export async function readSheet(
  context: Context,
  { settlementId }: InputOf<typeof oneEndpoint>,
): Promise<Download> {
  return await sheetOf(context, await readable(context, settlementId));
}

async function sheetOf(context: Context, row: SettlementRow): Promise<Download> {
  const names = await organisationNames(context, [row.organisation_id]);
  const name = names.get(row.organisation_id) ?? '';
  const lines = await linesOf(context, row.id);
  const { columns } = words;
  return {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: words.fileName(name, row.month),
    body: sheetStream({
      title: words.title(name, row.month),
      organisation: context.street.name,
      madeOn: dayOf(context.now),
      columns: [
        { header: columns.number, width: 8, kind: 'number' },
        { header: columns.capturedAt, width: 20, kind: 'text' },
        { header: columns.title, width: 36, kind: 'text' },
        { header: columns.points, width: 10, kind: 'number' },
        { header: columns.subsidy, width: 14, kind: 'number' },
      ],
      rows: lines.map((line, index) => ({
        cells: [index + 1, localMinute(line.captured_at), line.title, line.points, line.subsidy_fen / 100],
      })),
      footer: words.footer(row.count, row.points, (row.subsidy_fen / 100).toFixed(2)),
    }),
  };
}

/** `2026-11-21 10:22`, Beijing. */
function localMinute(instant: string | null): string {
  if (!instant) return '';
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

// The shop

export async function listMonths(context: Context): Promise<OutputOf<typeof listShopMonths>> {
  const merchant = await ownMerchant(context);
  const running = await monthsOf(context, merchant.id);
  const settled = new Map((await settlementsOfMerchant(context, merchant.id)).map((row) => [row.month, row]));
  const names = await organisationPlaces(context, [merchant.organisation_id]);
  const name = names.get(merchant.organisation_id)?.name ?? '';
  const owner = isOwner(context.actor, merchant);
  return {
    items: running.map(({ month, count, points, subsidyFen }) => {
      const row = settled.get(month);
      return {
        month,
        count,
        points,
        subsidyFen,
        settlement: row ? viewSettlement(context, row, name, owner) : null,
      };
    }),
  };
}

export async function getShopSettlement(
  context: Context,
  { settlementId }: InputOf<typeof shopEndpoint>,
): Promise<SettlementFile> {
  const file = await fileOf(context, await ownSettlement(context, settlementId));
  // The merchant does not learn which lines the auditors will ask about.
  return { ...file, lines: file.lines.map((line) => ({ ...line, isSample: false })) };
}

export async function readShopSheet(
  context: Context,
  { settlementId }: InputOf<typeof shopEndpoint>,
): Promise<Download> {
  return await sheetOf(context, await ownSettlement(context, settlementId));
}

async function ownSettlement(context: Context, settlementId: string): Promise<SettlementRow> {
  const merchant = await ownMerchant(context);
  const row = await getSettlementRow(context, settlementId);
  if (row.merchant_id !== merchant.id) throw new Problem('merchant.outside_your_area', 403);
  return row;
}

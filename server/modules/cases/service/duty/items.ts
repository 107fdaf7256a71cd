// The duty list (责任清单): read, written, taken out of use.

import { communityDuties } from '#contract/cases/codes.ts';
import type * as endpoints from '#contract/cases/duty/endpoints.ts';
import { dutyItemRetired, dutyItemSaved } from '#contract/cases/duty/events.ts';
import type { DutyItem } from '#contract/cases/duty/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { sqlState } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { findOrganisation } from '#modules/organisations/index.ts';
import { may } from '../../policy.ts';
import * as store from '../../store/duty.ts';
import { matterNames } from '../../store/matters.ts';

export const streetPath = (context: Context) => `/${context.streetId}/`;

/** One list for the whole street: whoever keeps it holds the right at the street itself. */
export const mayKeep = (context: Context) => may(context.actor, 'duty.edit', streetPath(context));

export function requireKeeper(context: Context): void {
  if (!mayKeep(context)) throw new Problem('duty.not_of_street', 403);
}

export async function listDutyItems(
  context: Context,
  input: InputOf<typeof endpoints.listDutyItems>,
): Promise<OutputOf<typeof endpoints.listDutyItems>> {
  const page = cutPage(await store.listDutyRows(context, input), input.limit, (row) => [row.code]);
  return {
    items: await present(context, page.rows),
    nextCursor: page.nextCursor,
    total: exactTotal(await store.countDutyItems(context, input)),
  };
}

export async function readDutyFigures(context: Context): Promise<OutputOf<typeof endpoints.readDutyFigures>> {
  const rows = await store.countDuties(context);
  const sum = (field: 'count' | 'ownerless' | 'matterless') =>
    rows.reduce((total, row) => total + row[field], 0);
  return {
    items: sum('count'),
    ownerless: sum('ownerless'),
    matterless: sum('matterless'),
    byCommunityDuty: communityDuties.map((duty) => ({
      communityDuty: duty,
      count: rows.find((row) => row.community_duty === duty)?.count ?? 0,
    })),
  };
}

type Facts = InputOf<typeof endpoints.createDutyItem>;

export async function createDutyItem(context: Context, input: Facts): Promise<DutyItem> {
  requireKeeper(context);
  const columns = await columnsOf(context, input);
  const id = context.newId();
  await orTaken(input.code, () => store.insertDuties(context, [{ ...columns, id }]));
  await announceSaved(context, id, input.code, Object.keys(columns));
  return await presentOne(context, id);
}

export async function changeDutyItem(
  context: Context,
  input: InputOf<typeof endpoints.changeDutyItem>,
): Promise<DutyItem> {
  requireKeeper(context);
  const row = await store.getDutyRow(context, input.dutyItemId);
  const columns = await columnsOf(context, input);
  const fields = changedFields(row, columns);
  if (!(await orTaken(input.code, () => store.updateDuty(context, row, input.version, columns))))
    await refuseStale(context, row, columns);
  await announceSaved(context, row.id, input.code, fields);
  return await presentOne(context, row.id);
}

export async function retireDutyItem(
  context: Context,
  input: InputOf<typeof endpoints.retireDutyItem>,
): Promise<DutyItem> {
  requireKeeper(context);
  const row = await store.getDutyRow(context, input.dutyItemId);
  const { retired } = input;
  if (!(await store.updateDuty(context, row, input.version, { retired }))) await refuseStale(context, row);
  await context.emit({
    name: dutyItemRetired.name,
    subject: { module: 'cases', id: row.id },
    areaPath: streetPath(context),
    data: { code: row.code, retired },
  });
  return await presentOne(context, row.id);
}

async function columnsOf(context: Context, facts: Facts): Promise<store.DutyColumns> {
  const owner = facts.ownerId ? await findOrganisation(context, facts.ownerId) : null;
  if (facts.ownerId && !owner?.active) throw new Problem('duty.owner_unknown', 400, { owner: '' });
  const known = await matterNames(context, facts.matterCodes);
  const matter = facts.matterCodes.find((code) => !known.has(code));
  if (matter) throw new Problem('duty.matter_unknown', 400, { matter });
  return {
    code: facts.code,
    text: facts.text,
    category: facts.category,
    community_duty: facts.communityDuty,
    owner_id: owner?.organisationId ?? null,
    owner_name: owner?.name ?? facts.ownerName,
    leader: facts.leader,
    basis: facts.basis,
    frequency: facts.frequency,
    matter_codes: [...new Set(facts.matterCodes)].sort(),
  };
}

export const changedFields = (row: store.DutyColumns, columns: store.DutyColumns): string[] =>
  (Object.keys(columns) as (keyof store.DutyColumns)[]).filter(
    (name) => String(row[name] ?? '') !== String(columns[name] ?? ''),
  );

export async function announceSaved(
  context: Context,
  id: string,
  code: string,
  fields: readonly string[],
): Promise<void> {
  await context.emit({
    name: dutyItemSaved.name,
    subject: { module: 'cases', id },
    areaPath: streetPath(context),
    data: { code, fields },
  });
}

async function orTaken<T>(code: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (sqlState(error) === '23505') throw new Problem('duty.code_taken', 409, { code });
    throw error;
  }
}

async function refuseStale(context: Context, row: store.DutyRow, sent?: store.DutyColumns): Promise<never> {
  throw new Problem('version.stale', 409, {
    current: await presentOne(context, row.id),
    changedBy: row.updated_by,
    changedAt: row.updated_at,
    changes: (sent ? changedFields(row, sent) : []).map((field) => ({
      field,
      before: sent?.[field as keyof store.DutyColumns] ?? null,
      after: row[field as keyof store.DutyColumns],
    })),
  });
}

async function presentOne(context: Context, id: string): Promise<DutyItem> {
  const [item] = await present(context, [await store.getDutyRow(context, id)]);
  return item as DutyItem;
}

export async function present(context: Context, rows: readonly store.DutyRow[]): Promise<DutyItem[]> {
  const names = await matterNames(
    context,
    rows.flatMap((row) => row.matter_codes),
  );
  const keeper = mayKeep(context) || 'duty.not_of_street';
  return rows.map((row) => ({
    dutyItemId: row.id,
    code: row.code,
    text: row.text,
    category: row.category,
    communityDuty: row.community_duty,
    owner: row.owner_name ? { organisationId: row.owner_id, name: row.owner_name } : null,
    leader: row.leader,
    basis: row.basis,
    frequency: row.frequency,
    matters: row.matter_codes.map((code) => ({ code, name: names.get(code) ?? '' })),
    retired: row.retired,
    version: row.version,
    can: { change: keeper, retire: keeper },
  }));
}

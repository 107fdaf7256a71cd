// The dispatch directory (派单目录): read, written, ended.
import type * as endpoints from '#contract/cases/duty/endpoints.ts';
import { directoryEntrySaved } from '#contract/cases/duty/events.ts';
import type { DirectoryEntry, DirectoryUnit } from '#contract/cases/duty/records.ts';
import { directoryUnitLabels } from '#contract/cases/duty/words.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { findOrganisation, organisationNames } from '#modules/organisations/index.ts';
import { areaNames, getArea } from '#modules/territory/index.ts';
import type { NamedUnit } from '../../intakeTables.ts';
import * as store from '../../store/directory.ts';
import { dutiesByIds, getDutyRow } from '../../store/duty.ts';
import { findMatter, matterNames } from '../../store/matters.ts';
import { communityDutyOf } from './community.ts';
import { mayKeep, requireKeeper, streetPath } from './items.ts';

export async function listDirectory(
  context: Context,
  input: InputOf<typeof endpoints.listDirectory>,
): Promise<OutputOf<typeof endpoints.listDirectory>> {
  const page = cutPage(await store.listEntryRows(context, input), input.limit, store.entryCursor);
  return {
    items: await present(context, page.rows),
    nextCursor: page.nextCursor,
    total: exactTotal(await store.countEntries(context, input)),
  };
}

type Facts = InputOf<typeof endpoints.createEntry>;

export async function createEntry(context: Context, input: Facts): Promise<DirectoryEntry> {
  requireKeeper(context);
  return await presentOne(context, await addEntry(context, input));
}

/** The entry itself, for who has been asked already. Answers its id. */
export async function addEntry(context: Context, facts: Facts): Promise<string> {
  const entry = await entryOf(context, facts, null);
  const id = context.newId();
  await store.insertEntry(context, id, entry);
  await announce(context, id, entry, Object.keys(entry));
  return id;
}

export async function changeEntry(
  context: Context,
  input: InputOf<typeof endpoints.changeEntry>,
): Promise<DirectoryEntry> {
  requireKeeper(context);
  const row = await store.getEntryRow(context, input.entryId);
  requireRunning(context, row);
  const entry = await entryOf(context, input, row.id);
  if (!(await store.updateEntry(context, row.id, input.version, entry))) await refuseStale(context, row);
  await announce(context, row.id, entry, changed(row, entry));
  return await presentOne(context, row.id);
}

export async function endEntry(
  context: Context,
  input: InputOf<typeof endpoints.endEntry>,
): Promise<DirectoryEntry> {
  requireKeeper(context);
  const row = await store.getEntryRow(context, input.entryId);
  requireRunning(context, row);
  if (input.validTo < row.valid_from) throw new Problem('directory.dates', 400);
  if (!(await store.updateEntry(context, row.id, input.version, { valid_to: input.validTo })))
    await refuseStale(context, row);
  await announce(context, row.id, row, ['valid_to']);
  return await presentOne(context, row.id);
}

function requireRunning(context: Context, row: store.EntryRow): void {
  if (row.valid_to !== null && row.valid_to < dayOf(context.now)) throw new Problem('directory.ended', 409);
}

async function entryOf(context: Context, facts: Facts, exceptId: string | null) {
  const matter = await findMatter(context, facts.matterCode);
  if (!matter) throw new Problem('duty.matter_unknown', 400, { matter: facts.matterCode });
  const area = facts.areaId ? await getArea(context, facts.areaId) : null;
  if (facts.dutyItemId) await getDutyRow(context, facts.dutyItemId);
  if (facts.validTo !== null && facts.validTo < facts.validFrom) throw new Problem('directory.dates', 400);
  await requireUnits(context, facts, matter.code);
  const entry = {
    matter_code: matter.code,
    area_id: area?.areaId ?? null,
    area_path: area?.path ?? streetPath(context),
    lead_kind: facts.lead.kind,
    lead_id: facts.lead.unitId,
    helpers: facts.helpers as NamedUnit[],
    rule: facts.rule,
    duty_item_id: facts.dutyItemId,
    valid_from: facts.validFrom,
    valid_to: facts.validTo,
  };
  if (await store.findOverlap(context, entry, exceptId)) throw new Problem('directory.overlaps', 409);
  return entry;
}

const local: readonly string[] = ['community', 'grid'];

/** Art. 17 holds for the directory as well: it may not make a community lead what it has no duty in. */
export async function requireUnits(
  context: Context,
  { lead, helpers }: Pick<Facts, 'lead' | 'helpers'>,
  matterCode: string,
): Promise<void> {
  const units = [lead, ...helpers];
  if (new Set(units.map(({ kind, unitId }) => unitId ?? kind)).size !== units.length)
    throw new Problem('directory.unit_twice', 400);
  for (const { unitId } of units) {
    if (!unitId) continue;
    const organisation = await findOrganisation(context, unitId);
    if (!organisation?.active) throw new Problem('directory.unit_unknown', 400, { unit: '' });
    if (unitId === lead.unitId && organisation.kind === 'community_office')
      await requireDuty(context, matterCode);
  }
  if (local.includes(lead.kind)) await requireDuty(context, matterCode);
}

async function requireDuty(context: Context, matterCode: string): Promise<void> {
  const { duty } = await communityDutyOf(context, matterCode);
  if (duty !== 'lead') throw new Problem('directory.community_not_duty', 409);
}

type Entry = Awaited<ReturnType<typeof entryOf>>;

const changed = (row: store.EntryRow, entry: Entry): string[] =>
  (Object.keys(entry) as (keyof Entry)[]).filter(
    (name) => JSON.stringify(row[name]) !== JSON.stringify(entry[name]),
  );

async function announce(
  context: Context,
  id: string,
  entry: Pick<Entry, 'matter_code' | 'area_path'>,
  fields: readonly string[],
): Promise<void> {
  await context.emit({
    name: directoryEntrySaved.name,
    subject: { module: 'cases', id },
    areaPath: entry.area_path,
    data: { matterCode: entry.matter_code, fields },
  });
}

async function refuseStale(context: Context, row: store.EntryRow): Promise<never> {
  throw new Problem('version.stale', 409, {
    current: await presentOne(context, row.id),
    changedBy: row.updated_by,
    changedAt: row.updated_at,
    changes: [],
  });
}

async function presentOne(context: Context, id: string): Promise<DirectoryEntry> {
  const [entry] = await present(context, [await store.getEntryRow(context, id)]);
  return entry as DirectoryEntry;
}

export async function present(context: Context, rows: readonly store.EntryRow[]): Promise<DirectoryEntry[]> {
  const matters = await matterNames(
    context,
    rows.map((row) => row.matter_code),
  );
  const areas = await areaNames(
    context,
    rows.flatMap((row) => row.area_id ?? []),
  );
  const units = await organisationNames(
    context,
    rows.flatMap((row) =>
      [row.lead_id, ...row.helpers.map(({ unitId }) => unitId)].flatMap((id) => id ?? []),
    ),
  );
  const duties = await dutiesByIds(
    context,
    rows.flatMap((row) => row.duty_item_id ?? []),
  );
  const unit = (kind: NamedUnit['kind'], unitId: string | null): DirectoryUnit => ({
    kind,
    unitId,
    name: unitId ? (units.get(unitId) ?? '') : directoryUnitLabels[kind],
  });
  const keeper = mayKeep(context) || 'duty.not_of_street';
  return rows.map((row) => {
    const duty = duties.find(({ id }) => id === row.duty_item_id);
    const over = row.valid_to !== null && row.valid_to < dayOf(context.now);
    const may = keeper === true && over ? 'directory.ended' : keeper;
    return {
      entryId: row.id,
      matter: { code: row.matter_code, name: matters.get(row.matter_code) ?? '' },
      area: row.area_id
        ? { areaId: row.area_id, name: areas.get(row.area_id) ?? '', path: row.area_path }
        : null,
      lead: unit(row.lead_kind, row.lead_id),
      helpers: row.helpers.map((helper) => unit(helper.kind, helper.unitId)),
      rule: row.rule,
      dutyItem: duty ? { dutyItemId: duty.id, code: duty.code, text: duty.text } : null,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      version: row.version,
      can: { change: may, end: may },
    };
  });
}

// The duty list and the directory from a sheet: one row is one duty, or one entry.
import { dutySheetWords as words } from '#contract/cases/duty/words.ts';
import type { ImportMode } from '#contract/imports/records.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import type { ImportOutcome } from '#kernel/imports/definition.ts';
import { Problem } from '#kernel/problem.ts';
import { organisationsNamed } from '#modules/organisations/index.ts';
import { areasByCodes, listAreasBelow } from '#modules/territory/index.ts';
import type { DirectoryLine, DutyLine } from '../../imports/duty.ts';
import type { NamedUnit } from '../../intakeTables.ts';
import { findOverlap, getEntryRow, updateEntry } from '../../store/directory.ts';
import * as duties from '../../store/duty.ts';
import { listMatterRows, type MatterRow } from '../../store/matters.ts';
import { addEntry, requireUnits } from './directory.ts';
import { announceSaved, changedFields, requireKeeper, streetPath } from './items.ts';
import { localUnitNamed } from './names.ts';

const parts = (cell: string | undefined): string[] =>
  (cell ?? '').split(/[\u3001\uff0c,;\uff1b\n/|]+/).flatMap((part) => part.trim() || []);

/** Writes the rows of one batch: what is new in one statement, what differs one by one. */
export async function saveDuties(
  context: Context,
  lines: readonly DutyLine[],
  mode: ImportMode,
): Promise<ImportOutcome[]> {
  requireKeeper(context);
  const matters = await listMatterRows(context);
  const owners = await organisationsNamed(
    context,
    lines.flatMap(({ owner }) => owner ?? []),
  );
  const known = await duties.dutiesByCodes(
    context,
    lines.map(({ code }) => code),
  );
  const outcomes: ImportOutcome[] = [];
  const added: (duties.DutyColumns & { id: string })[] = [];
  for (const line of lines) {
    const row = known.find(({ code }) => code === line.code);
    const columns = columnsOf(line, matters, owners, row);
    if (row) outcomes.push(mode === 'add_only' ? 'unchanged' : await bringUpToDate(context, row, columns));
    else {
      added.push({ ...columns, id: context.newId() });
      outcomes.push('created');
    }
  }
  await duties.insertDuties(context, added);
  for (const { id, code, ...columns } of added) await announceSaved(context, id, code, Object.keys(columns));
  return outcomes;
}

/** A blank cell leaves what the list says; an owner outside the register stays as it is written. */
function columnsOf(
  line: DutyLine,
  matters: readonly MatterRow[],
  owners: ReadonlyMap<string, { organisationId: string; name: string }>,
  row: duties.DutyRow | undefined,
): duties.DutyColumns {
  const owner = line.owner ? owners.get(line.owner) : undefined;
  return {
    code: line.code,
    text: line.text,
    category: line.category ?? row?.category ?? null,
    community_duty: line.communityDuty ?? row?.community_duty ?? 'none',
    owner_id: line.owner ? (owner?.organisationId ?? null) : (row?.owner_id ?? null),
    owner_name: owner?.name ?? line.owner ?? row?.owner_name ?? null,
    leader: line.leader ?? row?.leader ?? null,
    basis: line.basis ?? row?.basis ?? null,
    frequency: line.frequency ?? row?.frequency ?? null,
    matter_codes: line.matters
      ? [...new Set(parts(line.matters).map((written) => matterCodeOf(written, matters, 'matters')))].sort()
      : (row?.matter_codes ?? []),
  };
}

/** @throws Problem with the column at fault: no such matter, or several of that name */
function matterCodeOf(written: string, matters: readonly MatterRow[], column: string): string {
  const [code] = /^\d+/.exec(written) ?? [];
  if (code && matters.some((matter) => matter.code === code)) return code;
  const named = matters.filter(({ name }) => name === written);
  // A branch and its only leaf may share a name: the branch holds both.
  const [matter, second] = named.filter((one) => !named.some((other) => other.code === one.parent_code));
  if (!matter) throw new Problem('duty.matter_unknown', 422, { matter: written, column });
  if (second) throw new Problem('duty.matter_ambiguous', 422, { matter: written, column });
  return matter.code;
}

async function bringUpToDate(
  context: Context,
  row: duties.DutyRow,
  columns: duties.DutyColumns,
): Promise<ImportOutcome> {
  const fields = changedFields(row, columns);
  if (fields.length === 0) return 'unchanged';
  await duties.updateDuty(context, row, row.version, columns);
  await announceSaved(context, row.id, row.code, fields);
  return 'updated';
}

/** The entry of the same matter, place and days is brought up to date; anything else is a new one. */
export async function saveEntry(
  context: Context,
  line: DirectoryLine,
  mode: ImportMode,
): Promise<ImportOutcome> {
  requireKeeper(context);
  const matterCode = matterCodeOf(line.matter, await listMatterRows(context), 'matter');
  const area = line.area ? await placeOf(context, line.area) : null;
  const [lead, ...helpers] = await unitsOf(context, [line.lead, ...parts(line.helpers)]);
  if (!lead) throw new Problem('directory.unit_unknown', 422, { unit: line.lead, column: 'lead' });
  const [duty] = await duties.dutiesByCodes(context, line.dutyItem ? [line.dutyItem] : []);
  if (line.dutyItem && !duty)
    throw new Problem('duty.item_unknown', 422, { code: line.dutyItem, column: 'dutyItem' });

  const place = { matter_code: matterCode, area_path: area?.path ?? streetPath(context) };
  const validFrom = line.validFrom ?? dayOf(context.now);
  const validTo = line.validTo ?? null;
  const known = await findOverlap(context, { ...place, valid_from: validFrom, valid_to: validTo }, null);
  if (!known) {
    await addEntry(context, {
      matterCode,
      areaId: area?.areaId ?? null,
      lead,
      helpers,
      rule: line.rule ?? words.directoryTitle,
      dutyItemId: duty?.id ?? null,
      validFrom,
      validTo,
    });
    return 'created';
  }
  const row = await getEntryRow(context, known.id);
  const columns = {
    lead_kind: lead.kind,
    lead_id: lead.unitId,
    helpers,
    rule: line.rule ?? row.rule,
    duty_item_id: duty?.id ?? row.duty_item_id,
    valid_to: line.validTo ?? row.valid_to,
  };
  const same = Object.entries(columns).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(row[name as keyof typeof columns]),
  );
  if (same || mode === 'add_only') return 'unchanged';
  await requireUnits(context, { lead, helpers }, matterCode);
  await updateEntry(context, row.id, row.version, columns);
  return 'updated';
}

async function placeOf(context: Context, written: string) {
  const byCode = (await areasByCodes(context, [written])).get(written);
  if (byCode) return byCode;
  const found = await listAreasBelow(context, [streetPath(context)], { search: written });
  const [place, second] = found.filter(({ name, aliases }) => name === written || aliases.includes(written));
  if (!place || second) throw new Problem('directory.area_unknown', 422, { area: written, column: 'area' });
  return place;
}

async function unitsOf(context: Context, written: readonly string[]): Promise<NamedUnit[]> {
  const known = await organisationsNamed(context, written);
  return written.map((name, index) => {
    const kind = localUnitNamed(name);
    if (kind) return { kind, unitId: null };
    const organisation = known.get(name);
    if (!organisation)
      throw new Problem('directory.unit_unknown', 422, {
        unit: name,
        column: index === 0 ? 'lead' : 'helpers',
      });
    return { kind: 'organisation', unitId: organisation.organisationId };
  });
}

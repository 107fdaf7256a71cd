// The registers as sheets. Masked unless approved; a clear sheet is a look at everybody in it, and minors stay masked.
import {
  type HouseholdFilter,
  householdFilter,
  type PersonFilter,
  personFilter,
} from '#contract/people/endpoints.ts';
import { householdHeaders, registerTitles, residentHeaders } from '#contract/people/sheets/words.ts';
import {
  careTagList,
  householdTagList,
  houseUseLabels,
  relationLabels,
  sexLabels,
} from '#contract/people/words.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import type { ExportColumn, ExportDefinition } from '#kernel/exports/definition.ts';
import type { SheetCell } from '#kernel/sheets/sheet.ts';
import { getArea } from '#modules/territory/index.ts';
import { isMinor } from './rules.ts';
import { viewHouseholds } from './service/households.ts';
import { listHouseholdRows } from './store/households.ts';
import { listPersonRows, type PersonRow } from './store/persons.ts';
import { insertExportLooks } from './store/roster.ts';
import { clearValues, maskedIdNumber, viewPersonRow } from './view.ts';

const rowsAtOnce = 500;

type Kind = ExportColumn['kind'];
const column = (key: string, header: string, width: number, kind: Kind = 'text') => ({
  key,
  header,
  width,
  kind,
});

const headers = residentHeaders;
export const residentsOut: ExportDefinition<PersonFilter> = {
  name: 'residents',
  title: registerTitles.residents,
  permission: 'person.read',
  columns: [
    column('name', headers.name, 14),
    column('sex', headers.sex, 6),
    column('age', headers.age, 6, 'number'),
    column('bornOn', headers.bornOn, 14),
    column('idNumber', headers.idNumber, 22, 'phone'),
    column('phone', headers.phone, 16, 'phone'),
    column('relation', headers.relation, 12),
    column('address', headers.address, 40),
    column('careTags', headers.careTags, 24),
  ],
  filter: personFilter,
  async *rows(context, filter, { masked }) {
    const areaPath = filter.areaId ? (await getArea(context, filter.areaId)).path : undefined;
    let cursor: string | undefined;
    do {
      const page = await listPersonRows(
        context,
        { ...filter, areaPath },
        { cursor, limit: rowsAtOnce, uncounted: true },
      );
      if (!masked) await keepLooks(context, page.rows);
      for (const row of page.rows) yield residentCells(context, row, masked || minor(context, row));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  },
};

const minor = (context: Context, row: PersonRow) => isMinor(dayOf(context.now), row.born_on);

async function keepLooks(context: Context, rows: readonly PersonRow[]): Promise<void> {
  const seen = rows.filter((row) => !minor(context, row)).map((row) => row.id);
  await insertExportLooks(context, seen, ['name', 'phone', 'idNumber', 'bornOn', 'address']);
}

function residentCells(context: Context, row: PersonRow, masked: boolean): Record<string, SheetCell> {
  const line = viewPersonRow(context, row);
  const personal = masked
    ? {
        name: line.name,
        phone: line.phone,
        address: line.address,
        idNumber: maskedIdNumber(context, row),
        bornOn: row.born_on?.slice(0, 4) ?? null,
      }
    : clearValues(context, row);
  return {
    ...personal,
    sex: line.sex && sexLabels[line.sex],
    age: line.age,
    relation: line.relation && relationLabels[line.relation],
    careTags: careTagList(line.careTags),
  };
}

const of = householdHeaders;
export const householdsOut: ExportDefinition<HouseholdFilter> = {
  name: 'households',
  title: registerTitles.households,
  permission: 'person.read',
  columns: [
    column('address', of.address, 40),
    column('room', of.room, 10),
    column('houseUse', of.houseUse, 10),
    column('headName', of.headName, 14),
    column('headPhone', of.headPhone, 16, 'phone'),
    column('memberCount', of.memberCount, 8, 'number'),
    column('minors', of.minors, 10, 'number'),
    column('careTags', of.careTags, 24),
    column('tags', of.tags, 18),
  ],
  filter: householdFilter,
  /** Always masked: who needs clear names takes the register of residents. */
  async *rows(context, filter) {
    const areaPath = filter.areaId ? (await getArea(context, filter.areaId)).path : undefined;
    let cursor: string | undefined;
    do {
      const page = await listHouseholdRows(
        context,
        { ...filter, areaPath },
        { cursor, limit: rowsAtOnce, uncounted: true },
      );
      for (const line of await viewHouseholds(context, page.rows))
        yield {
          address: line.address,
          room: line.room,
          houseUse: houseUseLabels[line.houseUse],
          headName: line.headName,
          headPhone: line.headPhone,
          memberCount: line.memberCount,
          minors: line.minors,
          careTags: careTagList(line.careTags),
          tags: householdTagList(line.tags ?? []),
        };
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  },
};

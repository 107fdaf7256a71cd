// The register as a sheet, in the order of the list page.
import type { z } from 'zod';
import { organisationFilter } from '#contract/organisations/endpoints.ts';
import {
  type OrganisationColumn,
  organisationColumns,
  organisationSheetWords as words,
} from '#contract/organisations/sheet.ts';
import { organisationKindLabels } from '#contract/organisations/words.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage } from '#kernel/cursor.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import { maskName, maskPhone } from '#kernel/mask/mask.ts';
import type { ColumnKind, SheetCell } from '#kernel/sheets/sheet.ts';
import { areaNames, getArea } from '#modules/territory/index.ts';
import { type ContactRow, firstContacts } from './store/contacts.ts';
import { listOrganisationRows, type OrganisationRow } from './store/organisations.ts';

const rowsPerRead = 500;

const kinds: Partial<Record<OrganisationColumn, ColumnKind>> = {
  creditCode: 'phone',
  contactPhone: 'phone',
  partyMemberCount: 'number',
};

export const organisationsOut: ExportDefinition<z.output<typeof organisationFilter>> = {
  name: 'organisations',
  title: words.exportTitle,
  permission: 'organisation.read',
  columns: (Object.keys(organisationColumns) as OrganisationColumn[]).map((key) => ({
    key,
    header: organisationColumns[key].label,
    width: organisationColumns[key].width,
    kind: kinds[key] ?? 'text',
  })),
  filter: organisationFilter,
  async *rows(context, { areaId, ...wanted }, { masked }) {
    const areaPath = areaId ? (await getArea(context, areaId)).path : undefined;
    let cursor: string | undefined;
    do {
      const found = await listOrganisationRows(context, { ...wanted, areaPath, cursor, limit: rowsPerRead });
      const page = cutPage(found, rowsPerRead, (row) => [row.name, row.id]);
      const ids = page.rows.map((row) => row.id);
      const contacts = await firstContacts(context, ids);
      const names = await areaNames(
        context,
        page.rows.map((row) => row.area_id),
      );
      for (const row of page.rows) yield cells(context, row, contacts.get(row.id), names, masked);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  },
};

function cells(
  context: Context,
  row: OrganisationRow,
  contact: ContactRow | undefined,
  names: ReadonlyMap<string, string>,
  masked: boolean,
): Record<OrganisationColumn, SheetCell> {
  const phone = contact?.phone_cipher ? context.services.crypto.decrypt(contact.phone_cipher) : null;
  return {
    name: row.name,
    kind: organisationKindLabels[row.kind],
    shortName: row.short_name,
    creditCode: row.credit_code,
    industry: row.industry,
    area: names.get(row.area_id) ?? '',
    address: row.address,
    partyMemberCount: row.party_member_count,
    partyOrganisation: row.party_organisation,
    councilMember: row.council_member ? words.yes : words.no,
    contactName: contact ? (masked ? maskName(contact.name) : contact.name) : null,
    contactDuty: contact?.duty ?? null,
    contactPhone: phone && masked ? maskPhone(phone) : phone,
  };
}

import type { ImportMode } from '#contract/imports/records.ts';
import type { OrganisationFacts } from '#contract/organisations/endpoints.ts';
import { contactAdded, contactChanged, organisationCorrected } from '#contract/organisations/events.ts';
import type { Context } from '#kernel/context.ts';
import type { ImportOutcome } from '#kernel/imports/definition.ts';
import { Problem } from '#kernel/problem.ts';
import { areasWith } from '#kernel/scope.ts';
import { areasByCodes, listAreasBelow, type Place } from '#modules/territory/index.ts';
import type { OrganisationLine } from '../imports.ts';
import { mayEditAt } from '../policy.ts';
import { changedFacts } from '../rules.ts';
import type { PlantedOrganisation } from '../store/bulk.ts';
import { contactsOf, insertContact, phoneColumns, updateContact } from '../store/contacts.ts';
import { findSameOrganisations, type OrganisationRow, updateOrganisation } from '../store/organisations.ts';
import { plantOrganisations } from './plant.ts';
import { columnsOf, factsOf } from './register.ts';

/** Writes the rows of one batch: what is new in a few statements, what differs one by one. */
export async function saveRows(
  context: Context,
  lines: readonly OrganisationLine[],
  mode: ImportMode,
): Promise<ImportOutcome[]> {
  const places = await findPlaces(context, lines);
  const known = await findSameOrganisations(context, lines);
  const outcomes: ImportOutcome[] = [];
  const planted: PlantedOrganisation[] = [];
  for (const line of lines) {
    const place = requirePlace(context, line, places);
    const row = known.find((one) => isSame(one, line));
    if (row)
      outcomes.push(mode === 'add_only' ? 'unchanged' : await bringUpToDate(context, row, line, place));
    else {
      planted.push(newOrganisation(context, line, place));
      outcomes.push('created');
    }
  }
  await plantOrganisations(context, planted);
  return outcomes;
}

/** The code tells; where either has none, the name does. */
function isSame(row: OrganisationRow, line: OrganisationLine): boolean {
  if (row.credit_code && line.creditCode) return row.credit_code === line.creditCode;
  return row.name === line.name;
}

type Places = ReadonlyMap<string, readonly Place[]>;

/** What is written in the column 所在区域 → the places it can mean. */
async function findPlaces(context: Context, lines: readonly OrganisationLine[]): Promise<Places> {
  const written = [...new Set(lines.map((line) => line.area))];
  const byCode = await areasByCodes(context, written);
  const found = new Map<string, Place[]>([...byCode].map(([code, place]) => [code, [place]]));
  const paths = areasWith(context.actor, 'organisation.edit');
  for (const name of written.filter((area) => !found.has(area))) {
    const places = await listAreasBelow(context, paths, { search: name });
    found.set(
      name,
      places.filter((place) => place.name === name || place.aliases.includes(name)),
    );
  }
  return found;
}

/** @throws Problem with the column at fault: unknown, not unique, or outside the importer's areas */
function requirePlace(context: Context, line: OrganisationLine, places: Places): Place {
  const [place, second] = places.get(line.area) ?? [];
  const details = { area: line.area, column: 'area' };
  if (!place) throw new Problem('organisation.area_unknown', 422, details);
  if (second) throw new Problem('organisation.area_ambiguous', 422, details);
  if (!mayEditAt(context.actor, place.path)) throw new Problem('organisation.area_outside', 403, details);
  return place;
}

function newOrganisation(context: Context, line: OrganisationLine, place: Place): PlantedOrganisation {
  const kind = line.kind ?? 'enterprise';
  return {
    organisationId: context.newId(),
    kind,
    name: line.name,
    shortName: line.shortName ?? null,
    creditCode: line.creditCode ?? null,
    industry: line.industry ?? null,
    address: line.address ?? null,
    areaId: place.areaId,
    areaPath: place.path,
    parentId: null,
    councilMember: line.councilMember === 'yes' || kind === 'member_unit',
    partyMemberCount: line.partyMemberCount ?? null,
    partyOrganisation: line.partyOrganisation ?? null,
    contacts: line.contactName
      ? [{ name: line.contactName, duty: line.contactDuty ?? null, phone: line.contactPhone ?? null }]
      : [],
  };
}

/** Cells that are blank leave the record as it is. */
async function bringUpToDate(
  context: Context,
  row: OrganisationRow,
  line: OrganisationLine,
  place: Place,
): Promise<ImportOutcome> {
  if (!mayEditAt(context.actor, row.area_path))
    throw new Problem('organisation.outside_your_area', 403, { column: 'name' });
  const before = factsOf(row);
  const facts: OrganisationFacts = {
    ...before,
    kind: line.kind ?? before.kind,
    name: line.name,
    shortName: line.shortName ?? before.shortName,
    creditCode: line.creditCode ?? before.creditCode,
    industry: line.industry ?? before.industry,
    address: line.address ?? before.address,
    areaId: place.areaId,
    councilMember: line.councilMember ? line.councilMember === 'yes' : before.councilMember,
    partyMemberCount: line.partyMemberCount ?? before.partyMemberCount,
    partyOrganisation: line.partyOrganisation ?? before.partyOrganisation,
  };
  const fields = changedFacts(before, facts);
  if (fields.length > 0) {
    await updateOrganisation(context, row.id, row.version, { ...columnsOf(facts), area_path: place.path });
    await announce(context, row.id, place.path, organisationCorrected.name, { fields });
  }
  const contactChange = await bringContactUpToDate(context, row.id, place.path, line);
  return fields.length > 0 || contactChange ? 'updated' : 'unchanged';
}

async function bringContactUpToDate(
  context: Context,
  organisationId: string,
  areaPath: string,
  line: OrganisationLine,
): Promise<boolean> {
  if (!line.contactName) return false;
  const phone = line.contactPhone ? phoneColumns(context, line.contactPhone) : null;
  const known = (await contactsOf(context, organisationId)).find((one) => one.name === line.contactName);
  if (!known) {
    const added = await insertContact(context, organisationId, {
      name: line.contactName,
      duty: line.contactDuty ?? null,
      ...(phone ?? { phone_cipher: null, phone_index: null }),
    });
    await announce(context, organisationId, areaPath, contactAdded.name, { contactId: added.id });
    return true;
  }
  const fields = [
    ...(line.contactDuty && line.contactDuty !== known.duty ? ['duty'] : []),
    ...(phone && phone.phone_index !== known.phone_index ? ['phone'] : []),
  ];
  if (fields.length === 0) return false;
  await updateContact(context, known, known.version, {
    duty: line.contactDuty ?? known.duty,
    ...(phone ?? {}),
  });
  await announce(context, organisationId, areaPath, contactChanged.name, { contactId: known.id, fields });
  return true;
}

async function announce(
  context: Context,
  organisationId: string,
  areaPath: string,
  name: string,
  data: Record<string, unknown>,
): Promise<void> {
  await context.emit({ name, subject: { module: 'organisations', id: organisationId }, areaPath, data });
}

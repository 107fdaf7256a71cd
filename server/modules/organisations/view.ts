// Rows as the viewer may see them: names and phones of contacts masked, `can` beside each record.
import type {
  CommitmentRecord,
  ContactRecord,
  OrganisationRow as ListedOrganisation,
  OrganisationRecord,
  PremisesRecord,
} from '#contract/organisations/records.ts';
import type { Context } from '#kernel/context.ts';
import { maskName, maskPhone } from '#kernel/mask/mask.ts';
import { mayEditAt, mayRevealContact } from './policy.ts';
import { mayCommit, moved } from './rules.ts';
import type { CommitmentRow } from './store/commitments.ts';
import type { ContactRow } from './store/contacts.ts';
import type { OrganisationRow } from './store/organisations.ts';
import type { PremisesRow } from './store/premises.ts';

/** Names of areas by id, as territory gives them. */
export type AreaNames = ReadonlyMap<string, string>;

const placeOf = (row: { area_id: string; area_path: string }, names: AreaNames) => ({
  areaId: row.area_id,
  name: names.get(row.area_id) ?? '',
  path: row.area_path,
});

function factsOf(row: OrganisationRow, names: AreaNames) {
  return {
    organisationId: row.id,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    creditCode: row.credit_code,
    industry: row.industry,
    address: row.address,
    area: placeOf(row, names),
    councilMember: row.council_member,
    partyMemberCount: row.party_member_count,
    partyOrganisation: row.party_organisation,
    status: row.status,
  };
}

export function viewListed(
  context: Context,
  row: OrganisationRow,
  contact: ContactRow | undefined,
  names: AreaNames,
): ListedOrganisation {
  return {
    ...factsOf(row, names),
    contact: contact ? { name: maskName(contact.name), phone: maskedPhone(context, contact) } : null,
  };
}

export interface OrganisationParts {
  row: OrganisationRow;
  parentName: string | null;
  contacts: readonly ContactRow[];
  premises: readonly PremisesRow[];
  areasServed: readonly { area_id: string; area_path: string }[];
  commitments: readonly CommitmentRow[];
  names: AreaNames;
}

export function viewOrganisation(context: Context, parts: OrganisationParts): OrganisationRecord {
  const { row, names } = parts;
  return {
    ...factsOf(row, names),
    parent:
      row.parent_id && parts.parentName ? { organisationId: row.parent_id, name: parts.parentName } : null,
    contacts: parts.contacts.map((contact) => viewContact(context, contact)),
    premises: parts.premises.map((room) => viewRoom(room, names)),
    areasServed: parts.areasServed.map((area) => placeOf(area, names)),
    commitments: parts.commitments.map(viewCommitment),
    registeredAt: row.registered_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    version: row.version,
    can: canDo(context, parts),
  };
}

function canDo(context: Context, { row, areasServed }: OrganisationParts): OrganisationRecord['can'] {
  const here = mayEditAt(context.actor, row.area_path) || 'can.area';
  const move = (name: 'edit' | 'close' | 'reopen') => {
    const outcome = moved(row.status, name);
    return here === true ? ('refused' in outcome ? outcome.refused : true) : here;
  };
  const served = areasServed.map((area) => area.area_path);
  return {
    edit: move('edit'),
    close: move('close'),
    reopen: move('reopen'),
    commit: here === true ? mayCommit(row) : here,
    reveal: mayRevealContact(context.actor, row, served) || 'organisation.reveal_not_allowed',
  };
}

export function viewContact(context: Context, row: ContactRow): ContactRecord {
  return {
    contactId: row.id,
    name: maskName(row.name),
    duty: row.duty,
    phone: maskedPhone(context, row),
    version: row.version,
  };
}

const maskedPhone = (context: Context, row: ContactRow): string | null =>
  row.phone_cipher === null ? null : maskPhone(context.services.crypto.decrypt(row.phone_cipher));

function viewRoom(row: PremisesRow, names: AreaNames) {
  return {
    premisesId: row.id,
    area: placeOf(row, names),
    floor: row.floor,
    room: row.room,
    use: row.use,
    squareMetres: row.square_metres,
    checkedOn: row.checked_on,
    checkedBy: row.checked_by,
    note: row.note,
    version: row.version,
  };
}

export function viewPremises(
  context: Context,
  row: PremisesRow,
  names: AreaNames,
  organisationNames: ReadonlyMap<string, string>,
): PremisesRecord {
  const { organisation_id } = row;
  return {
    ...viewRoom(row, names),
    organisation: organisation_id
      ? { organisationId: organisation_id, name: organisationNames.get(organisation_id) ?? '' }
      : null,
    can: { edit: mayEditAt(context.actor, row.area_path) || 'can.area' },
  };
}

export function viewCommitment(row: CommitmentRow): CommitmentRecord {
  return {
    commitmentId: row.id,
    kind: row.kind,
    text: row.text,
    dueOn: row.due_on,
    status: row.status,
    version: row.version,
  };
}

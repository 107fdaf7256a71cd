import type { OrganisationKind, PremisesUse } from '#contract/organisations/kinds.ts';
import type { CommitmentRecord } from '#contract/organisations/records.ts';
import type { InstantColumn } from '#kernel/database/columns.ts';

export interface OrganisationsTable {
  street_id: number;
  id: string;
  kind: OrganisationKind;
  name: string;
  short_name: string | null;
  credit_code: string | null;
  industry: string | null;
  address: string | null;
  area_id: string;
  area_path: string;
  parent_id: string | null;
  council_member: boolean;
  party_member_count: number | null;
  party_organisation: string | null;
  status: 'active' | 'closed';
  search: string[];
  registered_at: InstantColumn;
  updated_at: InstantColumn;
  updated_by: string;
  version: number;
}

interface OrganisationContactsTable {
  street_id: number;
  id: string;
  organisation_id: string;
  position: number;
  name: string;
  duty: string | null;
  phone_cipher: string | null;
  phone_index: string | null;
  version: number;
}

interface OrganisationAreasTable {
  street_id: number;
  organisation_id: string;
  area_id: string;
  area_path: string;
}

interface PremisesTable {
  street_id: number;
  id: string;
  area_id: string;
  area_path: string;
  floor: number | null;
  room: string;
  use: PremisesUse;
  square_metres: number | null;
  organisation_id: string | null;
  checked_on: string | null;
  checked_by: string | null;
  note: string | null;
  version: number;
}

interface OrganisationCommitmentsTable {
  street_id: number;
  id: string;
  organisation_id: string;
  kind: CommitmentRecord['kind'];
  text: string;
  due_on: string | null;
  status: CommitmentRecord['status'];
  recorded_at: InstantColumn;
  version: number;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    organisations: OrganisationsTable;
    organisation_contacts: OrganisationContactsTable;
    organisation_areas: OrganisationAreasTable;
    premises: PremisesTable;
    organisation_commitments: OrganisationCommitmentsTable;
  }
}

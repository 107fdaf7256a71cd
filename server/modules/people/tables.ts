import type {
  CareTag,
  ConsentPurpose,
  ConsentWay,
  CorrectableField,
  GuardianRelation,
  HouseholdTag,
  HouseUse,
  LookPurpose,
  PersonStatus,
  Relation,
  RequestStatus,
  RevealField,
  RevealPurpose,
} from '#contract/people/codes.ts';
import type { InstantColumn, OptionalInstant } from '#kernel/database/columns.ts';

export interface HouseholdsTable {
  street_id: number;
  id: string;
  area_id: string;
  area_path: string;
  room: string;
  room_order: string;
  house_use: HouseUse;
  address: string;
  address_grams: string[];
  tags: HouseholdTag[];
  note: string;
  left_at: OptionalInstant;
  registered_at: InstantColumn;
  updated_at: InstantColumn;
  updated_by: string;
  version: number;
}

export interface PersonsTable {
  street_id: number;
  id: string;
  name: string;
  name_grams: string[];
  sex: 'female' | 'male' | null;
  born_on: string | null;
  phone_cipher: string | null;
  phone_index: string | null;
  phone_tail_index: string | null;
  id_number_cipher: string | null;
  id_number_index: string | null;
  household_id: string | null;
  relation: Relation | null;
  area_id: string;
  area_path: string;
  address: string;
  address_grams: string[];
  care_tags: CareTag[];
  status: PersonStatus;
  ended_at: OptionalInstant;
  registered_at: InstantColumn;
  updated_at: InstantColumn;
  updated_by: string;
  version: number;
}

export interface GuardianshipsTable {
  street_id: number;
  id: string;
  minor_id: string;
  guardian_id: string;
  relation: GuardianRelation;
  verified_at: OptionalInstant;
  added_at: InstantColumn;
  ended_at: OptionalInstant;
}

export interface ConsentsTable {
  street_id: number;
  id: string;
  person_id: string;
  purpose: ConsentPurpose;
  way: ConsentWay;
  given_by_id: string;
  given_at: InstantColumn;
  recorded_by: string | null;
  evidence_file_id: string | null;
  evidence_note: string | null;
  notice_version: string;
  withdrawn_at: OptionalInstant;
  withdrawn_by: string | null;
}

interface Decision {
  status: RequestStatus;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: OptionalInstant;
  decision_reason: string | null;
}

export interface MinorAccessRequestsTable extends Decision {
  street_id: number;
  id: string;
  person_id: string;
  area_path: string;
  requested_by: string;
  requested_by_name: string;
  purpose: RevealPurpose;
  reason: string;
  requested_at: InstantColumn;
  ends_at: OptionalInstant;
}

export interface RevealsTable {
  street_id: number;
  id: string;
  person_id: string;
  account_id: string;
  by_name: string;
  by_role: string | null;
  purpose: LookPurpose;
  reason: string;
  fields: RevealField[];
  request_id: string | null;
  at: InstantColumn;
}

export interface ErasureRequestsTable extends Decision {
  street_id: number;
  id: string;
  person_id: string;
  area_path: string;
  requested_by: string;
  requested_by_name: string;
  by_self: boolean;
  reason: string;
  requested_at: InstantColumn;
  due_on: string;
}

export interface CorrectionRequestsTable extends Decision {
  street_id: number;
  id: string;
  person_id: string;
  area_path: string;
  field: CorrectableField;
  wanted_cipher: string | null;
  requested_by: string;
  requested_at: InstantColumn;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    households: HouseholdsTable;
    persons: PersonsTable;
    guardianships: GuardianshipsTable;
    consents: ConsentsTable;
    minor_access_requests: MinorAccessRequestsTable;
    reveals: RevealsTable;
    erasure_requests: ErasureRequestsTable;
    correction_requests: CorrectionRequestsTable;
    notice_acceptances: {
      street_id: number;
      account_id: string;
      version: string;
      accepted_at: InstantColumn;
    };
  }
}

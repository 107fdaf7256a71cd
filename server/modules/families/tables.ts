import type { FamilyStatus, MemberPart } from '#contract/families/codes.ts';
import type { InstantColumn, OptionalInstant } from '#kernel/database/columns.ts';

export interface FamiliesTable {
  street_id: number;
  id: string;
  nickname: string;
  area_id: string;
  area_path: string;
  on_board: boolean;
  status: FamilyStatus;
  founded_by: string;
  founded_at: InstantColumn;
  version: number;
}

export interface FamilyMembersTable {
  street_id: number;
  id: string;
  family_id: string;
  person_id: string;
  part: MemberPart;
  nickname: string | null;
  joined_at: InstantColumn;
  left_at: OptionalInstant;
}

interface FamilyInvitationsTable {
  street_id: number;
  id: string;
  family_id: string;
  code_index: string;
  code_cipher: string;
  made_by: string;
  made_at: InstantColumn;
  expires_at: InstantColumn;
  used_at: OptionalInstant;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    families: FamiliesTable;
    family_members: FamilyMembersTable;
    family_invitations: FamilyInvitationsTable;
  }
}

import type { Role } from '#contract/identity/roles.ts';
import type { InstantColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface AccountsTable {
  street_id: number;
  id: string;
  person_id: string | null;
  name: string;
  phone_cipher: string;
  phone_index: string;
  status: 'active' | 'disabled';
  password_hash: string | null;
  password_changed_at: OptionalInstant;
  must_change_password: boolean;
  failed_count: number;
  locked_until: OptionalInstant;
  totp_cipher: string | null;
  totp_confirmed_at: OptionalInstant;
  totp_last_step: number | null;
  last_sign_in_at: OptionalInstant;
  version: number;
  created_at: InstantColumn;
}

interface SessionsTable {
  street_id: number;
  token_hash: string;
  id: string;
  account_id: string;
  created_at: InstantColumn;
  expires_at: InstantColumn;
  idle_minutes_max: number;
  last_seen_at: InstantColumn;
  second_factor: boolean;
  device: string;
}

interface DevicesTable {
  street_id: number;
  id: string;
  account_id: string;
  name: string;
  first_seen_at: InstantColumn;
  last_seen_at: InstantColumn;
  wipe_ordered_at: OptionalInstant;
  wiped_at: OptionalInstant;
}

interface SignInCodesTable {
  street_id: number;
  phone_index: string;
  phone_cipher: string;
  code_cipher: string;
  code_hash: string;
  attempts_left: number;
  sent_today_count: number;
  created_at: InstantColumn;
  expires_at: InstantColumn;
}

interface PostsTable {
  street_id: number;
  id: string;
  account_id: string;
  role: Role;
  area_id: string;
  area_path: string;
  organisation_id: string | null;
  staffing: 'full_time' | 'professional' | 'part_time' | null;
  starts_on: string;
  ends_on: string | null;
  version: number;
  created_at: InstantColumn;
}

interface DelegationsTable {
  street_id: number;
  id: string;
  post_id: string;
  deputy_account_id: string;
  starts_at: InstantColumn;
  ends_at: InstantColumn;
  reason: string;
}

interface WechatIdentitiesTable {
  street_id: number;
  appid: string;
  openid: string;
  unionid: string | null;
  account_id: string;
  bound_at: InstantColumn;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    accounts: AccountsTable;
    password_history: {
      street_id: number;
      account_id: string;
      changed_at: InstantColumn;
      password_hash: string;
    };
    sessions: SessionsTable;
    devices: DevicesTable;
    sign_in_codes: SignInCodesTable;
    wechat_identities: WechatIdentitiesTable;
    posts: PostsTable;
    delegations: DelegationsTable;
  }
}

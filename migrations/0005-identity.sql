-- Accounts, sign-in sessions, posts and their deputies.

create table accounts (
  street_id bigint not null,
  id uuid not null,
  person_id uuid,
  name text not null,
  phone_cipher text not null,
  phone_index text not null,
  status text not null check (status in ('active', 'disabled')),
  password_hash text,
  password_changed_at timestamptz,
  must_change_password boolean not null,
  failed_count integer not null,
  locked_until timestamptz,
  totp_cipher text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  last_sign_in_at timestamptz,
  version integer not null,
  created_at timestamptz not null,
  primary key (street_id, id),
  unique (street_id, phone_index)
);
create index accounts_person on accounts (street_id, person_id);
create index accounts_name on accounts (street_id, name, id);

create table password_history (
  street_id bigint not null,
  account_id uuid not null,
  changed_at timestamptz not null,
  password_hash text not null,
  primary key (street_id, account_id, changed_at)
);

create table sessions (
  street_id bigint not null,
  token_hash text not null,
  id uuid not null,
  account_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  idle_minutes_max integer not null,
  last_seen_at timestamptz not null,
  second_factor boolean not null,
  device text not null,
  primary key (street_id, token_hash)
);
create index sessions_account on sessions (street_id, account_id);

-- One open code per phone; phone and code are encrypted, for the reaction that sends them.
create table sign_in_codes (
  street_id bigint not null,
  phone_index text not null,
  phone_cipher text not null,
  code_cipher text not null,
  code_hash text not null,
  attempts_left integer not null,
  sent_today_count integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (street_id, phone_index)
);

-- Prepared for sign-in inside WeChat: one row per public account or mini program a person uses.
create table wechat_identities (
  street_id bigint not null,
  appid text not null,
  openid text not null,
  unionid text,
  account_id uuid not null,
  bound_at timestamptz not null,
  primary key (street_id, appid, openid)
);

create table posts (
  street_id bigint not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  area_id uuid not null,
  area_path text not null,
  organisation_id uuid,
  staffing text check (staffing in ('full_time', 'professional', 'part_time')),
  starts_on date not null,
  ends_on date,
  version integer not null,
  created_at timestamptz not null,
  primary key (street_id, id)
);
create index posts_account on posts (street_id, account_id);
create index posts_area on posts (street_id, area_path text_pattern_ops, role);
create index posts_role on posts (street_id, role, id);

create table delegations (
  street_id bigint not null,
  id uuid not null,
  post_id uuid not null,
  deputy_account_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  primary key (street_id, id)
);
create index delegations_post on delegations (street_id, post_id, ends_at);
create index delegations_deputy on delegations (street_id, deputy_account_id, ends_at);

alter table password_history add constraint password_history_account
  foreign key (street_id, account_id) references accounts (street_id, id) on delete cascade;
alter table sessions add constraint sessions_account_fk
  foreign key (street_id, account_id) references accounts (street_id, id) on delete cascade;
alter table wechat_identities add constraint wechat_identities_account
  foreign key (street_id, account_id) references accounts (street_id, id) on delete cascade;
alter table posts add constraint posts_account_fk
  foreign key (street_id, account_id) references accounts (street_id, id);
alter table posts add constraint posts_area_fk
  foreign key (street_id, area_id) references areas (street_id, id);
alter table delegations add constraint delegations_post_fk
  foreign key (street_id, post_id) references posts (street_id, id);
alter table delegations add constraint delegations_deputy_fk
  foreign key (street_id, deputy_account_id) references accounts (street_id, id);

-- Other programs hand in reports (Open311 GeoReport v2): the keys by which they are known, and what each handed in.

-- The key itself is shown once and never kept.
create table open311_keys (
  street_id bigint not null,
  id uuid not null,
  name text not null,
  secret_hash text not null,
  made_at timestamptz not null,
  made_by text not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  primary key (street_id, id),
  constraint open311_keys_secret unique (street_id, secret_hash)
);

-- By the digest of what was sent, the same report twice is one case.
create table open311_requests (
  street_id bigint not null,
  case_id uuid not null,
  key_id uuid not null,
  repeat_hash text not null,
  body_hash text not null,
  received_at timestamptz not null,
  primary key (street_id, case_id)
);
create index open311_requests_repeat on open311_requests (street_id, key_id, repeat_hash, received_at);
create index open311_requests_key on open311_requests (street_id, key_id, received_at);

create index cases_open311 on cases (street_id, reported_at, id) where channel = 'open311';
create index case_publications_reported on case_publications (street_id, reported_at, id);

alter table open311_requests add constraint open311_requests_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table open311_requests add constraint open311_requests_key_fk
  foreign key (street_id, key_id) references open311_keys (street_id, id) on delete restrict;

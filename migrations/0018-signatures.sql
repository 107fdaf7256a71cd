-- Four-level review in full: each version of an answer is kept, a signature says what it covers and is chained to
-- the one before, an emergency may be told first, and every callback is written down.

-- Signatures of before keep null content: they can be read, not verified.
alter table case_signatures
  add column principal_id text,
  add column instruction text not null default '',
  add column way text not null default 'single',
  add column since timestamptz,
  add column content jsonb,
  add column previous text;
create index case_signatures_by on case_signatures (street_id, account_id, at);

-- Level 0 is the answer as handed in; a higher level is what that level made of it.
create table case_results (
  street_id bigint not null,
  case_id uuid not null,
  round integer not null,
  level integer not null,
  text text not null,
  file_ids uuid[] not null,
  due_at timestamptz,
  by_name text not null,
  at timestamptz not null,
  primary key (street_id, case_id, round, level)
);

-- 先办后签: told before the signatures were complete. Open until they are.
create table case_told_first (
  street_id bigint not null,
  case_id uuid not null,
  round integer not null,
  answer text not null,
  reason text not null,
  by_name text not null,
  at timestamptz not null,
  completed_at timestamptz,
  primary key (street_id, case_id)
);
create index case_told_first_open on case_told_first (street_id, at) where completed_at is null;

create table case_callbacks (
  street_id bigint not null,
  id uuid not null,
  case_id uuid not null,
  round integer not null,
  at timestamptz not null,
  by_name text not null,
  outcome text not null,
  contacted text not null,
  solved text,
  satisfaction text,
  words text not null,
  primary key (street_id, id)
);
create index case_callbacks_of on case_callbacks (street_id, case_id, at);
create index case_callbacks_at on case_callbacks (street_id, at, id);

-- References, named; none crosses a street.
alter table case_results add constraint case_results_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table case_told_first add constraint case_told_first_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table case_callbacks add constraint case_callbacks_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;

-- Cases: every request of the street, from the first word to the signed and confirmed answer.
-- area_path copies territory's path; cases follow area.moved in a reaction.

create table matters (
  street_id bigint not null,
  code text not null,
  name text not null,
  parent_code text,
  position integer not null,
  urgency text not null,
  tags text[] not null,
  self_handle boolean not null,
  community_duty text not null,
  primary key (street_id, code)
);

-- The last number given on a day; numbers read 20261121-0037.
create table case_numbers (
  street_id bigint not null,
  day date not null,
  last integer not null,
  primary key (street_id, day)
);

create table cases (
  street_id bigint not null,
  id uuid not null,
  number text not null,
  external_number text,
  kind text not null,
  status text not null,
  round integer not null,
  tier integer not null,
  signed integer not null,
  returns integer not null,
  designated_final boolean not null,
  channel text not null,
  request_type text not null,
  urgency text not null,
  title text not null,
  text text not null,
  search text[] not null,
  matter_code text,
  area_id uuid,
  area_path text not null,
  place_text text not null,
  longitude double precision,
  latitude double precision,
  reported_by text,
  reported_at timestamptz not null,
  due_at timestamptz,
  -- Nearest date first; what has no date comes last.
  due_order timestamptz not null,
  finished_at timestamptz,
  closed_at timestamptz,
  suspended_at timestamptz,
  suspended_until timestamptz,
  extension_until timestamptz,
  lead_kind text,
  lead_id uuid,
  lead_name text,
  handler_id text,
  result text,
  answer text,
  solved text,
  satisfaction text,
  closure_type text,
  merged_into uuid,
  parent_id uuid,
  supervised boolean not null,
  requester_count integer not null,
  steps integer not null,
  version integer not null,
  primary key (street_id, id),
  constraint cases_number unique (street_id, number),
  constraint cases_external_number unique (street_id, external_number)
);
create index cases_due on cases (street_id, due_order, id);
create index cases_status on cases (street_id, status, due_order, id);
create index cases_place on cases (street_id, area_path text_pattern_ops);
create index cases_parent on cases (street_id, parent_id);
create index cases_merged on cases (street_id, merged_into);
create index cases_mine on cases (street_id, reported_by, reported_at, id);
create index cases_search on cases using gin (search);

-- The steps of one case in order: its timeline, and the events of which its state is the fold.
create table case_steps (
  street_id bigint not null,
  case_id uuid not null,
  seq integer not null,
  event_id uuid not null,
  at timestamptz not null,
  name text not null,
  actor_id text,
  actor_name text not null,
  role text,
  from_status text,
  to_status text not null,
  round integer not null,
  note text,
  data jsonb not null,
  primary key (street_id, case_id, seq)
);

-- Name and phone are personal: names are masked for viewers, the phone is stored encrypted.
create table case_requesters (
  street_id bigint not null,
  id uuid not null,
  case_id uuid not null,
  account_id text,
  name text not null,
  phone_cipher text,
  phone_tail_index text,
  on_behalf_of text,
  hidden boolean not null,
  added_at timestamptz not null,
  primary key (street_id, id)
);
create index case_requesters_of on case_requesters (street_id, case_id, added_at);
create index case_requesters_account on case_requesters (street_id, account_id);

create table case_assignments (
  street_id bigint not null,
  id uuid not null,
  case_id uuid not null,
  role text not null,
  unit_kind text not null,
  unit_id uuid not null,
  unit_name text not null,
  unit_path text not null,
  status text not null,
  due_at timestamptz,
  report text,
  assigned_at timestamptz not null,
  primary key (street_id, id)
);
create index case_assignments_of on case_assignments (street_id, case_id, status);
create index case_assignments_unit on case_assignments (street_id, unit_id, status);
create index case_assignments_place on case_assignments (street_id, unit_path text_pattern_ops);

create table case_signatures (
  street_id bigint not null,
  case_id uuid not null,
  round integer not null,
  level integer not null,
  account_id text not null,
  signer text not null,
  on_behalf_of text,
  role text not null,
  at timestamptz not null,
  digest text not null,
  primary key (street_id, case_id, round, level),
  constraint case_signatures_one_level unique (street_id, case_id, round, account_id)
);

create table case_contacts (
  street_id bigint not null,
  id uuid not null,
  case_id uuid not null,
  round integer not null,
  at timestamptz not null,
  by_name text not null,
  way text not null,
  outcome text not null,
  note text,
  primary key (street_id, id)
);
create index case_contacts_of on case_contacts (street_id, case_id, at);

create table case_timers (
  street_id bigint not null,
  case_id uuid not null,
  timer text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  stopped_at timestamptz,
  warned_at timestamptz,
  primary key (street_id, case_id, timer)
);
create index case_timers_due on case_timers (street_id, due_at) where stopped_at is null and warned_at is null;

-- References, named; none crosses a street.
alter table cases add constraint cases_merged_known
  foreign key (street_id, merged_into) references cases (street_id, id) on delete restrict;
alter table cases add constraint cases_parent_known
  foreign key (street_id, parent_id) references cases (street_id, id) on delete restrict;
alter table case_steps add constraint case_steps_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table case_requesters add constraint case_requesters_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table case_assignments add constraint case_assignments_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table case_signatures add constraint case_signatures_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table case_contacts add constraint case_contacts_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table case_timers add constraint case_timers_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;

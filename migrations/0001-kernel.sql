-- Kernel: streets, the event trail, idempotency, reactions, files, calendar.
-- Every street table's keys are led by street_id (division code, 9 digits); foreign keys stand below.

-- Reference table: the streets this deployment hosts.
create table streets (
  street_id bigint primary key,
  name text not null,
  district text not null,
  pack text not null,
  host text,
  schematic boolean not null,
  demo boolean not null,
  created_at timestamptz not null
);

-- Audit trail, human timeline and source of reactions in one. Append-only by grant.
create table events (
  street_id bigint not null,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  acting_role text,
  name text not null,
  subject_module text not null,
  subject_id text not null,
  from_state text,
  to_state text,
  area_path text,
  data jsonb not null,
  payload_hash text not null,
  primary key (street_id, id)
);
create index events_subject on events (street_id, subject_module, subject_id, id);
create index events_at on events (street_id, at desc, id desc);
create index events_actor on events (street_id, actor_id, id desc);
create index events_name on events (street_id, name, id desc);

-- Events that the sealer has not chained yet; a queue, not history.
create table event_queue (
  street_id bigint not null,
  event_id uuid not null,
  primary key (street_id, event_id)
);

-- The chain: seq is gapless per street because only the holder of event_heads' row lock appends.
create table event_seals (
  street_id bigint not null,
  seq bigint not null,
  event_id uuid not null,
  payload_hash text not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (street_id, seq),
  unique (street_id, event_id)
);

create table event_heads (
  street_id bigint primary key,
  seq bigint not null,
  hash text not null,
  published_on date
);

-- A command from a client and its answer: the same key gives the same answer.
create table idempotency_keys (
  street_id bigint not null,
  account_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null,
  primary key (street_id, account_id, key)
);
create index idempotency_keys_age on idempotency_keys (street_id, created_at);

-- A reaction that has run for an event does not run twice.
create table reactions_done (
  street_id bigint not null,
  event_id uuid not null,
  reaction text not null,
  done_at timestamptz not null,
  primary key (street_id, event_id, reaction)
);

create table files (
  street_id bigint not null,
  id uuid not null,
  digest text not null,
  thumbnail_digest text,
  media_type text not null,
  bytes integer not null,
  width integer,
  height integer,
  file_name text not null,
  subject_module text,
  subject_id text,
  area_path text,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (street_id, id)
);
create index files_subject on files (street_id, subject_module, subject_id);

-- Reference table: the working calendar of the country, one row a day.
create table calendar_days (
  day date primary key,
  is_workday boolean not null,
  kind text not null check (kind in ('workday', 'weekend', 'holiday', 'makeup_workday')),
  name text not null,
  source text not null
);

-- References, named; none crosses a street.
alter table events add constraint events_street foreign key (street_id) references streets (street_id);
alter table files add constraint files_street foreign key (street_id) references streets (street_id);

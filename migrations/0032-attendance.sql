-- Check-in and hours (points.md 3 and R19). Hours are facts: a row is never changed, a correction is a new row.
-- area_path copies territory's path; attendance follows area.moved in a reaction.

-- The key of the venue code of one session; the secret goes when the session is over and late scans have come in.
create table occurrence_keys (
  street_id bigint not null,
  session_id uuid not null,
  occurrence text not null,
  secret_cipher text,
  area_path text not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  destroyed_at timestamptz,
  primary key (street_id, session_id),
  constraint occurrence_keys_occurrence unique (street_id, occurrence)
);
create index occurrence_keys_closing on occurrence_keys (street_id, closes_at) where secret_cipher is not null;

-- Who ran a venue: they hold its key, and their clock is known.
create table venue_duty (
  street_id bigint not null,
  session_id uuid not null,
  account_id uuid not null,
  person_id uuid,
  -- Staff earn nothing for duty; volunteers who help at the door may.
  staff boolean not null,
  screen_offset_ms integer not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (street_id, session_id, account_id)
);

-- One key for each device and person. The pseudonym names nobody; the last accepted step stops replays.
create table member_keys (
  street_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  device_id uuid not null,
  pseudonym text not null,
  key_id text not null,
  secret_cipher text,
  serial integer not null,
  last_step integer,
  given_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (street_id, id),
  constraint member_keys_pseudonym unique (street_id, pseudonym),
  constraint member_keys_device unique (street_id, person_id, device_id)
);
create index member_keys_ending on member_keys (street_id, ends_at) where secret_cipher is not null;

create table scans (
  street_id bigint not null,
  id uuid not null,
  session_id uuid not null,
  area_path text not null,
  person_id uuid not null,
  family_id uuid,
  direction text not null check (direction in ('in', 'out')),
  way text not null check (way in ('venue_code', 'member_code', 'name', 'backfill')),
  mark text not null check (mark in ('ok', 'late', 'review')),
  -- 'void': looked at and not accepted; the place is free again.
  state text not null check (state in ('counts', 'waiting', 'void')),
  reason text,
  happened_at timestamptz not null,
  arrived_at timestamptz not null,
  step integer,
  nonce uuid not null,
  device_id uuid,
  account_id uuid not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (street_id, id),
  constraint scans_nonce unique (street_id, nonce, person_id)
);
create unique index scans_once on scans (street_id, session_id, person_id, direction) where state <> 'void';
create index scans_of_person on scans (street_id, person_id, happened_at);
create index scans_of_device on scans (street_id, session_id, device_id);

-- Held while the scans and hours of one person are judged: two phones at once take their turn.
create table attendance_turns (
  street_id bigint not null,
  person_id uuid not null,
  taken_at timestamptz not null,
  primary key (street_id, person_id)
);

-- Wrong digits typed by an account within an hour.
create table attendance_tries (
  street_id bigint not null,
  account_id uuid not null,
  hour timestamptz not null,
  wrong integer not null,
  primary key (street_id, account_id, hour)
);

create table hours_entries (
  street_id bigint not null,
  id uuid not null,
  session_id uuid not null,
  activity_id uuid not null,
  programme_id uuid,
  title text not null,
  person_id uuid not null,
  family_id uuid,
  organisation_id uuid,
  area_id uuid not null,
  area_path text not null,
  day date not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  minutes integer not null check (minutes between 0 and 1440),
  source text not null check (source in ('mutual', 'self', 'staff', 'backfill')),
  credit text not null check (credit in ('volunteer', 'participant')),
  late boolean not null,
  -- The row this one replaces; a row is replaced once.
  corrects_id uuid,
  reason text,
  request_id uuid,
  recorded_by uuid,
  signed_by text not null,
  -- Keyed digest over the facts of the row.
  signature text not null,
  recorded_at timestamptz not null,
  primary key (street_id, id),
  constraint hours_entries_corrects unique (street_id, corrects_id),
  check (ended_at >= started_at)
);
-- One first row for a person and a session; all others correct it, one after the other.
create unique index hours_entries_once on hours_entries (street_id, session_id, person_id) where corrects_id is null;
create index hours_entries_of on hours_entries (street_id, person_id, day);
create index hours_entries_list on hours_entries (street_id, day desc, id desc);
create index hours_entries_place on hours_entries (street_id, area_path text_pattern_ops);

-- Times by hand and corrections, until a second person has decided.
create table hour_requests (
  street_id bigint not null,
  id uuid not null,
  kind text not null check (kind in ('backfill', 'correction')),
  state text not null check (state in ('waiting', 'confirmed', 'declined')),
  session_id uuid not null,
  title text not null,
  entry_id uuid,
  person_id uuid not null,
  area_path text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  minutes_before integer,
  minutes integer not null,
  reason text not null,
  asked_by uuid not null,
  asked_by_person uuid,
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  primary key (street_id, id)
);
create index hour_requests_waiting on hour_requests (street_id, asked_at, id) where state = 'waiting';
create unique index hour_requests_one on hour_requests (street_id, kind, session_id, person_id)
  where state = 'waiting';

create table certificates (
  street_id bigint not null,
  id uuid not null,
  code text not null,
  person_id uuid not null,
  organisation_id uuid,
  organisation_name text not null,
  from_on date not null,
  to_on date not null,
  minutes integer not null,
  entry_ids uuid[] not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  primary key (street_id, id),
  constraint certificates_code unique (street_id, code)
);
create index certificates_of on certificates (street_id, person_id, issued_at);

-- References, named; none crosses a street.
alter table hours_entries add constraint hours_entries_replaced
  foreign key (street_id, corrects_id) references hours_entries (street_id, id) on delete restrict;
alter table hour_requests add constraint hour_requests_entry
  foreign key (street_id, entry_id) references hours_entries (street_id, id) on delete restrict;

-- People: residents, households, guardians, consent, and the requests by which data are protected.
-- area_path copies territory's path; people follow area.moved in a reaction. Phones and identity numbers are
-- encrypted; the *_index columns are keyed digests by which they can be found and not read.

create table households (
  street_id bigint not null,
  id uuid not null,
  area_id uuid not null,
  area_path text collate "C" not null,
  room text not null,
  -- The room with its numbers padded, so that 2 stands before 10.
  room_order text collate "C" not null,
  house_use text not null check (house_use in ('owned', 'rented', 'vacant', 'other')),
  address text not null,
  address_grams text[] not null,
  tags text[] not null,
  note text not null,
  left_at timestamptz,
  registered_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by text not null,
  version integer not null,
  primary key (street_id, id)
);
-- One file per door: a household that left makes room for the next.
create unique index households_room on households (street_id, area_id, room) where left_at is null;
create index households_order on households (street_id, area_path, room_order, id) where left_at is null;
create index households_tagged on households (street_id, area_path, room_order, id)
  where left_at is null and tags <> '{}';
create index households_address on households using gin (address_grams);

create table persons (
  street_id bigint not null,
  id uuid not null,
  name text not null,
  name_grams text[] not null,
  sex text check (sex in ('female', 'male')),
  born_on date,
  phone_cipher text,
  phone_index text,
  phone_tail_index text,
  id_number_cipher text,
  id_number_index text,
  household_id uuid,
  relation text,
  area_id uuid not null,
  area_path text collate "C" not null,
  address text not null,
  address_grams text[] not null,
  care_tags text[] not null,
  status text not null check (status in ('active', 'departed', 'erased')),
  -- Set when the person left or was erased: the retention clock starts here.
  ended_at timestamptz,
  registered_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by text not null,
  version integer not null,
  primary key (street_id, id),
  check (status <> 'erased' or (phone_cipher is null and id_number_cipher is null and born_on is null and name = ''))
);
create unique index persons_id_number on persons (street_id, id_number_index);
create unique index persons_head on persons (street_id, household_id) where relation = 'head' and status = 'active';
create index persons_place on persons (street_id, area_path, id) where status = 'active';
create index persons_household on persons (street_id, household_id);
create index persons_phone on persons (street_id, phone_index);
create index persons_phone_tail on persons (street_id, phone_tail_index);
create index persons_born on persons (street_id, born_on, area_path) where status = 'active';
create index persons_care on persons (street_id, area_path, id) where status = 'active' and care_tags <> '{}';
create index persons_ended on persons (street_id, status, ended_at) where status <> 'active';
create index persons_name on persons using gin (name_grams);
create index persons_address on persons using gin (address_grams);

create table guardianships (
  street_id bigint not null,
  id uuid not null,
  minor_id uuid not null,
  guardian_id uuid not null,
  relation text not null,
  verified_at timestamptz,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (street_id, id)
);
create unique index guardianships_once on guardianships (street_id, minor_id, guardian_id) where ended_at is null;
create index guardianships_guardian on guardianships (street_id, guardian_id) where ended_at is null;

create table consents (
  street_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  way text not null check (way in ('self', 'guardian', 'paper')),
  given_by_id uuid not null,
  given_at timestamptz not null,
  recorded_by uuid,
  evidence_file_id uuid,
  evidence_note text,
  notice_version text not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (street_id, id),
  check (way <> 'paper' or evidence_file_id is not null or evidence_note is not null)
);
create unique index consents_standing on consents (street_id, person_id, purpose) where withdrawn_at is null;
create index consents_giver on consents (street_id, given_by_id);
create index consents_withdrawn on consents (street_id, withdrawn_at) where withdrawn_at is not null;

-- Leave to see a minor in the clear (regulation on minors online, 2024, articles 34 to 38).
create table minor_access_requests (
  street_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  area_path text collate "C" not null,
  requested_by uuid not null,
  requested_by_name text not null,
  purpose text not null,
  reason text not null,
  requested_at timestamptz not null,
  status text not null check (status in ('requested', 'approved', 'declined')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  ends_at timestamptz,
  primary key (street_id, id),
  check (decided_by is null or decided_by <> requested_by)
);
create unique index minor_access_open on minor_access_requests (street_id, person_id, requested_by)
  where status = 'requested';
create index minor_access_person on minor_access_requests (street_id, person_id, requested_by, id);
create index minor_access_place on minor_access_requests (street_id, status, area_path, id);
create index minor_access_requester on minor_access_requests (street_id, requested_by, id);

-- Who saw what of whom in the clear, and why. Shown to the person; the event carries its id.
create table reveals (
  street_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  by_name text not null,
  by_role text,
  purpose text not null,
  reason text not null,
  fields text[] not null,
  request_id uuid,
  at timestamptz not null,
  primary key (street_id, id)
);
create index reveals_person on reveals (street_id, person_id, id desc);
create index reveals_at on reveals (street_id, at);

create table erasure_requests (
  street_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  area_path text collate "C" not null,
  requested_by uuid not null,
  requested_by_name text not null,
  by_self boolean not null,
  reason text not null,
  requested_at timestamptz not null,
  due_on date not null,
  status text not null check (status in ('requested', 'approved', 'declined')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  primary key (street_id, id)
);
create unique index erasure_open on erasure_requests (street_id, person_id) where status = 'requested';
create index erasure_place on erasure_requests (street_id, status, area_path, id);
create index erasure_person on erasure_requests (street_id, person_id, id);

create table correction_requests (
  street_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  area_path text collate "C" not null,
  field text not null,
  wanted_cipher text,
  requested_by uuid not null,
  requested_at timestamptz not null,
  status text not null check (status in ('requested', 'approved', 'declined')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  primary key (street_id, id)
);
create index correction_place on correction_requests (street_id, status, area_path, id);
create index correction_person on correction_requests (street_id, person_id, id);

create table notice_acceptances (
  street_id bigint not null,
  account_id uuid not null,
  version text not null,
  accepted_at timestamptz not null,
  primary key (street_id, account_id, version)
);

-- References, named; none crosses a street.
alter table persons add constraint persons_household_known
  foreign key (street_id, household_id) references households (street_id, id) on delete restrict;
alter table guardianships add constraint guardianships_minor
  foreign key (street_id, minor_id) references persons (street_id, id) on delete cascade;
alter table guardianships add constraint guardianships_guardian_known
  foreign key (street_id, guardian_id) references persons (street_id, id) on delete cascade;
alter table consents add constraint consents_person
  foreign key (street_id, person_id) references persons (street_id, id) on delete cascade;
alter table consents add constraint consents_evidence
  foreign key (street_id, evidence_file_id) references files (street_id, id) on delete restrict;
alter table minor_access_requests add constraint minor_access_person_known
  foreign key (street_id, person_id) references persons (street_id, id) on delete cascade;
alter table reveals add constraint reveals_person_known
  foreign key (street_id, person_id) references persons (street_id, id) on delete cascade;
alter table erasure_requests add constraint erasure_person_known
  foreign key (street_id, person_id) references persons (street_id, id) on delete cascade;
alter table correction_requests add constraint correction_person_known
  foreign key (street_id, person_id) references persons (street_id, id) on delete cascade;

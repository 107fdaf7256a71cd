-- Organisations: who works, trades, teaches, serves and governs in the street.
-- area_path copies territory's path; organisations follow area.moved in a reaction.

create table organisations (
  street_id bigint not null,
  id uuid not null,
  kind text not null,
  name text not null,
  short_name text,
  credit_code text,
  industry text,
  address text,
  area_id uuid not null,
  area_path text not null,
  parent_id uuid,
  council_member boolean not null,
  party_member_count integer check (party_member_count >= 0),
  party_organisation text,
  status text not null check (status in ('active', 'closed')),
  search text[] not null,
  registered_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by text not null,
  version integer not null,
  primary key (street_id, id),
  constraint organisations_credit_code unique (street_id, credit_code)
);
create index organisations_name on organisations (street_id, status, name, id);
create index organisations_kind on organisations (street_id, status, kind, name, id);
create index organisations_place on organisations (street_id, area_path text_pattern_ops);
create index organisations_parent on organisations (street_id, parent_id);
create index organisations_search on organisations using gin (search);

-- Name and phone are personal: the name is masked for viewers, the phone is stored encrypted.
create table organisation_contacts (
  street_id bigint not null,
  id uuid not null,
  organisation_id uuid not null,
  position integer not null,
  name text not null,
  duty text,
  phone_cipher text,
  phone_index text,
  version integer not null,
  primary key (street_id, id)
);
create index organisation_contacts_of on organisation_contacts (street_id, organisation_id, position);
create index organisation_contacts_phone on organisation_contacts (street_id, phone_index);

create table organisation_areas (
  street_id bigint not null,
  organisation_id uuid not null,
  area_id uuid not null,
  area_path text not null,
  primary key (street_id, organisation_id, area_id)
);
create index organisation_areas_place on organisation_areas (street_id, area_path text_pattern_ops);

-- The floor-by-floor ledger; organisation_id is null while a room stands empty.
create table premises (
  street_id bigint not null,
  id uuid not null,
  area_id uuid not null,
  area_path text not null,
  floor integer,
  room text not null,
  use text not null,
  square_metres double precision,
  organisation_id uuid,
  checked_on date,
  checked_by text,
  note text,
  version integer not null,
  primary key (street_id, id)
);
create unique index premises_once on premises (street_id, area_id, room, organisation_id);
create index premises_place on premises (street_id, area_path text_pattern_ops);
create index premises_order on premises (street_id, area_path, floor, room, id);
create index premises_of on premises (street_id, organisation_id);

create table organisation_commitments (
  street_id bigint not null,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  text text not null,
  due_on date,
  status text not null,
  recorded_at timestamptz not null,
  version integer not null,
  primary key (street_id, id)
);
create index organisation_commitments_of on organisation_commitments (street_id, organisation_id, kind, id);

-- References, named; none crosses a street.
alter table organisations add constraint organisations_parent_known
  foreign key (street_id, parent_id) references organisations (street_id, id) on delete restrict;
alter table organisation_contacts add constraint organisation_contacts_organisation
  foreign key (street_id, organisation_id) references organisations (street_id, id) on delete cascade;
alter table organisation_areas add constraint organisation_areas_organisation
  foreign key (street_id, organisation_id) references organisations (street_id, id) on delete cascade;
alter table premises add constraint premises_organisation
  foreign key (street_id, organisation_id) references organisations (street_id, id) on delete restrict;
alter table organisation_commitments add constraint organisation_commitments_organisation
  foreign key (street_id, organisation_id) references organisations (street_id, id) on delete cascade;

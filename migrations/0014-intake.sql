-- Intake from outside: the duty list and the dispatch directory behind each category, and orders as they
-- came.

create table duty_items (
  street_id bigint not null,
  id uuid not null,
  code text not null,
  text text not null,
  category text,
  community_duty text not null,
  owner_id uuid,
  owner_name text,
  leader text,
  basis text,
  frequency text,
  matter_codes text[] not null,
  search text[] not null,
  retired boolean not null,
  updated_at timestamptz not null,
  updated_by text not null,
  version integer not null,
  primary key (street_id, id),
  constraint duty_items_code unique (street_id, code)
);
create index duty_items_owner on duty_items (street_id, owner_id);

-- area_path copies territory's path, the street's own where the entry holds anywhere; it follows area.moved.
create table dispatch_directory (
  street_id bigint not null,
  id uuid not null,
  matter_code text not null,
  area_id uuid,
  area_path text not null,
  lead_kind text not null,
  lead_id uuid,
  helpers jsonb not null,
  rule text not null,
  duty_item_id uuid,
  valid_from date not null,
  valid_to date,
  updated_at timestamptz not null,
  updated_by text not null,
  version integer not null,
  primary key (street_id, id)
);
create index dispatch_directory_matter on dispatch_directory (street_id, matter_code, area_path);
create index dispatch_directory_duty on dispatch_directory (street_id, duty_item_id);

-- What came with a case from outside, whole: the columns we know and those we do not. Encrypted, because the
-- caller's name and phone stand in it; the digest tells whether a repeated import says anything new.
create table case_sources (
  street_id bigint not null,
  case_id uuid not null,
  origin text not null,
  digest text not null,
  source_cipher text not null,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (street_id, case_id)
);

alter table dispatch_directory add constraint dispatch_directory_duty_item
  foreign key (street_id, duty_item_id) references duty_items (street_id, id) on delete restrict;
alter table case_sources add constraint case_sources_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;

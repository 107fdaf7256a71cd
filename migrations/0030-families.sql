-- Volunteer families (志愿家庭): who belongs together for activities, hours and pooled points.

create table families (
  street_id bigint not null,
  id uuid not null,
  -- Shown instead of any name.
  nickname text not null,
  area_id uuid not null,
  area_path text not null,
  on_board boolean not null,
  status text not null,
  founded_by uuid not null,
  founded_at timestamptz not null,
  version integer not null,
  primary key (street_id, id),
  constraint families_status check (status in ('active', 'dissolved'))
);
create index families_place on families (street_id, area_path text_pattern_ops, id) where status = 'active';

create table family_members (
  street_id bigint not null,
  id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  part text not null,
  nickname text,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (street_id, id),
  constraint family_members_part check (part in ('adult', 'child'))
);
-- One person is in one family.
create unique index family_members_once on family_members (street_id, person_id) where left_at is null;
create index family_members_of on family_members (street_id, family_id);

create table family_invitations (
  street_id bigint not null,
  id uuid not null,
  family_id uuid not null,
  code_index text not null,
  code_cipher text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (street_id, id),
  constraint family_invitations_code unique (street_id, code_index)
);
create index family_invitations_of on family_invitations (street_id, family_id);

alter table family_members add constraint family_members_family
  foreign key (street_id, family_id) references families (street_id, id) on delete restrict;
alter table family_members add constraint family_members_person
  foreign key (street_id, person_id) references persons (street_id, id) on delete restrict;
alter table family_invitations add constraint family_invitations_family
  foreign key (street_id, family_id) references families (street_id, id) on delete restrict;

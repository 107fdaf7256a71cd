-- What a street says about hours: how much of one day counts, and from how many hours each star is given. A row is
-- never changed; the newest whose day has come is in force. Without a row the platform's own is.
create table hours_rules (
  street_id bigint not null,
  version integer not null check (version > 1),
  day_minutes_max integer not null check (day_minutes_max between 60 and 1440),
  star_hours integer[] not null check (cardinality(star_hours) = 5),
  from_on date not null,
  reason text not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (street_id, version)
);

-- A person may ask for a correction of what is on record about them (《志愿服务记录与证明出具办法（试行）》). An ask is no
-- signature: staff take it up, and somebody else signs as ever.
alter table hour_requests drop constraint hour_requests_state_check;
alter table hour_requests add constraint hour_requests_state_check
  check (state in ('asked', 'waiting', 'confirmed', 'declined'));
alter table hour_requests add column wished_by uuid;
alter table hour_requests add column wished_at timestamptz;
create unique index hour_requests_asked on hour_requests (street_id, session_id, person_id) where state = 'asked';
create index hour_requests_wished on hour_requests (street_id, person_id, wished_at) where wished_by is not null;
drop index hour_requests_waiting;
create index hour_requests_open on hour_requests (street_id, asked_at, id) where state in ('asked', 'waiting');

-- Volunteers with a star who want to be named in public, by a name of their own.
create table star_honours (
  street_id bigint not null,
  person_id uuid not null,
  nickname text not null,
  joined_at timestamptz not null,
  primary key (street_id, person_id),
  constraint star_honours_nickname unique (street_id, nickname)
);

-- Keys of members whose phone was lost: what venues download, so that a code of them is known as void without network.
alter table member_keys add column revoked_at timestamptz;
create table revoked_member_keys (
  street_id bigint not null,
  pseudonym text not null,
  person_id uuid not null,
  revoked_at timestamptz not null,
  revoked_by uuid not null,
  primary key (street_id, pseudonym)
);
create index revoked_member_keys_when on revoked_member_keys (street_id, revoked_at);

-- A call may go to volunteer teams. Teams belong to mutual help; calls hear who is in which.
alter table calls add column team_ids uuid[] not null default '{}';
create table call_teams (
  street_id bigint not null,
  team_id uuid not null,
  area_path text collate "C" not null,
  primary key (street_id, team_id)
);
create table call_team_members (
  street_id bigint not null,
  team_id uuid not null,
  person_id uuid not null,
  primary key (street_id, team_id, person_id)
);
create index call_team_members_person on call_team_members (street_id, person_id);
insert into call_teams (street_id, team_id, area_path)
  select street_id, id, area_path from help_teams where status = 'active';
insert into call_team_members (street_id, team_id, person_id)
  select m.street_id, m.team_id, m.person_id from help_team_members m
  join help_teams t on t.street_id = m.street_id and t.id = m.team_id and t.status = 'active';
alter table call_team_members add constraint call_team_members_team
  foreign key (street_id, team_id) references call_teams (street_id, team_id) on delete cascade;

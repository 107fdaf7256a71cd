-- 邻里互助卡: what neighbours ask for, who says they would do it, and how it ended. Places are the community or the
-- estate, never nearer; points stand in the ledger, here is only the hold.

create table help_asks (
  street_id bigint not null,
  id uuid not null,
  asker_id uuid not null,
  community_id uuid not null,
  area_id uuid not null,
  area_path text not null,
  kind text not null,
  text text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  safeguards text[] not null,
  company text not null,
  helpers_wanted integer not null,
  points integer not null,
  status text not null,
  thanks text,
  hidden_reason text,
  asked_at timestamptz not null,
  settled_at timestamptz,
  version integer not null,
  primary key (street_id, id),
  constraint help_asks_points check (points between 0 and 20),
  constraint help_asks_times check (ends_at > starts_at),
  constraint help_asks_status check (status in ('open', 'matched', 'done', 'cancelled', 'lapsed', 'hidden'))
);
create index help_asks_board on help_asks (street_id, community_id, status, starts_at, id);
create index help_asks_asker on help_asks (street_id, asker_id, asked_at);
create index help_asks_path on help_asks (street_id, area_path text_pattern_ops);
create index help_asks_due on help_asks (street_id, ends_at) where status in ('open', 'matched');

create table help_pledges (
  street_id bigint not null,
  id uuid not null,
  ask_id uuid not null,
  helper_id uuid not null,
  state text not null,
  hold_id uuid,
  pledged_at timestamptz not null,
  agreed_at timestamptz,
  primary key (street_id, id),
  constraint help_pledges_once unique (street_id, ask_id, helper_id),
  constraint help_pledges_state check (state in ('offered', 'agreed', 'withdrawn', 'passed', 'thanked', 'missed'))
);
create index help_pledges_helper on help_pledges (street_id, helper_id, pledged_at);

create table help_reports (
  street_id bigint not null,
  id uuid not null,
  ask_id uuid not null,
  reporter_id uuid not null,
  reason text not null,
  note text not null,
  reported_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  primary key (street_id, id),
  constraint help_reports_once unique (street_id, ask_id, reporter_id)
);

-- What somebody can do for the neighbours, until it is changed.
create table help_offers (
  street_id bigint not null,
  person_id uuid not null,
  community_id uuid not null,
  kinds text[] not null,
  times text[] not null,
  paused boolean not null,
  updated_at timestamptz not null,
  primary key (street_id, person_id)
);
create index help_offers_community on help_offers (street_id, community_id) where not paused;

create table help_agreements (
  street_id bigint not null,
  person_id uuid not null,
  edition text not null,
  signed_at timestamptz not null,
  primary key (street_id, person_id, edition)
);

create table help_teams (
  street_id bigint not null,
  id uuid not null,
  community_id uuid not null,
  area_path text not null,
  name text not null,
  purpose text not null,
  leader_id uuid not null,
  status text not null,
  founded_at timestamptz not null,
  version integer not null,
  primary key (street_id, id),
  constraint help_teams_status check (status in ('active', 'closed'))
);
create unique index help_teams_name on help_teams (street_id, community_id, name) where status = 'active';

-- A member and, where an experienced one goes along, who that is.
create table help_team_members (
  street_id bigint not null,
  team_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  mentor_id uuid,
  mentor_state text,
  primary key (street_id, team_id, person_id),
  constraint help_team_members_mentor check ((mentor_id is null) = (mentor_state is null)),
  constraint help_team_members_mentor_state check (mentor_state in ('invited', 'agreed'))
);
create index help_team_members_person on help_team_members (street_id, person_id);

-- What a community needs of volunteer teams.
create table help_needs (
  street_id bigint not null,
  id uuid not null,
  community_id uuid not null,
  area_path text not null,
  title text not null,
  text text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  people_wanted integer not null,
  status text not null,
  team_id uuid,
  result text,
  posted_by text not null,
  posted_at timestamptz not null,
  version integer not null,
  primary key (street_id, id),
  constraint help_needs_status check (status in ('open', 'claimed', 'done', 'withdrawn'))
);
create index help_needs_listed on help_needs (street_id, posted_at, id);

alter table help_pledges add constraint help_pledges_ask
  foreign key (street_id, ask_id) references help_asks (street_id, id) on delete cascade;
alter table help_reports add constraint help_reports_ask
  foreign key (street_id, ask_id) references help_asks (street_id, id) on delete cascade;
alter table help_team_members add constraint help_team_members_team
  foreign key (street_id, team_id) references help_teams (street_id, id) on delete cascade;
alter table help_needs add constraint help_needs_team
  foreign key (street_id, team_id) references help_teams (street_id, id);

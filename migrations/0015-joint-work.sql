-- Joint work: whistles with their responders, evaluations of both sides, links, tags, exclusions.

-- What a dispatcher says the case counts towards; null: what its matter says.
alter table cases add column tags text[];
-- Excluded is not deleted: the case stays, and figures are counted with and without it.
alter table cases add column exclusion text;
create index cases_excluded on cases (street_id, due_order, id) where exclusion is not null;
-- The head of the dispatch desk counts the dispatches of a day.
create index case_steps_dispatched on case_steps (street_id, at) where name = 'dispatch';

create table case_whistles (
  street_id bigint not null,
  case_id uuid not null,
  parent_id uuid not null,
  whistle_type text not null,
  blower_kind text not null,
  blower_id uuid not null,
  blower_name text not null,
  blower_path text not null,
  blown_by text not null,
  blown_by_name text not null,
  blown_at timestamptz not null,
  -- Whom it calls, the leading unit first: [{ kind, unitId, name }].
  called jsonb not null,
  arrive_by timestamptz,
  due_at timestamptz,
  approval text not null,
  approved_by_name text,
  approved_at timestamptz,
  approve_by timestamptz,
  primary key (street_id, case_id)
);
create index case_whistles_of on case_whistles (street_id, parent_id, blown_at);

-- The steps of a called unit in time; its mini-state is the status of the assignment.
create table case_responses (
  street_id bigint not null,
  assignment_id uuid not null,
  case_id uuid not null,
  acknowledge_by timestamptz not null,
  arrive_by timestamptz,
  acknowledged_at timestamptz,
  arrived_at timestamptz,
  reported_at timestamptz,
  primary key (street_id, assignment_id)
);
create index case_responses_of on case_responses (street_id, case_id);

create table case_evaluations (
  street_id bigint not null,
  assignment_id uuid not null,
  of_side text not null,
  case_id uuid not null,
  grades jsonb not null,
  note text,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (street_id, assignment_id, of_side)
);
create index case_evaluations_of on case_evaluations (street_id, case_id);

create table case_links (
  street_id bigint not null,
  case_id uuid not null,
  other_id uuid not null,
  link_kind text not null,
  linked_by_name text not null,
  linked_at timestamptz not null,
  primary key (street_id, case_id, other_id)
);
create index case_links_back on case_links (street_id, other_id);

create table case_exclusions (
  street_id bigint not null,
  id uuid not null,
  case_id uuid not null,
  reason text not null,
  note text not null,
  file_ids uuid[] not null,
  applied_by text not null,
  applied_by_name text not null,
  applied_at timestamptz not null,
  decision text not null,
  decided_by_name text,
  decided_at timestamptz,
  decision_note text,
  primary key (street_id, id)
);
create index case_exclusions_of on case_exclusions (street_id, case_id, applied_at);

alter table case_whistles add constraint case_whistles_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table case_whistles add constraint case_whistles_parent
  foreign key (street_id, parent_id) references cases (street_id, id) on delete cascade;
alter table case_responses add constraint case_responses_assignment
  foreign key (street_id, assignment_id) references case_assignments (street_id, id) on delete cascade;
alter table case_evaluations add constraint case_evaluations_assignment
  foreign key (street_id, assignment_id) references case_assignments (street_id, id) on delete cascade;
alter table case_links add constraint case_links_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table case_links add constraint case_links_other
  foreign key (street_id, other_id) references cases (street_id, id) on delete cascade;
alter table case_exclusions add constraint case_exclusions_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;

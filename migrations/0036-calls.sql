-- 动员令: what the street calls for, to whom it was addressed, who comes. A "no" is kept so that it need not be said
-- twice; it is counted and listed nowhere. Duty shifts and what one leaves to the next.

create table calls (
  street_id bigint not null,
  id uuid not null,
  template text not null,
  title text not null,
  why text not null,
  area_id uuid not null,
  area_path text not null,
  gather_point text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  people_wanted integer not null,
  area_ids uuid[] not null,
  area_paths text[] not null,
  groups text[] not null,
  skills text[] not null,
  status text not null,
  reached_count integer not null,
  came_count integer,
  result text,
  end_reason text,
  issued_by uuid,
  issued_by_name text not null,
  issued_at timestamptz not null,
  ended_at timestamptz,
  activity_id uuid not null,
  session_id uuid not null,
  version integer not null,
  primary key (street_id, id),
  constraint calls_status check (status in ('open', 'stood_down', 'ended')),
  constraint calls_times check (ends_at > starts_at)
);
create index calls_listed on calls (street_id, issued_at, id);
create index calls_due on calls (street_id, ends_at) where status = 'open';

create table call_targets (
  street_id bigint not null,
  call_id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  answer text,
  sign_up_id uuid,
  is_standby boolean not null,
  answered_at timestamptz,
  primary key (street_id, call_id, person_id),
  constraint call_targets_answer check (answer in ('coming', 'not_coming'))
);
create index call_targets_person on call_targets (street_id, person_id, call_id);

create table call_skills (
  street_id bigint not null,
  person_id uuid not null,
  skills text[] not null,
  updated_at timestamptz not null,
  primary key (street_id, person_id)
);

create table duty_shifts (
  street_id bigint not null,
  id uuid not null,
  plan_id uuid not null,
  title text not null,
  area_id uuid not null,
  area_path text not null,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  posts text[] not null,
  places integer not null,
  activity_id uuid not null,
  session_id uuid not null,
  handover text,
  handed_over_by text,
  handed_over_at timestamptz,
  version integer not null,
  primary key (street_id, id),
  constraint duty_shifts_times check (ends_at > starts_at)
);
create index duty_shifts_day on duty_shifts (street_id, starts_at, id);
create index duty_shifts_plan on duty_shifts (street_id, plan_id, starts_at);

alter table call_targets add constraint call_targets_call
  foreign key (street_id, call_id) references calls (street_id, id) on delete cascade;

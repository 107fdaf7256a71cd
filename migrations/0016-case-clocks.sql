-- Clocks apart: paused, extended, recounted, warned of rung by rung; limits of the street in versions.

alter table case_timers drop constraint case_timers_pkey;
alter table case_timers add column part integer not null default 1;
alter table case_timers add column clock text not null default 'urgent_hour';
alter table case_timers add column first_due_at timestamptz;
alter table case_timers add column paused_at timestamptz;
alter table case_timers add column yellow_at timestamptz;
alter table case_timers add column given integer not null default 0;
-- When the next warning is due; null where nothing is left to tell.
alter table case_timers add column alarm_at timestamptz;
alter table case_timers add column guessed boolean not null default false;
alter table case_timers add primary key (street_id, case_id, timer, part);
drop index case_timers_due;
update case_timers set first_due_at = due_at, yellow_at = due_at;
update case_timers set alarm_at = due_at where stopped_at is null and warned_at is null;
alter table case_timers alter column first_due_at set not null;
alter table case_timers alter column yellow_at set not null;
alter table case_timers drop column warned_at;
create index case_timers_alarm on case_timers (street_id, alarm_at) where alarm_at is not null;
create index case_timers_running on case_timers (street_id, case_id) where stopped_at is null;

alter table cases add column sla text;
-- The date came with the order: it is never counted anew.
alter table cases add column due_fixed boolean not null default false;
alter table cases add column inner_due_at timestamptz;
update cases set due_fixed = true where external_number is not null;

-- Time on the phone of a deed that was recorded without network; the server's time judges.
alter table case_steps add column device_at timestamptz;

-- Limits of a street, version by version; a case keeps the version it began with.
create table case_limits (
  street_id bigint not null,
  version text not null,
  valid_from date not null,
  content jsonb not null,
  reason text not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (street_id, version)
);

-- One recount of the open cases of a street after its calendar changed: where it has come to.
create table case_recounts (
  street_id bigint not null,
  reason text not null,
  asked_at timestamptz not null,
  after_case uuid,
  primary key (street_id)
);

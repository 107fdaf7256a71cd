-- What the module of points keeps beside its ledger: which deed earns by which rule, what came of each deed,
-- requests and objections that people decide, and points owed back.

-- A deed of this source earns by this rule; a programme's own line goes before the general one.
create table points_tariffs (
  street_id bigint not null,
  id uuid not null,
  source text not null,
  -- a programme of activities; null: whatever has no line of its own
  activity_programme_id uuid,
  rule_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz,
  made_by text not null,
  primary key (street_id, id)
);
create unique index points_tariffs_in_force on points_tariffs (street_id, source, activity_programme_id)
  nulls not distinct where until_at is null;

-- Every deed that was heard of, with what it earned and by which rule, or why it did not.
create table points_earnings (
  street_id bigint not null,
  id uuid not null,
  source text not null,
  evidence_id text not null,
  -- the first of a chain of corrections
  root_id text not null,
  person_id uuid,
  organisation_id uuid,
  family_id uuid,
  account_id uuid not null,
  activity_programme_id uuid,
  -- what it was, as the register of activities names it
  title text,
  quantity bigint not null,
  amount bigint not null,
  outcome text not null,
  rule_id uuid,
  rule_version integer,
  -- the transfer, or the hold under public notice
  transfer_id uuid,
  happened_at timestamptz not null,
  at timestamptz not null,
  primary key (street_id, id),
  constraint points_earnings_once unique (street_id, source, evidence_id),
  constraint points_earnings_outcome check (outcome in
    ('granted', 'notice', 'no_tariff', 'too_little', 'cap_reached', 'budget_exhausted', 'waiting', 'withheld',
      'reversed', 'refused')),
  constraint points_earnings_amount check (amount >= 0)
);
create index points_earnings_root on points_earnings (street_id, root_id);
create index points_earnings_account on points_earnings (street_id, account_id, at, id);
create index points_earnings_transfer on points_earnings (street_id, transfer_id) where transfer_id is not null;
create index points_earnings_happened on points_earnings (street_id, happened_at);

-- Points that were granted wrongly and are spent already: kept back from what the account earns next.
create table points_recoveries (
  street_id bigint not null,
  id uuid not null,
  account_id uuid not null,
  root_id text not null,
  due bigint not null,
  recovered bigint not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (street_id, id),
  constraint points_recoveries_amount check (due > 0 and recovered >= 0 and recovered <= due)
);
create index points_recoveries_open on points_recoveries (street_id, account_id) where closed_at is null;

-- A grant by hand: one person asks, another decides.
create table points_requests (
  street_id bigint not null,
  id uuid not null,
  rule_id uuid not null,
  source text not null,
  account_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  family_id uuid,
  area_path text not null,
  quantity bigint not null,
  evidence text not null,
  reason text not null,
  state text not null,
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision text,
  transfer_id uuid,
  version integer not null,
  primary key (street_id, id),
  constraint points_requests_evidence unique (street_id, rule_id, evidence),
  constraint points_requests_state check (state in ('waiting', 'granted', 'declined')),
  constraint points_requests_quantity check (quantity > 0)
);
create index points_requests_listed on points_requests (street_id, state, made_at, id);

-- What somebody says against points under public notice.
create table points_objections (
  street_id bigint not null,
  id uuid not null,
  hold_id uuid not null,
  text text not null,
  state text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision text,
  primary key (street_id, id),
  constraint points_objections_once unique (street_id, hold_id, made_by),
  constraint points_objections_state check (state in ('open', 'upheld', 'dismissed'))
);
create index points_objections_open on points_objections (street_id, state, made_at);

-- Results of the daily check of the ledger.
create table points_checks (
  street_id bigint not null,
  id uuid not null,
  at timestamptz not null,
  -- rule and subject of each broken invariant, at most 50
  violations jsonb not null,
  primary key (street_id, id)
);
create index points_checks_at on points_checks (street_id, at);

alter table points_recoveries add constraint points_recoveries_account
  foreign key (street_id, account_id) references points_accounts (street_id, id) on delete restrict;
alter table points_earnings add constraint points_earnings_account
  foreign key (street_id, account_id) references points_accounts (street_id, id) on delete restrict;
alter table points_requests add constraint points_requests_account
  foreign key (street_id, account_id) references points_accounts (street_id, id) on delete restrict;
alter table points_objections add constraint points_objections_hold
  foreign key (street_id, hold_id) references points_holds (street_id, id) on delete restrict;

-- What a street says about redemption. A row is never changed; the newest whose day has come is in force. Without a
-- row the platform's own is.
create table redemption_rules (
  street_id bigint not null,
  version integer not null check (version > 1),
  hold_minutes integer not null check (hold_minutes between 5 and 120),
  undo_minutes integer not null check (undo_minutes between 1 and 1440),
  voucher_points_max integer not null check (voucher_points_max between 1 and 10000),
  voucher_hours integer not null check (voucher_hours between 1 and 24),
  held_max integer not null check (held_max between 1 and 20),
  pair_per_day_max integer not null check (pair_per_day_max between 1 and 50),
  sample_one_in integer not null check (sample_one_in between 1 and 100),
  silence_days integer not null check (silence_days between 3 and 30),
  from_on date not null,
  reason text not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (street_id, version)
);

-- What has begun keeps the limits it began with.
alter table redemptions add column voucher_until timestamptz;
alter table redemptions add column undo_until timestamptz;
update redemptions set voucher_until = reserved_at + interval '20 hours' where mode = 'voucher';
update redemptions set undo_until = captured_at + interval '10 minutes' where captured_at is not null;
alter table redemptions add constraint redemptions_voucher check ((mode = 'voucher') = (voucher_until is not null));
alter table redemptions add constraint redemptions_undo check ((captured_at is null) = (undo_until is null));
drop index redemptions_to_honour;
create index redemptions_to_honour on redemptions (street_id, undo_until, id)
  where state = 'captured' and honoured_at is null;

alter table merchant_settlements add column sample_one_in integer not null default 10;
alter table merchant_settlements alter column sample_one_in drop default;
alter table merchant_settlements add column silent_until timestamptz;
update merchant_settlements set silent_until = opened_at + interval '7 days';
alter table merchant_settlements alter column silent_until set not null;

-- What a spot check of the ledger of hours found, for everybody to read. The seed draws the same rows again.
create table hour_checks (
  street_id bigint not null,
  id uuid not null,
  area_id uuid not null,
  area_path text not null,
  seed text not null,
  from_on date not null,
  to_on date not null,
  out_of integer not null,
  entry_ids uuid[] not null,
  wrong_ids uuid[] not null,
  result text not null,
  published_at timestamptz not null,
  published_by uuid not null,
  published_by_person uuid,
  primary key (street_id, id)
);
create index hour_checks_when on hour_checks (street_id, published_at, id);
create index certificates_when on certificates (street_id, issued_at, id);

-- What residents say against a proof or a check under public notice.
create table hour_objections (
  street_id bigint not null,
  id uuid not null,
  kind text not null check (kind in ('certificate', 'check')),
  subject_id uuid not null,
  area_path text not null,
  text text not null,
  state text not null check (state in ('open', 'upheld', 'dismissed')),
  made_by uuid not null,
  made_by_person uuid not null,
  made_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision text,
  primary key (street_id, id),
  constraint hour_objections_once unique (street_id, subject_id, made_by_person)
);
create index hour_objections_list on hour_objections (street_id, made_at, id);

-- Where asker and helper live, so that the nearest come first. Nobody reads it; the board says same building or estate.
alter table help_asks add column home_path text;
update help_asks set home_path = coalesce(
  (select p.area_path from persons p where p.street_id = help_asks.street_id and p.id = help_asks.asker_id), area_path);
alter table help_asks alter column home_path set not null;
alter table help_offers add column home_path text;
update help_offers set home_path = coalesce(
  (select p.area_path from persons p where p.street_id = help_offers.street_id and p.id = help_offers.person_id), '/');
alter table help_offers alter column home_path set not null;

-- The account of a shop belongs to its organisation, by whose name a statement calls it; until now it bore the id of
-- the membership.
update points_accounts a set owner_id = m.organisation_id::text from merchants m
where a.street_id = m.street_id and a.id = m.account_id;

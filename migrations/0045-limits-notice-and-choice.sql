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

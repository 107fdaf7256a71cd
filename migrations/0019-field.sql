-- What the field brings in: photos before and after the work, and phones that may be wiped from afar.

alter table files add column phase text check (phase in ('before', 'after'));
alter table files add column taken_at timestamptz;

-- A phone that keeps readings. Its id is made by the phone and is as secret as a key.
create table devices (
  street_id bigint not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  wipe_ordered_at timestamptz,
  wiped_at timestamptz,
  primary key (street_id, id)
);
create index devices_account on devices (street_id, account_id, last_seen_at);

alter table devices add constraint devices_account_fk
  foreign key (street_id, account_id) references accounts (street_id, id) on delete cascade;

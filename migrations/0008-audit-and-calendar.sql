-- Daily published heads of the event chain, and the days a street sets apart from the national calendar.

-- Append-only by grant: a head that was published is never taken back.
create table audit_heads (
  street_id bigint not null,
  day date not null,
  seq bigint not null,
  hash text not null,
  published_at timestamptz not null,
  primary key (street_id, day)
);

-- A street's own days; they stand before calendar_days.
create table street_days (
  street_id bigint not null,
  day date not null,
  is_workday boolean not null,
  kind text not null check (kind in ('workday', 'weekend', 'holiday', 'makeup_workday')),
  name text not null,
  reason text not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (street_id, day)
);

-- References, named; none crosses a street.
alter table audit_heads add constraint audit_heads_street foreign key (street_id) references streets (street_id);
alter table street_days add constraint street_days_street foreign key (street_id) references streets (street_id);

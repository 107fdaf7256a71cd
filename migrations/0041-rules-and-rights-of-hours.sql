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

-- What people are told: an inbox for each account, preferences, and the texts that leave the house.

create table notifications (
  street_id bigint not null,
  id uuid not null,
  account_id uuid not null,
  event_id uuid not null,
  kind text not null,
  notice text not null,
  fields jsonb not null,
  subject_module text not null,
  subject_id text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (street_id, id),
  -- An event heard twice tells nobody twice.
  constraint notifications_once unique (street_id, account_id, event_id, notice)
);
create index notifications_inbox on notifications (street_id, account_id, at, id);
create index notifications_unread on notifications (street_id, account_id) where read_at is null;
create index notifications_at on notifications (street_id, at);

create table notification_preferences (
  street_id bigint not null,
  account_id uuid not null,
  muted text[] not null,
  texts boolean not null,
  quiet_from text not null,
  quiet_to text not null,
  version integer not null,
  primary key (street_id, account_id)
);

-- The address is looked up when the text is sent; it is not kept here.
create table deliveries (
  street_id bigint not null,
  id uuid not null,
  event_id uuid not null,
  recipient_kind text not null,
  recipient_id uuid not null,
  subject_id text not null,
  channel text not null,
  template text not null,
  fields jsonb not null,
  status text not null,
  attempts integer not null,
  next_at timestamptz,
  problem text,
  at timestamptz not null,
  done_at timestamptz,
  primary key (street_id, id),
  constraint deliveries_once unique (street_id, event_id, template, recipient_id)
);
create index deliveries_due on deliveries (street_id, next_at) where next_at is not null;
create index deliveries_at on deliveries (street_id, at, id);

alter table notifications add constraint notifications_account
  foreign key (street_id, account_id) references accounts (street_id, id) on delete cascade;
alter table notification_preferences add constraint notification_preferences_account
  foreign key (street_id, account_id) references accounts (street_id, id) on delete cascade;

-- Points: a double-entry ledger in functions (points.md section 2 and 6). One call is one command.
-- The application may read these tables and call points_command; it has no right to write them.
-- Amounts are whole points; debit is the account that gives, credit the one that receives.

create table points_accounts (
  street_id bigint not null,
  id uuid not null,
  kind text not null,
  owner_id text not null,
  -- Rows that everybody touches are locked last: members before merchants before budgets.
  lock_rank smallint not null,
  balance bigint not null,
  held bigint not null,
  status text not null,
  opened_at timestamptz not null,
  primary key (street_id, id),
  constraint points_accounts_owner unique (street_id, kind, owner_id),
  constraint points_accounts_kind check (kind in
    ('mint', 'budget', 'member', 'family', 'merchant', 'expired', 'settled', 'donation')),
  constraint points_accounts_held check (held >= 0),
  constraint points_accounts_covered check (kind = 'mint' or balance >= held)
);

create table points_programmes (
  street_id bigint not null,
  id uuid not null,
  name text not null,
  year integer not null,
  budget_id uuid not null,
  funded bigint not null,
  primary key (street_id, id),
  constraint points_programmes_name unique (street_id, name, year)
);

-- A rule is never changed: another version is another row, and each grant names the one it followed.
create table points_rules (
  street_id bigint not null,
  id uuid not null,
  version integer not null,
  programme_id uuid not null,
  title text not null,
  -- points for every `per` units of the evidence (minutes, times); a rest earns nothing
  points bigint not null,
  per bigint not null,
  day_cap bigint,
  year_cap bigint,
  -- days of public notice (公示) before granted points may be spent
  notice_days integer not null,
  -- life of the points: to the end of the n-th calendar year after the grant, or n days
  life_years integer,
  life_days integer,
  -- a grant above this needs a second person; null: it never does
  approval_above bigint,
  made_at timestamptz not null,
  made_by text not null,
  primary key (street_id, id, version),
  constraint points_rules_positive check (points > 0 and per > 0),
  constraint points_rules_life check ((life_years is null) <> (life_days is null))
);

create table points_transfers (
  street_id bigint not null,
  id uuid not null,
  kind text not null,
  debit uuid not null,
  credit uuid not null,
  amount bigint not null,
  hold_id uuid,
  reverses uuid,
  evidence_id text,
  rule_id uuid,
  rule_version integer,
  quantity bigint,
  at timestamptz not null,
  actor text not null,
  command_id uuid not null,
  primary key (street_id, id),
  constraint points_transfers_hold unique (street_id, hold_id),
  constraint points_transfers_reverses unique (street_id, reverses),
  constraint points_transfers_amount check (amount > 0),
  constraint points_transfers_sides check (debit <> credit)
);
create index points_transfers_debit on points_transfers (street_id, debit, at, id);
create index points_transfers_credit on points_transfers (street_id, credit, at, id);

create table points_holds (
  street_id bigint not null,
  id uuid not null,
  kind text not null,
  payer uuid not null,
  payee uuid not null,
  amount bigint not null,
  captured bigint not null,
  state text not null,
  made_at timestamptz not null,
  -- a redemption or thanks lapses then; points under notice are released then
  due_at timestamptz not null,
  evidence_id text,
  rule_id uuid,
  rule_version integer,
  quantity bigint,
  actor text not null,
  primary key (street_id, id),
  constraint points_holds_kind check (kind in ('redeem', 'help', 'notice')),
  constraint points_holds_state check (state in ('pending', 'captured', 'voided', 'expired')),
  constraint points_holds_amount check (amount > 0 and captured >= 0 and captured <= amount),
  constraint points_holds_captured check ((state = 'captured') = (captured > 0))
);
create index points_holds_due on points_holds (street_id, kind, due_at) where state = 'pending';
create index points_holds_payer on points_holds (street_id, payer) where state = 'pending';

create table points_lots (
  street_id bigint not null,
  id uuid not null,
  account_id uuid not null,
  grant_id uuid not null,
  remaining bigint not null,
  held bigint not null,
  expires_at timestamptz not null,
  primary key (street_id, id),
  constraint points_lots_covered check (0 <= held and held <= remaining)
);
create index points_lots_account on points_lots (street_id, account_id, expires_at) where remaining > 0;
create index points_lots_due on points_lots (street_id, expires_at) where remaining > 0;
create index points_lots_grant on points_lots (street_id, grant_id);

-- What a transfer took out of a lot, and what a hold keeps in one.
create table points_lot_uses (
  street_id bigint not null,
  id uuid not null,
  lot_id uuid not null,
  transfer_id uuid,
  hold_id uuid,
  amount bigint not null,
  primary key (street_id, id),
  constraint points_lot_uses_amount check (amount > 0),
  constraint points_lot_uses_one check ((transfer_id is null) <> (hold_id is null))
);
create index points_lot_uses_transfer on points_lot_uses (street_id, transfer_id) where transfer_id is not null;
create index points_lot_uses_hold on points_lot_uses (street_id, hold_id) where hold_id is not null;

-- Every command with its whole request and its answer: the same key gets the same answer.
create table points_commands (
  street_id bigint not null,
  id uuid not null,
  kind text not null,
  request jsonb not null,
  actor text not null,
  at timestamptz not null,
  result jsonb not null,
  primary key (street_id, id)
);

-- Evidence earns once by a rule, whatever the version, at once or after public notice.
create table points_evidence (
  street_id bigint not null,
  evidence_id text not null,
  rule_id uuid not null,
  command_id uuid not null,
  primary key (street_id, evidence_id, rule_id)
);

create table points_cap_counters (
  street_id bigint not null,
  rule_id uuid not null,
  account_id uuid not null,
  period text not null,
  used bigint not null,
  primary key (street_id, rule_id, account_id, period)
);

create table points_settlements (
  street_id bigint not null,
  id uuid not null,
  merchant_account uuid not null,
  period_end timestamptz not null,
  total bigint not null,
  state text not null,
  opened_by text not null,
  signed_by text,
  payment_ref text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (street_id, id),
  constraint points_settlements_period unique (street_id, merchant_account, period_end),
  constraint points_settlements_state check (state in ('open', 'signed', 'closed')),
  constraint points_settlements_two check (signed_by is null or signed_by <> opened_by)
);

create table points_settlement_lines (
  street_id bigint not null,
  settlement_id uuid not null,
  transfer_id uuid not null,
  amount bigint not null,
  primary key (street_id, settlement_id, transfer_id),
  constraint points_settlement_lines_once unique (street_id, transfer_id)
);

alter table points_transfers add constraint points_transfers_debit_account
  foreign key (street_id, debit) references points_accounts (street_id, id) on delete restrict;
alter table points_transfers add constraint points_transfers_credit_account
  foreign key (street_id, credit) references points_accounts (street_id, id) on delete restrict;
alter table points_lots add constraint points_lots_of
  foreign key (street_id, account_id) references points_accounts (street_id, id) on delete restrict;
alter table points_programmes add constraint points_programmes_budget
  foreign key (street_id, budget_id) references points_accounts (street_id, id) on delete restrict;
alter table points_rules add constraint points_rules_programme
  foreign key (street_id, programme_id) references points_programmes (street_id, id) on delete restrict;
alter table points_settlement_lines add constraint points_settlement_lines_of
  foreign key (street_id, settlement_id) references points_settlements (street_id, id) on delete restrict;

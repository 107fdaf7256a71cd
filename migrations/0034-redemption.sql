-- Redemption: merchants that take part, what they offer for points, what was taken at the counter, monthly settlement.
-- The points themselves move in the ledger; a redemption names its hold and its transfer there.

create table merchants (
  street_id bigint not null,
  id uuid not null,
  organisation_id uuid not null,
  area_path text not null,
  agreement text not null,
  status text not null check (status in ('active', 'suspended')),
  badge boolean not null,
  fen_per_point integer not null check (fen_per_point >= 0),
  -- the ledger account that receives the points
  account_id uuid not null,
  owner_account_id uuid not null,
  joined_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by text not null,
  version integer not null,
  primary key (street_id, id),
  constraint merchants_organisation unique (street_id, organisation_id)
);
create index merchants_place on merchants (street_id, area_path text_pattern_ops);

create table merchant_offers (
  street_id bigint not null,
  id uuid not null,
  merchant_id uuid not null,
  title text not null,
  kind text not null,
  points integer not null check (points > 0),
  stock_total integer not null,
  stock_left integer not null,
  person_cap integer,
  family_cap integer,
  cap_period text not null,
  valid_from date not null,
  valid_to date not null,
  paused boolean not null,
  offline boolean not null,
  made_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by text not null,
  version integer not null,
  primary key (street_id, id),
  -- The last piece is given once, whatever the code above does.
  constraint merchant_offers_stock check (0 <= stock_left and stock_left <= stock_total),
  constraint merchant_offers_dates check (valid_from <= valid_to)
);
create index merchant_offers_of on merchant_offers (street_id, merchant_id, made_at, id);
create index merchant_offers_running on merchant_offers (street_id, valid_to, id);

create table redemptions (
  street_id bigint not null,
  id uuid not null,
  offer_id uuid not null,
  merchant_id uuid not null,
  mode text not null check (mode in ('counter', 'voucher')),
  state text not null check (state in ('reserved', 'captured', 'undone', 'lapsed', 'voided')),
  person_id uuid not null,
  payer_id uuid not null,
  points integer not null,
  -- as agreed when it was reserved, in fen
  subsidy_fen integer not null,
  hold_id uuid not null,
  transfer_id uuid,
  reserved_at timestamptz not null,
  hold_until timestamptz not null,
  -- the code that is good now; the digits are kept as a keyed digest only
  code_digest text,
  code_until timestamptz,
  captured_at timestamptz,
  captured_by uuid,
  captured_device text,
  undone_at timestamptz,
  honoured_at timestamptz,
  settlement_id uuid,
  primary key (street_id, id),
  constraint redemptions_hold unique (street_id, hold_id),
  constraint redemptions_transfer unique (street_id, transfer_id),
  constraint redemptions_taken check ((captured_at is null) = (transfer_id is null))
);
create index redemptions_person on redemptions (street_id, person_id, reserved_at, id);
create index redemptions_payer on redemptions (street_id, payer_id, reserved_at, id);
create index redemptions_offer on redemptions (street_id, offer_id, state, reserved_at);
create index redemptions_taken_at on redemptions (street_id, merchant_id, captured_at, id) where captured_at is not null;
create index redemptions_due on redemptions (street_id, hold_until, id) where state = 'reserved';
create index redemptions_to_honour on redemptions (street_id, captured_at, id)
  where state = 'captured' and honoured_at is null;
create index redemptions_settled on redemptions (street_id, settlement_id) where settlement_id is not null;

-- Codes shown in the last day, so that an old one is told from a wrong one.
create table redemption_codes (
  street_id bigint not null,
  digest text not null,
  redemption_id uuid not null,
  good_until timestamptz not null,
  primary key (street_id, digest, redemption_id, good_until)
);
create index redemption_codes_old on redemption_codes (street_id, good_until);
create index redemption_codes_of on redemption_codes (street_id, redemption_id);

-- Wrong digits by merchant and minute: six digits must not be guessed.
create table redemption_misses (
  street_id bigint not null,
  merchant_id uuid not null,
  minute timestamptz not null,
  count integer not null,
  primary key (street_id, merchant_id, minute)
);

create table merchant_ratings (
  street_id bigint not null,
  redemption_id uuid not null,
  merchant_id uuid not null,
  stars integer not null check (stars between 1 and 5),
  note text not null,
  rated_at timestamptz not null,
  primary key (street_id, redemption_id)
);
create index merchant_ratings_of on merchant_ratings (street_id, merchant_id, rated_at);

create table merchant_score_entries (
  street_id bigint not null,
  id uuid not null,
  merchant_id uuid not null,
  item text not null,
  points integer not null,
  note text not null,
  entered_at timestamptz not null,
  entered_by text not null,
  primary key (street_id, id)
);
create index merchant_score_entries_of on merchant_score_entries (street_id, merchant_id, entered_at);

create table merchant_scores (
  street_id bigint not null,
  merchant_id uuid not null,
  month text not null,
  base integer not null,
  items integer not null,
  rating_move integer not null,
  ratings integer not null,
  score integer not null,
  published_at timestamptz not null,
  primary key (street_id, merchant_id, month)
);

create table merchant_settlements (
  street_id bigint not null,
  id uuid not null,
  merchant_id uuid not null,
  month text not null,
  count integer not null,
  points bigint not null,
  subsidy_fen bigint not null,
  state text not null check (state in ('open', 'confirmed', 'appealed', 'signed', 'closed')),
  opened_at timestamptz not null,
  opened_by uuid not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  appeal text,
  answer text,
  signed_at timestamptz,
  signed_by uuid,
  closed_at timestamptz,
  payment_reference text,
  version integer not null,
  primary key (street_id, id),
  constraint merchant_settlements_month unique (street_id, merchant_id, month),
  constraint merchant_settlements_two check (signed_by is null or signed_by <> opened_by)
);
create index merchant_settlements_list on merchant_settlements (street_id, month, id);

-- References, named; none crosses a street.
alter table merchants add constraint merchants_organisation_known
  foreign key (street_id, organisation_id) references organisations (street_id, id) on delete restrict;
alter table merchant_offers add constraint merchant_offers_merchant
  foreign key (street_id, merchant_id) references merchants (street_id, id) on delete restrict;
alter table redemptions add constraint redemptions_offer_known
  foreign key (street_id, offer_id) references merchant_offers (street_id, id) on delete restrict;
alter table redemptions add constraint redemptions_merchant
  foreign key (street_id, merchant_id) references merchants (street_id, id) on delete restrict;
alter table redemptions add constraint redemptions_settlement
  foreign key (street_id, settlement_id) references merchant_settlements (street_id, id) on delete restrict;
alter table redemption_codes add constraint redemption_codes_redemption
  foreign key (street_id, redemption_id) references redemptions (street_id, id) on delete cascade;
alter table merchant_ratings add constraint merchant_ratings_redemption
  foreign key (street_id, redemption_id) references redemptions (street_id, id) on delete cascade;
alter table merchant_score_entries add constraint merchant_score_entries_merchant
  foreign key (street_id, merchant_id) references merchants (street_id, id) on delete restrict;
alter table merchant_scores add constraint merchant_scores_merchant
  foreign key (street_id, merchant_id) references merchants (street_id, id) on delete restrict;
alter table merchant_settlements add constraint merchant_settlements_merchant
  foreign key (street_id, merchant_id) references merchants (street_id, id) on delete restrict;

import type {
  CapPeriod,
  MerchantStatus,
  OfferKind,
  RedemptionMode,
  RedemptionState,
  ScoreItem,
  SettlementState,
} from '#contract/redemption/codes.ts';
import type { InstantColumn, OptionalInstant } from '#kernel/database/columns.ts';

export interface MerchantsTable {
  street_id: number;
  id: string;
  organisation_id: string;
  area_path: string;
  agreement: string;
  status: MerchantStatus;
  badge: boolean;
  fen_per_point: number;
  account_id: string;
  owner_account_id: string;
  joined_at: InstantColumn;
  updated_at: InstantColumn;
  updated_by: string;
  version: number;
}

export interface MerchantOffersTable {
  street_id: number;
  id: string;
  merchant_id: string;
  title: string;
  kind: OfferKind;
  points: number;
  stock_total: number;
  stock_left: number;
  person_cap: number | null;
  family_cap: number | null;
  cap_period: CapPeriod;
  valid_from: string;
  valid_to: string;
  paused: boolean;
  offline: boolean;
  made_at: InstantColumn;
  updated_at: InstantColumn;
  updated_by: string;
  version: number;
}

export interface RedemptionsTable {
  street_id: number;
  id: string;
  offer_id: string;
  merchant_id: string;
  mode: RedemptionMode;
  state: RedemptionState;
  person_id: string;
  payer_id: string;
  points: number;
  subsidy_fen: number;
  hold_id: string;
  transfer_id: string | null;
  reserved_at: InstantColumn;
  hold_until: InstantColumn;
  voucher_until: OptionalInstant;
  code_digest: string | null;
  code_until: OptionalInstant;
  captured_at: OptionalInstant;
  undo_until: OptionalInstant;
  captured_by: string | null;
  captured_device: string | null;
  undone_at: OptionalInstant;
  honoured_at: OptionalInstant;
  settlement_id: string | null;
}

interface RedemptionCodesTable {
  street_id: number;
  digest: string;
  redemption_id: string;
  good_until: InstantColumn;
}

interface RedemptionMissesTable {
  street_id: number;
  merchant_id: string;
  minute: InstantColumn;
  count: number;
}

interface MerchantRatingsTable {
  street_id: number;
  redemption_id: string;
  merchant_id: string;
  stars: number;
  note: string;
  rated_at: InstantColumn;
}

interface MerchantScoreEntriesTable {
  street_id: number;
  id: string;
  merchant_id: string;
  item: ScoreItem;
  points: number;
  note: string;
  entered_at: InstantColumn;
  entered_by: string;
}

interface MerchantScoresTable {
  street_id: number;
  merchant_id: string;
  month: string;
  base: number;
  items: number;
  rating_move: number;
  ratings: number;
  score: number;
  published_at: InstantColumn;
}

export interface MerchantSettlementsTable {
  street_id: number;
  id: string;
  merchant_id: string;
  month: string;
  count: number;
  points: number;
  subsidy_fen: number;
  state: SettlementState;
  opened_at: InstantColumn;
  opened_by: string;
  sample_one_in: number;
  silent_until: InstantColumn;
  confirmed_at: OptionalInstant;
  confirmed_by: string | null;
  appeal: string | null;
  answer: string | null;
  signed_at: OptionalInstant;
  signed_by: string | null;
  closed_at: OptionalInstant;
  payment_reference: string | null;
  version: number;
}

interface RedemptionRulesTable {
  street_id: number;
  version: number;
  hold_minutes: number;
  undo_minutes: number;
  voucher_points_max: number;
  voucher_hours: number;
  held_max: number;
  pair_per_day_max: number;
  sample_one_in: number;
  silence_days: number;
  from_on: string;
  reason: string;
  made_by: string;
  made_by_name: string;
  made_at: InstantColumn;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    merchants: MerchantsTable;
    merchant_offers: MerchantOffersTable;
    redemptions: RedemptionsTable;
    redemption_rules: RedemptionRulesTable;
    redemption_codes: RedemptionCodesTable;
    redemption_misses: RedemptionMissesTable;
    merchant_ratings: MerchantRatingsTable;
    merchant_score_entries: MerchantScoreEntriesTable;
    merchant_scores: MerchantScoresTable;
    merchant_settlements: MerchantSettlementsTable;
  }
}

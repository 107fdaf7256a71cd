// The ledger's tables, written by its functions alone (migrations 0021 to 0023); points are whole numbers.
import type { InstantColumn, JsonColumn, OptionalInstant } from '#kernel/database/columns.ts';

interface PointsAccountsTable {
  street_id: number;
  id: string;
  kind: string;
  owner_id: string;
  lock_rank: number;
  balance: number;
  held: number;
  status: string;
  opened_at: InstantColumn;
}

interface PointsCapCountersTable {
  street_id: number;
  rule_id: string;
  account_id: string;
  period: string;
  used: number;
}

interface PointsCommandsTable {
  street_id: number;
  id: string;
  kind: string;
  request: JsonColumn<Record<string, unknown>>;
  actor: string;
  at: InstantColumn;
  result: JsonColumn<Record<string, unknown>>;
}

interface PointsEvidenceTable {
  street_id: number;
  evidence_id: string;
  rule_id: string;
  command_id: string;
}

interface PointsHoldsTable {
  street_id: number;
  id: string;
  kind: string;
  payer: string;
  payee: string;
  amount: number;
  captured: number;
  state: string;
  made_at: InstantColumn;
  due_at: InstantColumn;
  evidence_id: string | null;
  rule_id: string | null;
  rule_version: number | null;
  quantity: number | null;
  actor: string;
}

interface PointsLotUsesTable {
  street_id: number;
  id: string;
  lot_id: string;
  transfer_id: string | null;
  hold_id: string | null;
  amount: number;
}

interface PointsLotsTable {
  street_id: number;
  id: string;
  account_id: string;
  grant_id: string;
  remaining: number;
  held: number;
  expires_at: InstantColumn;
}

interface PointsProgrammesTable {
  street_id: number;
  id: string;
  name: string;
  year: number;
  budget_id: string;
  funded: number;
}

interface PointsRulesTable {
  street_id: number;
  id: string;
  version: number;
  programme_id: string;
  title: string;
  points: number;
  per: number;
  day_cap: number | null;
  year_cap: number | null;
  notice_days: number;
  life_years: number | null;
  life_days: number | null;
  approval_above: number | null;
  made_at: InstantColumn;
  made_by: string;
}

interface PointsSettlementLinesTable {
  street_id: number;
  settlement_id: string;
  transfer_id: string;
  amount: number;
}

interface PointsSettlementsTable {
  street_id: number;
  id: string;
  merchant_account: string;
  period_end: InstantColumn;
  total: number;
  state: string;
  opened_by: string;
  signed_by: string | null;
  payment_ref: string | null;
  opened_at: InstantColumn;
  closed_at: OptionalInstant;
}

interface PointsTransfersTable {
  street_id: number;
  id: string;
  kind: string;
  debit: string;
  credit: string;
  amount: number;
  hold_id: string | null;
  reverses: string | null;
  evidence_id: string | null;
  rule_id: string | null;
  rule_version: number | null;
  quantity: number | null;
  at: InstantColumn;
  actor: string;
  command_id: string;
}

/** Broken invariants of points.md section 8; a view. */
interface PointsViolationsView {
  street_id: number | null;
  rule: string | null;
  subject: string | null;
}

declare module '#kernel/database/tables.ts' {
  interface Tables {
    points_accounts: PointsAccountsTable;
    points_cap_counters: PointsCapCountersTable;
    points_commands: PointsCommandsTable;
    points_evidence: PointsEvidenceTable;
    points_holds: PointsHoldsTable;
    points_lot_uses: PointsLotUsesTable;
    points_lots: PointsLotsTable;
    points_programmes: PointsProgrammesTable;
    points_rules: PointsRulesTable;
    points_settlement_lines: PointsSettlementLinesTable;
    points_settlements: PointsSettlementsTable;
    points_transfers: PointsTransfersTable;
    points_violations: PointsViolationsView;
  }
}

// The ledger's tables, written by its functions alone (migrations 0021 to 0023); points are whole numbers. Those of
// migration 0033 are written by the module.
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

interface PointsTariffsTable {
  street_id: number;
  id: string;
  source: string;
  activity_programme_id: string | null;
  rule_id: string;
  from_at: InstantColumn;
  until_at: OptionalInstant;
  made_by: string;
}

interface PointsEarningsTable {
  street_id: number;
  id: string;
  source: string;
  evidence_id: string;
  root_id: string;
  person_id: string | null;
  organisation_id: string | null;
  family_id: string | null;
  account_id: string;
  activity_programme_id: string | null;
  title: string | null;
  quantity: number;
  amount: number;
  outcome: string;
  rule_id: string | null;
  rule_version: number | null;
  transfer_id: string | null;
  happened_at: InstantColumn;
  at: InstantColumn;
}

interface PointsRecoveriesTable {
  street_id: number;
  id: string;
  account_id: string;
  root_id: string;
  due: number;
  recovered: number;
  opened_at: InstantColumn;
  closed_at: OptionalInstant;
}

interface PointsRequestsTable {
  street_id: number;
  id: string;
  rule_id: string;
  source: string;
  account_id: string;
  person_id: string | null;
  organisation_id: string | null;
  family_id: string | null;
  area_path: string;
  quantity: number;
  evidence: string;
  reason: string;
  state: string;
  made_by: string | null;
  made_by_name: string;
  made_at: InstantColumn;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: OptionalInstant;
  decision: string | null;
  transfer_id: string | null;
  version: number;
}

interface PointsObjectionsTable {
  street_id: number;
  id: string;
  hold_id: string;
  text: string;
  state: string;
  made_by: string;
  made_at: InstantColumn;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: OptionalInstant;
  decision: string | null;
}

interface PointsChecksTable {
  street_id: number;
  id: string;
  at: InstantColumn;
  violations: JsonColumn<{ rule: string; subject: string | null }[]>;
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
    points_checks: PointsChecksTable;
    points_earnings: PointsEarningsTable;
    points_objections: PointsObjectionsTable;
    points_recoveries: PointsRecoveriesTable;
    points_requests: PointsRequestsTable;
    points_tariffs: PointsTariffsTable;
    points_violations: PointsViolationsView;
  }
}

// The state of the machine as a row of the register holds it.
import { type KindRules, kindRules } from '#contract/cases/kinds.ts';
import type { CaseState } from './rules.ts';

type Kept = Pick<CaseState, 'kind' | 'status' | 'round' | 'tier' | 'signed' | 'returns'> & {
  designated_final: boolean;
  kind_rules: KindRules | null;
};

/** What the kind of a case said when it began; nothing stands in the row where the street has no kinds of its own. */
export const rulesOf = ({ kind, kind_rules }: Pick<Kept, 'kind' | 'kind_rules'>): KindRules =>
  kind_rules ?? kindRules[kind];

export const stateOf = (row: Kept): CaseState => ({
  kind: row.kind,
  rules: rulesOf(row),
  status: row.status,
  round: row.round,
  tier: row.tier,
  signed: row.signed,
  returns: row.returns,
  designatedFinal: row.designated_final,
});

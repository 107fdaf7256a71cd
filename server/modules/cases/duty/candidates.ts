// Which units are offered to the dispatcher, in which order. Pure.
import type { AssignmentRole, CommunityDuty, UnitKind } from '#contract/cases/codes.ts';
import type { SuggestionReason } from '#contract/cases/duty/codes.ts';
import type { UnitCandidate } from '#contract/cases/duty/records.ts';

export interface Offer {
  unit: { kind: UnitKind; unitId: string; name: string };
  role: AssignmentRole;
  reason: SuggestionReason;
  rule: string;
  dutyItem: UnitCandidate['dutyItem'];
  /** A community, its office or a grid: art. 17 says whether it may lead. */
  local: boolean;
  /** How sure the reason alone makes us, 0 to 1. */
  weight: number;
}

/** What each reason is worth; a directory entry is the street's own decision, the rest is circumstantial. */
export const weights = {
  directoryExact: 0.95,
  directoryBranch: 0.85,
  dutyItem: 0.8,
  tierProperty: 0.9,
  property: 0.3,
  communityLead: 0.7,
  communityAssist: 0.5,
  similarMost: 0.6,
} as const;

interface Facts {
  duty: CommunityDuty | null;
  /** Unit → similar cases near here that it has finished. */
  solved: ReadonlyMap<string, number>;
  returnedBy: ReadonlySet<string>;
  assistOnly: string;
  returnedRule: string;
}

const solvedAddsMost = 0.04;
const returnedShare = 0.2;
export const candidatesMax = 10;

/** One candidate for each unit, for its strongest reason; leads before helpers, the surest first. */
export function candidates(offers: readonly Offer[], facts: Facts): UnitCandidate[] {
  const best = new Map<string, Offer>();
  for (const given of offers) {
    const offer = guarded(given, facts);
    if (!offer) continue;
    const known = best.get(offer.unit.unitId);
    if (!known || isStronger(offer, known)) best.set(offer.unit.unitId, offer);
  }
  return [...best.values()]
    .map((offer) => candidateOf(offer, facts))
    .sort(
      (one, other) =>
        Number(one.role === 'co') - Number(other.role === 'co') ||
        other.score - one.score ||
        one.unit.name.localeCompare(other.unit.name, 'zh-CN'),
    )
    .slice(0, candidatesMax);
}

const isStronger = (one: Offer, other: Offer) =>
  one.role === other.role ? one.weight > other.weight : one.role === 'lead';

/** Art. 17: a community that may only assist is offered as a helper, one without any duty not at all. */
function guarded(offer: Offer, { duty, assistOnly }: Facts): Offer | null {
  if (!offer.local || duty === 'lead' || duty === null) return offer;
  if (duty === 'none') return null;
  return offer.role === 'co' ? offer : { ...offer, role: 'co', rule: `${offer.rule} ${assistOnly}`.trim() };
}

function candidateOf(offer: Offer, facts: Facts): UnitCandidate {
  const solved = facts.solved.get(offer.unit.unitId) ?? 0;
  const returned = facts.returnedBy.has(offer.unit.unitId);
  const sure = Math.min(1, offer.weight + Math.min(solvedAddsMost, solved / 100));
  return {
    unit: offer.unit,
    role: offer.role,
    reason: offer.reason,
    rule: returned ? `${offer.rule} ${facts.returnedRule}` : offer.rule,
    dutyItem: offer.dutyItem,
    solved,
    returned,
    score: Math.round((returned ? sure * returnedShare : sure) * 100) / 100,
  };
}

/** Units that have said a case is not theirs: whoever led when it was returned. */
export function unitsThatReturned(
  steps: readonly { name: string; data: Record<string, unknown> }[],
): Set<string> {
  const returned = new Set<string>();
  let lead: string | null = null;
  for (const { name, data } of steps) {
    const named = (data.lead as { unitId?: string } | undefined)?.unitId;
    if (named) lead = named;
    if (name === 'return_to_dispatcher' && lead) returned.add(lead);
  }
  return returned;
}

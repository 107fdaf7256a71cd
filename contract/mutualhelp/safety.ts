// What keeps mutual help safe, as data: what is delicate, and what is asked for then. Pure.
import { type Beneficiary, type Company, type HelpKind, limits, type Safeguard } from './codes.ts';

/** What a kind of help brings with it whoever asks. */
export const kindSafeguards: Record<HelpKind, readonly Safeguard[]> = {
  medicine: [],
  clinic: [],
  shopping: [],
  carry: ['indoors'],
  fetch_child: ['child'],
  repair: ['indoors'],
  company: ['indoors'],
  borrow: [],
  teach: [],
  phone: [],
};

export interface SafetyRule {
  when: Safeguard;
  /** Only who has signed the neighbours' agreement helps. */
  agreement: boolean;
  /** Who makes it two: a second helper, or a community worker who knows of it. */
  companies: readonly Company[];
}

// biome-ignore format: a table is read by its columns.
export const safetyRules: readonly SafetyRule[] = [
  { when: 'elder',   agreement: true, companies: ['two_helpers', 'community_told'] },
  { when: 'indoors', agreement: true, companies: ['two_helpers', 'community_told'] },
  { when: 'night',   agreement: true, companies: ['two_helpers', 'community_told'] },
  // A child is never alone with one stranger, whoever knows of it.
  { when: 'child',   agreement: true, companies: ['two_helpers'] },
];

export interface Asked {
  kind: HelpKind;
  forWhom: Beneficiary;
  indoors: boolean;
  startsAt: string;
  endsAt: string;
  /** Age of who asks; null when the register does not know. */
  askerAge: number | null;
}

export function safeguardsOf(asked: Asked): Safeguard[] {
  const oldAsker = asked.forWhom === 'self' && (asked.askerAge ?? 0) >= limits.elderAge;
  const applies: Record<Safeguard, boolean> = {
    elder: asked.forWhom === 'elder' || oldAsker,
    child: asked.forWhom === 'child',
    indoors: asked.indoors,
    night: touchesNight(asked.startsAt, asked.endsAt),
  };
  const brought = kindSafeguards[asked.kind];
  return safetyRules.map(({ when }) => when).filter((one) => applies[one] || brought.includes(one));
}

export interface Demand {
  agreement: boolean;
  companies: readonly Company[];
}

/** What all safeguards together ask for; nothing delicate leaves one helper alone. */
export function demandOf(safeguards: readonly Safeguard[]): Demand {
  const rules = safetyRules.filter(({ when }) => safeguards.includes(when));
  if (rules.length === 0) return { agreement: false, companies: ['one', 'two_helpers', 'community_told'] };
  const [first, ...others] = rules.map(({ companies }) => companies);
  return {
    agreement: rules.some(({ agreement }) => agreement),
    companies: (first ?? []).filter((one) => others.every((companies) => companies.includes(one))),
  };
}

export const helpersFor = (company: Company): number => (company === 'two_helpers' ? 2 : 1);

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const beijingMs = 8 * hourMs;
const [morning, evening] = [6 * hourMs, 22 * hourMs];

/** Does any of it lie between ten in the evening and six in the morning, in Beijing? */
export function touchesNight(startsAt: string, endsAt: string): boolean {
  const from = Date.parse(startsAt) + beijingMs;
  const until = Date.parse(endsAt) + beijingMs;
  const hour = from % dayMs;
  return hour < morning || hour >= evening || hour + (until - from) > evening;
}

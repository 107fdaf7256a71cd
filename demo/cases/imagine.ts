// The cases of one day, imagined: the same seed and day give the same ones, whoever asks and however often.
import type { Kind } from '#contract/cases/machine.ts';
import { type Random, random } from '../random.ts';
import { callNames, surnames, type Theme, themes } from './themes.ts';

export const casesPerDay = { min: 7, max: 11 } as const;

/** How it went; most went as they should. */
export const fates = [
  ['ordinary', 74],
  ['slow', 9],
  ['dissatisfied', 6],
  ['unreachable', 4],
  ['suspended', 3],
  ['rejected', 2],
  ['withdrawn', 2],
  ['transferred', 2],
  ['special', 1],
] as const;
export type Fate = (typeof fates)[number][0];

const kinds: readonly (readonly [Kind, number])[] = [
  ['hotline_order', 40],
  ['resident_report', 26],
  ['grid_case', 18],
  ['property_request', 8],
  ['dispute', 5],
  ['enterprise_demand', 3],
];

export interface Imagined {
  kind: Kind;
  theme: Theme;
  fate: Fate;
  text: string;
  result: string;
  minute: number;
  requester: { name: string; phone: string };
  /** Chance for whatever else is chosen while it is told. */
  chance: Random;
}

const dayMinutes = { from: 7 * 60, to: 21 * 60 } as const;

export function imagineDay(day: string): Imagined[] {
  const chance = random(`cases of ${day}`);
  const month = Number(day.slice(5, 7));
  const count = chance.between(casesPerDay.min, casesPerDay.max);
  return Array.from({ length: count }, (_, place) => imagineCase(chance.fork(String(place)), month));
}

function imagineCase(chance: Random, month: number): Imagined {
  const kind = chance.weighted(kinds);
  const asked = themes.filter(({ months, lead }) => (!months || months.includes(month)) && fits(kind, lead));
  const theme = chance.weighted(asked.map((one) => [one, one.weight] as const));
  const gaps = gapsOf(chance);
  return {
    kind,
    theme,
    fate: chance.weighted(fates),
    text: filled(chance.pick(theme.texts), gaps),
    result: filled(chance.pick(theme.results), gaps),
    minute: chance.between(dayMinutes.from, dayMinutes.to),
    requester: {
      name: `${chance.pick(surnames)}${chance.pick(callNames)}`,
      phone: `199${String(chance.between(10_000_000, 99_999_999))}`,
    },
    chance,
  };
}

/** A property request is about the property company, a dispute is the community's. */
function fits(kind: Kind, lead: Theme['lead']): boolean {
  if (kind === 'property_request') return lead === 'property';
  if (kind === 'dispute') return lead === 'community';
  return kind !== 'enterprise_demand' || lead === 'section';
}

function gapsOf(chance: Random): Record<string, number> {
  return {
    层: chance.between(1, 16),
    户: chance.between(3, 26),
    日: chance.between(2, 9),
    时: chance.between(10, 12),
  };
}

const filled = (text: string, gaps: Record<string, number>): string =>
  text.replace(/\{(.)\}/g, (whole, gap: string) => String(gaps[gap] ?? whole));

// The cases of one day, imagined: the same seed and day give the same ones, whoever asks and however often.
import type { Kind } from '#contract/cases/machine.ts';
import { type Random, random } from '../random.ts';
import type { Holder } from '../replay/stage.ts';
import type { Picture } from './pictures.ts';
import type { Mark } from './tale.ts';
import type { LeadOf } from './themes.ts';
import { type Theme, themes } from './themes.ts';
import { callNames, inquiries, surnames } from './words.ts';

export const casesPerDay = { min: 7, max: 11 } as const;

/** How it went; most went as they should. */
export const fates = [
  ['ordinary', 54],
  ['slow', 8],
  ['dissatisfied', 6],
  ['joint', 5],
  ['whistle', 5],
  ['unreachable', 4],
  ['suspended', 4],
  ['verified', 3],
  ['returned', 3],
  ['excluded', 3],
  ['escalated', 3],
  ['extended', 2],
  ['sent_back', 2],
  ['rejected', 2],
  ['withdrawn', 2],
  ['transferred', 2],
  ['told_first', 2],
  ['answered', 2],
  ['settled', 2],
  ['special', 1],
  ['reopened', 1],
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
  /** Who reports, handles or leads it, where the story names somebody. */
  cast?: { reporter?: Holder | undefined; handler?: Holder | undefined; lead?: LeadOf | undefined };
  /** Where it is; an entrance of the community where nothing is said. */
  areaId?: string;
  areaPath?: string;
  /** Which pictures go with it. */
  pictures?: Picture;
  /** Published as soon as it is solved. */
  isPublic?: boolean;
  /** Hours from the end of the stage until an outer order is due. */
  dueInHours?: number;
  /** About so many minutes from act to act, where the story must come as far as `upTo`. */
  pace?: number;
  upTo?: Mark;
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
  const askable = themes.filter(
    ({ months, lead }) => (!months || months.includes(month)) && fits(kind, lead),
  );
  const theme = chance.weighted(askable.map((one) => [one, one.weight] as const));
  const gaps = gapsOf(chance);
  const fate = fitting(chance.weighted(fates), kind, theme);
  const [asked, answer] = chance.pick(inquiries);
  return {
    kind,
    theme,
    fate,
    text: fate === 'answered' ? asked : filled(chance.pick(theme.texts), gaps),
    result: fate === 'answered' ? answer : filled(chance.pick(theme.results), gaps),
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

const onTheSpot = ['0302', '0304', '0802', '0803'];
const dangerous = ['0804'];

/** What cannot happen to a case of this kind and matter did not happen: it went as most do. */
function fitting(fate: Fate, kind: Kind, theme: Theme): Fate {
  const possible: Partial<Record<Fate, boolean>> = {
    whistle: kind !== 'property_request',
    suspended: kind !== 'property_request',
    verified: kind === 'grid_case' || kind === 'resident_report' || kind === 'dispute',
    returned: theme.lead === 'section' && kind !== 'property_request',
    joint: kind !== 'property_request',
    excluded: kind === 'hotline_order',
    escalated: kind === 'property_request',
    rejected: kind === 'resident_report' || kind === 'dispute',
    withdrawn: kind === 'resident_report' || kind === 'dispute',
    transferred: kind !== 'property_request',
    told_first: dangerous.includes(theme.matter) && kind !== 'hotline_order',
    answered: kind === 'resident_report',
    settled: kind === 'grid_case' && onTheSpot.includes(theme.matter),
    unreachable: kind !== 'grid_case',
    sent_back: kind !== 'property_request',
  };
  return possible[fate] === false ? 'ordinary' : fate;
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

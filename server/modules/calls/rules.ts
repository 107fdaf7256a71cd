// May it be issued, answered, ended? Pure.
import { type CallGroup, type CallStatus, type CallTemplate, templateFacts } from '#contract/calls/codes.ts';
import { callTemplateLabels } from '#contract/calls/words.ts';

export interface Refusal {
  code: string;
  details?: Record<string, unknown>;
}

export interface Wanted {
  template: CallTemplate;
  startsAt: string;
  endsAt: string;
  groups: readonly CallGroup[];
  skills: readonly string[];
  teamIds: readonly string[];
  familyAgreed: boolean;
}

const hourMs = 3_600_000;

export function issueFault(wanted: Wanted, now: Date): Refusal | null {
  const { hoursMax, familyAgrees } = templateFacts[wanted.template];
  const [from, until] = [Date.parse(wanted.startsAt), Date.parse(wanted.endsAt)];
  if (until <= from || until <= now.getTime()) return { code: 'call.time_order' };
  if (until - Math.max(from, now.getTime()) > hoursMax * hourMs)
    return {
      code: 'call.too_long',
      details: { template: callTemplateLabels[wanted.template], hours: hoursMax },
    };
  if (familyAgrees && !wanted.familyAgreed) return { code: 'call.family_must_agree' };
  return groupsFault(wanted);
}

export function groupsFault({
  groups,
  skills,
  teamIds,
}: Pick<Wanted, 'groups' | 'skills' | 'teamIds'>): Refusal | null {
  if (groups.includes('skilled') && skills.length === 0) return { code: 'call.skills_missing' };
  return groups.includes('teams') && teamIds.length === 0 ? { code: 'call.teams_missing' } : null;
}

export const mayAnswer = (status: CallStatus, endsAt: string, now: Date): true | string =>
  status === 'open' && Date.parse(endsAt) > now.getTime() ? true : 'call.not_open';

export const mayEnd = (status: CallStatus): true | string => (status === 'open' ? true : 'call.not_open');

/** Whoever is missing is nobody's reading once the search is over. */
export const isForgotten = (template: CallTemplate): boolean => templateFacts[template].familyAgrees;

const shiftHoursMax = 12;

export const shiftFits = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): boolean => {
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  return length > 0 && length <= shiftHoursMax * hourMs;
};

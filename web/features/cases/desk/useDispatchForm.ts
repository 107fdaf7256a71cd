import { useEffect, useMemo } from 'react';
import type { CommunityDuty } from '#contract/cases/codes.ts';
import { suggestUnits } from '#contract/cases/duty/endpoints.ts';
import { dispatchCase, listMatters } from '#contract/cases/endpoints.ts';
import { arbitrate } from '#contract/cases/joint/endpoints.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import type { OutputOf } from '#contract/define.ts';
import { readArea } from '#contract/territory/endpoints.ts';
import { useDraft } from '#web/lib/draft.ts';
import { ProblemError } from '#web/lib/problem.ts';
import { queryClient, refresh, useCommand, useRead } from '#web/lib/query.ts';
import type { Option } from '#web/ui/SelectField/SelectField.tsx';
import { unitOf, unitValue } from '../units.ts';
import { reasonOf } from '../words.ts';
import { deskWords as words } from './words.ts';

export type Candidate = OutputOf<typeof suggestUnits>['items'][number];

interface Helper extends Option {
  /** A day, `2026-11-28`; empty: the date of the case. */
  due: string;
}

interface Typed {
  lead: string | null;
  other: Option | null;
  helpers: Helper[];
  note: string;
}

const nothing: Typed = { lead: null, other: null, helpers: [], note: '' };

/**
 * To whom the case in hand goes, and what is said with it. What was chosen and typed stays on this device until
 * it is sent, whatever happens to the case meanwhile.
 */
export function useDispatchForm(record: CaseRecord, onSent: (unit: string) => void) {
  const draft = useDraft(`dispatch:${record.caseId}`, nothing);
  const typed = draft.value;
  const { data } = useRead(suggestUnits, { params: { caseId: record.caseId } });
  const candidates = useMemo(() => data?.items ?? [], [data]);
  const best = candidates.find((one) => one.role === 'lead' && !one.returned);
  const leadValue = typed.lead ?? typed.other?.value ?? (best ? unitKey(best) : null);
  const lead = nameOf(leadValue, candidates, typed.other);
  const guard = useCommunityGuard(record, lead, candidates);

  const isArbiter = record.returned && record.can.arbitrate === true;
  const send = useCommand(isArbiter ? arbitrate : dispatchCase, {
    onDone: () => {
      draft.discard();
      onSent(lead?.word ?? '');
    },
  });
  useFreshAfterStale(send.error);

  const reason = reasonNot(record, lead, guard, typed, isArbiter);
  const submit = () => {
    if (!lead || reason || send.isPending) return;
    const note = typed.note.trim();
    send.mutate({
      params: { caseId: record.caseId },
      body: {
        lead: unitOf(lead.value),
        helpers: typed.helpers.map(({ value, due }) => ({ ...unitOf(value), dueAt: endOfDay(due) })),
        ...(isArbiter ? { reason: note } : { note }),
        version: record.version,
      },
    } as never);
  };
  return { typed, change: draft.change, candidates, lead, guard, reason, submit, send, isArbiter };
}

export type DispatchForm = ReturnType<typeof useDispatchForm>;

export const unitKey = ({ unit }: Candidate): string => unitValue(unit.kind, unit.unitId);

const endOfDay = (day: string): string | null =>
  day ? new Date(`${day}T23:59:00+08:00`).toISOString() : null;

function nameOf(value: string | null, candidates: readonly Candidate[], other: Option | null): Option | null {
  if (value === null) return null;
  if (other?.value === value) return other;
  const found = candidates.find((one) => unitKey(one) === value);
  return found ? { value, word: found.unit.name } : null;
}

function reasonNot(
  record: CaseRecord,
  lead: Option | null,
  guard: CommunityDuty | null,
  typed: Typed,
  isArbiter: boolean,
): string | undefined {
  const may = isArbiter ? true : record.can.dispatch;
  if (may !== true) return reasonOf(may ?? 'can.area');
  if (!lead) return words.choose;
  if (guard === 'assist') return reasonOf('case.community_assist_only');
  if (guard === 'none') return reasonOf('case.community_not_duty');
  return isArbiter && typed.note.trim() === '' ? words.decideMissing : undefined;
}

/** Article 17 in words before the server refuses: how the community stands to the matter, when one would lead. */
function useCommunityGuard(
  { area, matter }: CaseRecord,
  lead: Option | null,
  candidates: readonly Candidate[],
): CommunityDuty | null {
  const { data } = useRead(readArea, { params: { areaId: area?.areaId ?? '' } }, { enabled: area !== null });
  const matters = useRead(listMatters);
  if (!lead) return null;
  const known = candidates.find((one) => unitKey(one) === lead.value);
  if (known) return known.role === 'co' ? 'assist' : null;
  const { kind, unitId } = unitOf(lead.value);
  const isStreet = data?.chain.some((one) => one.level === 'street' && one.areaId === unitId);
  if (kind !== 'area' || isStreet) return null;
  return matters.data?.items.find(({ code }) => code === matter?.code)?.communityDuty ?? 'none';
}

/** Somebody was faster: read the case again, so that the page can say who. */
function useFreshAfterStale(error: Error | null): void {
  useEffect(() => {
    if (error instanceof ProblemError && ['version.stale', 'case.illegal_move'].includes(error.code))
      void refresh(queryClient, ['cases']);
  }, [error]);
}

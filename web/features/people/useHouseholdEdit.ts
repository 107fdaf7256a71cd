import { useState } from 'react';
import { changeHousehold } from '#contract/people/endpoints.ts';
import { type HouseholdRecord, household as householdRecord } from '#contract/people/records.ts';
import { ProblemError } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { differing, merged } from './conflict.ts';
import { householdChanges, type TypedHousehold, typedHousehold } from './householdFacts.ts';

/**
 * Edits one household. When a colleague was faster, what they changed and this editor did not touch is taken
 * over, the rest is asked field by field, and nothing typed is lost.
 */
export function useHouseholdEdit(record: HouseholdRecord, onSaved: (saved: HouseholdRecord) => void) {
  const [current, setCurrent] = useState(record);
  const [base, setBase] = useState(() => typedHousehold(record));
  const [typed, setTyped] = useState(base);
  const [stale, setStale] = useState<ProblemError | null>(null);
  const command = useCommand(changeHousehold, { onDone: onSaved });
  const { error } = command;

  const meetStale = (refused: Error) => {
    if (!(refused instanceof ProblemError) || refused.code !== 'version.stale') return;
    const now = householdRecord.safeParse(refused.details.current).data;
    if (!now) return;
    setTyped(merged(base, typed, typedHousehold(now)));
    setStale(refused);
    setCurrent(now);
  };
  return {
    typed,
    current,
    change: (changes: Partial<TypedHousehold>) => setTyped({ ...typed, ...changes }),
    conflict: stale && {
      by: String(stale.details.changedBy),
      at: String(stale.details.changedAt),
      fields: differing(base, typed, typedHousehold(current)),
      take: (key: keyof TypedHousehold) => setTyped({ ...typed, [key]: typedHousehold(current)[key] }),
    },
    error: error instanceof ProblemError && error.code === 'version.stale' ? null : error,
    faults: error instanceof ProblemError ? error.fields : {},
    busy: command.isPending,
    submit: () => {
      const now = typedHousehold(current);
      setBase(now);
      command.mutate(
        {
          params: { householdId: current.householdId },
          body: { version: current.version, ...householdChanges(now, typed) },
        },
        { onError: meetStale },
      );
    },
  };
}

export type HouseholdEdit = ReturnType<typeof useHouseholdEdit>;

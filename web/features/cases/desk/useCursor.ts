import { useEffect, useRef } from 'react';
import type { CaseRow } from '#contract/cases/records.ts';
import type { PagedRows } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';

/** Stages of the desk: what the list is asked for. */
export const stages = {
  registered: { status: 'registered' },
  submitted: { status: 'submitted' },
  returned: { returned: 'true' },
  dispatched: { status: 'dispatched' },
} as const;
export type Stage = keyof typeof stages;
export const stageNames = Object.keys(stages) as Stage[];

/** What the desk looks at, kept in its address: stage, filters, the case in hand, the picked ones. */
export function useDeskAddress() {
  const [all, setAll] = useFilters();
  const stage = stageNames.find((one) => one === all.stage) ?? 'registered';
  return {
    stage,
    filters: { search: all.search, kind: all.kind, lamp: all.lamp },
    caseId: all.case,
    picked: all.pick ? all.pick.split(',') : [],
    /** Another list than before: nothing of the old one stays in hand. */
    filter: (changes: Record<string, string | undefined>) =>
      setAll({ ...changes, case: undefined, pick: undefined }),
    go: ({ stage, caseId }: { stage?: Stage; caseId?: string | undefined }) =>
      setAll({ ...(stage ? { stage, pick: undefined } : {}), case: caseId }),
    pick: (ids: readonly string[]) => setAll({ pick: ids.join(',') || undefined }),
  };
}

export type DeskAddress = ReturnType<typeof useDeskAddress>;

/**
 * The case in hand. It stays in hand when the list changes below it, also when somebody else has dispatched it
 * and it has left the list: then the next one is where it stood.
 */
export function useCursor(rows: PagedRows<CaseRow>, { caseId, go }: DeskAddress) {
  const list = rows.rows;
  const at = list.findIndex((row) => row.caseId === caseId);
  const stood = useRef(0);
  if (at >= 0) stood.current = at;
  const firstId = list[0]?.caseId;
  useEffect(() => {
    if (!caseId && firstId) go({ caseId: firstId });
  });
  const step = (by: 1 | -1) => {
    const next = at >= 0 ? list[at + by] : (list[stood.current] ?? list.at(-1));
    if (next) go({ caseId: next.caseId });
    else if (at < 0) go({ caseId: undefined });
    if (by === 1 && at === list.length - 2 && rows.hasMore) rows.more();
  };
  /** After a case has gone: the one below it, or what is left. */
  const leave = (goneId: string) => {
    const rest = list.filter((row) => row.caseId !== goneId);
    go({ caseId: (rest[Math.min(stood.current, rest.length - 1)] ?? undefined)?.caseId });
  };
  return { caseId: caseId ?? firstId, next: () => step(1), previous: () => step(-1), leave };
}

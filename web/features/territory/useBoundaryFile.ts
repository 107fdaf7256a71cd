import { useState } from 'react';
import { importBoundaries, previewBoundaries } from '#contract/territory/mapEndpoints.ts';
import type { BoundaryMatch } from '#contract/territory/records.ts';
import { upload } from '#web/lib/call.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import type { DatumChoice } from './DatumField.tsx';

type Assignments = Readonly<Record<number, string>>;

/** Looking at a file of borders, assigning what found no place, and putting the good ones in force. */
export function useBoundaryFile(file: File | null, datum: DatumChoice) {
  const [assigned, setAssigned] = useState<Assignments>({});
  const [matches, setMatches] = useState<readonly BoundaryMatch[] | null>(null);
  const [drawn, setDrawn] = useState<number | null>(null);
  const [busy, setBusy] = useState<'preview' | 'apply' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const run = async (what: 'preview' | 'apply', work: (chosen: File) => Promise<void>) => {
    if (!file) return;
    setBusy(what);
    setProblem(null);
    try {
      await work(file);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(null);
  };
  const preview = (assignments: Assignments) =>
    run('preview', async (chosen) => {
      const body = { datum, assignments: JSON.stringify(assignments) };
      setAssigned(assignments);
      setDrawn(null);
      setMatches((await upload(previewBoundaries, chosen, { body })).matches);
    });
  return {
    matches,
    drawn,
    busy,
    problem,
    preview: () => void preview({}),
    assign: (feature: number, areaId: string | null) =>
      void preview(withAssignment(assigned, feature, areaId)),
    forget: () => setMatches(null),
    apply: (source: string, schematic: boolean) =>
      void run('apply', async (chosen) => {
        const body = {
          datum,
          assignments: JSON.stringify(assigned),
          source,
          schematic: schematic ? 'true' : 'false',
        };
        const answer = await upload(importBoundaries, chosen, { body });
        setDrawn(answer.drawn);
        setMatches(answer.leftOut);
        await refresh(queryClient, ['territory']);
      }),
  };
}

function withAssignment(assigned: Assignments, feature: number, areaId: string | null): Assignments {
  const { [feature]: _, ...others } = assigned;
  return areaId === null ? others : { ...others, [feature]: areaId };
}

import { useState } from 'react';
import { changeArea } from '#contract/territory/endpoints.ts';
import { type Area, area as areaRecord } from '#contract/territory/records.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { AreaFields, changesBetween, typedOf } from './areaFields.tsx';
import { StaleChanges } from './StaleChanges.tsx';
import { areaFormWords as words } from './words.ts';

/** Corrects what is known about a place; what was typed survives a colleague who was faster. */
export function ChangeAreaForm({ area, onClose }: { area: Area; onClose: () => void }) {
  const [typed, setTyped] = useState(() => typedOf(area));
  const command = useCommand(changeArea, { touches: ['territory', 'coverage'], onDone: onClose });
  const problem = command.error instanceof ProblemError ? command.error : null;
  const isStale = problem?.code === 'version.stale';

  // Only what was touched is sent, so that a colleague's change to another field survives a second try.
  const submit = (version: number) =>
    command.mutate({
      params: { areaId: area.areaId },
      body: { ...changesBetween(typedOf(area), typed), version },
    });
  return (
    <FormDrawer
      isOpen
      title={words.change}
      onSubmit={() => submit(area.version)}
      onClose={onClose}
      busy={command.isPending}
      problem={command.error && !isStale ? sentenceOf(command.error) : null}
    >
      {isStale && (
        <StaleChanges
          problem={problem}
          onSaveAnyway={() => submit(areaRecord.parse(problem.details.current).version)}
        />
      )}
      <AreaFields level={area.level} typed={typed} onChange={setTyped} faults={problem?.fields ?? {}} />
    </FormDrawer>
  );
}

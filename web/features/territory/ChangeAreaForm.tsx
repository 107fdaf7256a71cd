import { useState } from 'react';
import { changeArea } from '#contract/territory/endpoints.ts';
import { type Area, area as areaRecord } from '#contract/territory/records.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { AreaFields, splitAliases, typedOf } from './areaFields.tsx';
import { StaleChanges } from './StaleChanges.tsx';
import { areaFormWords as words } from './words.ts';

/** Corrects what is known about a place; what was typed survives a colleague who was faster. */
export function ChangeAreaForm({ area, onClose }: { area: Area; onClose: () => void }) {
  const [typed, setTyped] = useState(() => typedOf(area));
  const command = useCommand(changeArea, { touches: ['territory', 'coverage'], onDone: onClose });
  const problem = command.error instanceof ProblemError ? command.error : null;
  const isStale = problem?.code === 'version.stale';

  const submit = (version: number) =>
    command.mutate({
      params: { areaId: area.areaId },
      body: {
        name: typed.name,
        ...(typed.kind ? { kind: typed.kind } : {}),
        aliases: splitAliases(typed.aliases),
        ...(area.level === 'grid' || area.level === 'big_grid' ? { gridType: typed.gridType } : {}),
        householdsDeclared: typed.householdsDeclared === '' ? null : Number(typed.householdsDeclared),
        note: typed.note,
        version,
      },
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

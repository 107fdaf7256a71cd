import { Checkbox } from 'antd';
import { useState } from 'react';
import { drawBoundary } from '#contract/territory/mapEndpoints.ts';
import type { Area, Boundary } from '#contract/territory/records.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type DatumChoice, DatumField } from './DatumField.tsx';
import { boundaryWords as words } from './words.ts';

interface DrawBoundaryFormProps {
  area: Area;
  present: Boundary | null;
  onClose: () => void;
}

export function DrawBoundaryForm({ area, present, onClose }: DrawBoundaryFormProps) {
  const [shape, setShape] = useState('');
  const [datum, setDatum] = useState<DatumChoice>('CGCS2000');
  const [source, setSource] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const [schematic, setSchematic] = useState(false);
  const command = useCommand(drawBoundary, { onDone: onClose });
  const faults = command.error instanceof ProblemError ? command.error.fields : {};
  return (
    <FormDrawer
      isOpen
      title={`${words.drawTitle} · ${area.name}`}
      onSubmit={() =>
        command.mutate({
          params: { areaId: area.areaId },
          body: {
            shape,
            datum,
            source,
            schematic,
            replaces: present?.boundaryId ?? null,
            ...(validFrom ? { validFrom } : {}),
          },
        })
      }
      onClose={onClose}
      busy={command.isPending}
      problem={command.error && sentenceOf(command.error)}
    >
      <TextField
        label={words.shape}
        help={words.shapeHelp}
        rows={6}
        value={shape}
        error={faults.shape}
        onChange={setShape}
      />
      <DatumField value={datum} onChange={setDatum} />
      <TextField
        label={words.source}
        help={words.sourceHelp}
        value={source}
        error={faults.source}
        onChange={setSource}
      />
      <TextField label={words.validFrom} optional type="date" value={validFrom} onChange={setValidFrom} />
      <Checkbox checked={schematic} onChange={(event) => setSchematic(event.target.checked)}>
        {words.schematic}
      </Checkbox>
    </FormDrawer>
  );
}

import { useState } from 'react';
import { moveArea } from '#contract/territory/endpoints.ts';
import type { Area } from '#contract/territory/records.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { areaFormWords as words } from './words.ts';

export function MoveAreaForm({ area, onClose }: { area: Area; onClose: () => void }) {
  const [parentId, setParentId] = useState(area.parentId);
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const command = useCommand(moveArea, { touches: ['territory', 'coverage'], onDone: onClose });
  const faults = command.error instanceof ProblemError ? command.error.fields : {};
  return (
    <FormDrawer
      isOpen
      title={`${words.move} · ${area.name}`}
      verb={words.moveVerb}
      onSubmit={() =>
        parentId !== null &&
        command.mutate({
          params: { areaId: area.areaId },
          body: { parentId, reason, version: area.version, ...(code ? { code } : {}) },
        })
      }
      onClose={onClose}
      busy={command.isPending}
      problem={command.error && sentenceOf(command.error)}
      reason={parentId === null ? words.newParent : undefined}
    >
      <Field label={words.newParent}>
        {({ id }) => <AreaPicker id={id} value={parentId} onChange={setParentId} />}
      </Field>
      <TextField label={words.reason} value={reason} error={faults.reason} onChange={setReason} />
      <TextField
        label={words.newCode}
        optional
        help={words.newCodeHelp}
        value={code}
        error={faults.code}
        onChange={(text) => setCode(text.trim())}
      />
    </FormDrawer>
  );
}

import { useState } from 'react';
import { retireArea } from '#contract/territory/endpoints.ts';
import type { Area } from '#contract/territory/records.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { areaFormWords as words } from './words.ts';

export function RetireAreaForm({ area, onClose }: { area: Area; onClose: () => void }) {
  const [validTo, setValidTo] = useState('');
  const [reason, setReason] = useState('');
  const command = useCommand(retireArea, { touches: ['territory', 'coverage'], onDone: onClose });
  const faults = command.error instanceof ProblemError ? command.error.fields : {};
  return (
    <FormDrawer
      isOpen
      title={`${words.retire} · ${area.name}`}
      verb={words.retireVerb}
      onSubmit={() =>
        command.mutate({
          params: { areaId: area.areaId },
          body: { reason, version: area.version, ...(validTo ? { validTo } : {}) },
        })
      }
      onClose={onClose}
      busy={command.isPending}
      problem={command.error && sentenceOf(command.error)}
    >
      <p className="jia-text2">{words.retireHelp}</p>
      <TextField label={words.validTo} optional type="date" value={validTo} onChange={setValidTo} />
      <TextField label={words.reason} value={reason} error={faults.reason} onChange={setReason} />
    </FormDrawer>
  );
}

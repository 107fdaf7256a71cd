import { useState } from 'react';
import { exportTrail } from '#contract/audit/endpoints.ts';
import { addressOf } from '#web/lib/call.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { auditWords as words } from './words.ts';

interface ExportTrailFormProps {
  query: { name?: string; from?: string; actor?: string };
  onClose: () => void;
}

/** The shown part of the trail as a file; the browser takes it as it streams. */
export function ExportTrailForm({ query, onClose }: ExportTrailFormProps) {
  const [reason, setReason] = useState('');
  return (
    <FormDrawer
      isOpen
      title={words.exportTitle}
      verb={words.download}
      reason={reason.trim().length < 2 ? words.exportReasonShort : undefined}
      onSubmit={() => {
        window.location.assign(addressOf(exportTrail, { query: { ...query, reason: reason.trim() } }));
        onClose();
      }}
      onClose={onClose}
    >
      <p className="jia-hint">{words.exportHelp}</p>
      <TextField
        label={words.exportReason}
        help={words.exportReasonHelp}
        rows={2}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
    </FormDrawer>
  );
}

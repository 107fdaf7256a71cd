import { useState } from 'react';
import { declineCorrection, declineHours, takeUpRequest } from '#contract/attendance/endpoints.ts';
import type { HourRequestRecord } from '#contract/attendance/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { requestsWords as words } from './words.ts';

interface FormProps {
  request: HourRequestRecord;
  onClose: () => void;
}

/** What a resident asks for becomes a correction in the name of staff; another one signs. */
export function TakeUpForm({ request, onClose }: FormProps) {
  const [minutes, setMinutes] = useState(String(request.minutes));
  const [reason, setReason] = useState(request.reason);
  const take = useCommand(takeUpRequest, { onDone: onClose });
  return (
    <FormDrawer
      isOpen
      title={words.takeUpTitle(request.name)}
      verb={words.takeUp}
      busy={take.isPending}
      problem={take.error && sentenceOf(take.error)}
      reason={minutes !== '' && reason.trim() ? undefined : words.found}
      onSubmit={() =>
        take.mutate({
          params: { requestId: request.requestId },
          body: { minutes: Number(minutes), reason: reason.trim() },
        })
      }
      onClose={onClose}
    >
      <p className="jia-hint">{words.takeUpNote}</p>
      <TextField
        label={words.minutes}
        value={minutes}
        inputMode="numeric"
        maxLength={4}
        onChange={(value) => setMinutes(value.replace(/\D/g, ''))}
      />
      <TextField label={words.found} value={reason} maxLength={200} onChange={setReason} />
    </FormDrawer>
  );
}

export function DeclineForm({ request, onClose }: FormProps) {
  const [reason, setReason] = useState('');
  const byHand = useCommand(declineHours, { onDone: onClose });
  const correction = useCommand(declineCorrection, { onDone: onClose });
  const decline = request.kind === 'backfill' ? byHand : correction;
  return (
    <FormDrawer
      isOpen
      title={words.declineTitle(request.name)}
      verb={words.decline}
      busy={decline.isPending}
      problem={decline.error && sentenceOf(decline.error)}
      reason={reason.trim() ? undefined : words.declineReason}
      onSubmit={() =>
        decline.mutate({ params: { requestId: request.requestId }, body: { reason: reason.trim() } })
      }
      onClose={onClose}
    >
      <TextField label={words.declineReason} value={reason} maxLength={200} onChange={setReason} />
    </FormDrawer>
  );
}

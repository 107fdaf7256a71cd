import { useState } from 'react';
import type { CaseRecord } from '#contract/cases/records.ts';
import { tellFirst } from '#contract/cases/review/endpoints.ts';
import { clock } from '#web/lib/formats.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { useGive } from './useGive.ts';
import { tellFirstWords as words } from './words.ts';

/** 先办后签: in an emergency the requester is told at the door, and the signatures follow. */
export function TellFirst({ record }: { record: CaseRecord }) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const give = useGive(record);
  const told = record.timeline.findLast((step) => step.name === 'tell_first' && step.round === record.round);
  if (told && record.status === 'under_review')
    return (
      <Sheet>
        <p>{words.done(clock(told.at), told.note ?? '')}</p>
      </Sheet>
    );
  if (record.can.tell_first !== true) return null;
  const tell = () => {
    setProblem(reason.trim() ? null : words.missing);
    if (!reason.trim()) return;
    void give({ verb: 'tell_first', endpoint: tellFirst, body: { reason: reason.trim() } }).then(
      (taken) => taken && setReason(''),
    );
  };
  return (
    <Section title={words.title} aside={words.help}>
      <Sheet>
        <div className="jia-stack">
          <p className="jia-quoted">{record.result ?? ''}</p>
          <TextField
            label={words.reason}
            value={reason}
            rows={2}
            maxLength={300}
            placeholder={words.reasonExample}
            error={problem ?? undefined}
            onChange={setReason}
          />
          <Button kind="primary" wide onPress={tell}>
            {words.tell}
          </Button>
        </div>
      </Sheet>
    </Section>
  );
}

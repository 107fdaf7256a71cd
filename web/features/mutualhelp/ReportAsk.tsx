import { useState } from 'react';
import type { ReportReason } from '#contract/mutualhelp/codes.ts';
import { reportAsk } from '#contract/mutualhelp/endpoints.ts';
import { reportReasonLabels } from '#contract/mutualhelp/words.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { choicesOf } from './parts.tsx';
import { onePageWords as words } from './words.ts';

/** Something is wrong here: the community is told. */
export function ReportAsk({ askId }: { askId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [note, setNote] = useState('');
  const report = useCommand(reportAsk, { onDone: () => setIsOpen(false) });
  if (report.isSuccess) return <Banner kind="notice">{words.reported}</Banner>;
  return (
    <>
      <Button kind="quiet" onPress={() => setIsOpen(true)}>
        {words.report}
      </Button>
      <ConfirmQuestion
        isOpen={isOpen}
        question={words.reportTitle}
        yes={words.reportSend}
        no={words.later}
        yesReason={reason ? undefined : words.reportWhy}
        onYes={() => reason && report.mutate({ params: { askId }, body: { reason, note: note.trim() } })}
        onNo={() => setIsOpen(false)}
      >
        <ChoiceChips
          label={words.reportWhy}
          choices={choicesOf(reportReasonLabels)}
          value={reason}
          onChange={setReason}
        />
        <TextField label={words.reportNote} maxLength={200} value={note} onChange={setNote} />
        {report.error && <Banner kind="error">{sentenceOf(report.error)}</Banner>}
      </ConfirmQuestion>
    </>
  );
}

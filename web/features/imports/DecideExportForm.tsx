import { useState } from 'react';
import { decideExport } from '#contract/exports/endpoints.ts';
import type { ExportRecord } from '#contract/exports/records.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Facts } from '#web/ui/Section/Section.tsx';
import { exportWords, approvalWords as words } from './words.ts';

type Choice = 'approve' | 'refuse';
const reasonMin = 2;

/** The question is the title; nothing is chosen beforehand, since consent is a deed. */
export function DecideExportForm({ record, onClose }: { record: ExportRecord; onClose: () => void }) {
  const [choice, choose] = useState<Choice | null>(null);
  const [reason, setReason] = useState('');
  const decide = useCommand(decideExport, { onDone: onClose });
  const { exportId, version, byName, title, filterText, at } = record;
  const missing =
    choice === null ? words.pick : reason.trim().length < reasonMin ? words.reasonShort : undefined;
  return (
    <FormDrawer
      isOpen
      title={words.drawerTitle}
      verb={words.verb}
      busy={decide.isPending}
      problem={decide.error && sentenceOf(decide.error)}
      reason={missing}
      onSubmit={() =>
        decide.mutate({
          params: { exportId },
          body: { approve: choice === 'approve', reason: reason.trim(), version },
        })
      }
      onClose={onClose}
    >
      <Facts
        facts={[
          { label: words.by, value: `${byName} · ${moment(at)}` },
          { label: exportWords.columns.title, value: title },
          { label: exportWords.columns.filter, value: filterText || exportWords.all },
          { label: exportWords.columns.reason, value: record.reason },
        ]}
      />
      <ChoiceChips
        label={words.choice}
        choices={[
          { value: 'approve', word: words.approve },
          { value: 'refuse', word: words.refuse },
        ]}
        value={choice}
        onChange={choose}
      />
      <TextField
        label={words.reason}
        help={words.reasonHelp}
        rows={2}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <p className="jia-caption">{words.onceNote}</p>
    </FormDrawer>
  );
}

import './imports.css';
import { useState } from 'react';
import { requestExport } from '#contract/exports/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Facts } from '#web/ui/Section/Section.tsx';
import type { ExportButtonProps } from './ExportButton.tsx';
import { useDownload } from './useDownload.ts';
import { exportWords as words } from './words.ts';

type Mask = 'masked' | 'plain';
const reasonMin = 4;

/** Why, and whether with whole numbers: masked is there at once, the other waits for consent. */
export function ExportForm({
  register,
  title,
  filter,
  filterText = '',
  onClose,
}: ExportButtonProps & { onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [mask, setMask] = useState<Mask>('masked');
  const [isSent, setSent] = useState(false);
  const download = useDownload(onClose);
  const ask = useCommand(requestExport, {
    onDone: (record) => (record.masked ? download.mutate(record.exportId) : setSent(true)),
  });
  const error = ask.error ?? download.error;
  const submit = () =>
    isSent
      ? onClose()
      : ask.mutate({
          body: {
            register,
            filter: { ...filter },
            filterText,
            reason: reason.trim(),
            masked: mask === 'masked',
          },
        });
  return (
    <FormDrawer
      isOpen
      title={words.drawerTitle(title)}
      verb={isSent ? words.seen : words.verb}
      busy={ask.isPending || download.isPending}
      problem={error && sentenceOf(error)}
      reason={!isSent && reason.trim().length < reasonMin ? words.reasonShort : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      {isSent && <Banner kind="notice">{words.sent}</Banner>}
      <Facts facts={[{ label: words.what, value: filterText || words.all }]} />
      <TextField
        label={words.reason}
        help={words.reasonHelp}
        rows={2}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
      <ChoiceChips
        label={words.maskLabel}
        choices={[
          { value: 'masked', word: words.masked },
          { value: 'plain', word: words.plainChoice },
        ]}
        value={mask}
        onChange={setMask}
      />
      <p className="jia-caption">{mask === 'masked' ? words.maskedHelp : words.plainHelp}</p>
    </FormDrawer>
  );
}

import { useState } from 'react';
import {
  type MerchantStatus,
  merchantStatuses,
  type ScoreItem,
  scoreItemNames,
  scoreItems,
} from '#contract/redemption/codes.ts';
import { changeMerchant, enterScore } from '#contract/redemption/office.ts';
import type { MerchantRecord } from '#contract/redemption/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { labels } from '../words.ts';
import { merchantDeskWords as words } from './words.ts';

interface FormProps {
  record: MerchantRecord;
  onClose: () => void;
}

const badges = [
  { value: 'yes', word: words.yes },
  { value: 'no', word: words.no },
] as const;
const statuses = merchantStatuses.map((value) => ({ value, word: labels.merchants[value] }));

/** Agreement, price, badge and status. */
export function MerchantForm({ record, onClose }: FormProps) {
  const [agreement, setAgreement] = useState(record.agreement);
  const [price, setPrice] = useState(String(record.fenPerPoint));
  const [badge, setBadge] = useState<'yes' | 'no'>(record.badge ? 'yes' : 'no');
  const [status, setStatus] = useState<MerchantStatus>(record.status);
  const change = useCommand(changeMerchant, { onDone: onClose });
  return (
    <FormDrawer
      isOpen
      title={words.edit}
      busy={change.isPending}
      problem={change.error && sentenceOf(change.error)}
      reason={agreement.trim() ? undefined : words.agreementMissing}
      onSubmit={() =>
        change.mutate({
          params: { merchantId: record.merchantId },
          body: {
            agreement: agreement.trim(),
            fenPerPoint: Number(price) || 0,
            badge: badge === 'yes',
            status,
            version: record.version,
          },
        })
      }
      onClose={onClose}
    >
      <TextField label={words.agreement} maxLength={60} value={agreement} onChange={setAgreement} />
      <TextField
        label={words.price}
        help={words.priceHelp}
        inputMode="numeric"
        maxLength={5}
        value={price}
        onChange={setPrice}
      />
      <ChoiceChips label={words.badge} choices={badges} value={badge} onChange={setBadge} />
      <ChoiceChips label={words.status} choices={statuses} value={status} onChange={setStatus} />
    </FormDrawer>
  );
}

const items = scoreItemNames.map((value) => ({
  value,
  word: `${labels.scores[value]} ${scoreItems[value] > 0 ? '+' : ''}${scoreItems[value]}`,
}));

/** One item with its weight into the score file. */
export function EnterScoreForm({ record, onClose }: FormProps) {
  const [item, setItem] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const enter = useCommand(enterScore, { onDone: onClose });
  return (
    <FormDrawer
      isOpen
      title={words.enter}
      busy={enter.isPending}
      problem={enter.error && sentenceOf(enter.error)}
      reason={item && note.trim() ? undefined : words.entryMissing}
      onSubmit={() =>
        item &&
        enter.mutate({
          params: { merchantId: record.merchantId },
          body: { item: item as ScoreItem, note: note.trim() },
        })
      }
      onClose={onClose}
    >
      <SelectField label={words.item} options={items} value={item} onChange={setItem} />
      <TextField label={words.note} help={words.noteHelp} maxLength={100} value={note} onChange={setNote} />
    </FormDrawer>
  );
}

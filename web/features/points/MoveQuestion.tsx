import { useState } from 'react';
import { donatePoints, poolPoints, splitPoints } from '#contract/points/mine.ts';
import type { MyPoints } from '#contract/points/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { pointsWords as words } from './words.ts';

type Kind = 'split' | 'pool' | 'donate';

const titles: Record<Kind, string> = {
  split: words.splitTitle,
  pool: words.poolTitle,
  donate: words.donateTitle,
};
const helps: Record<Kind, string> = {
  split: words.splitHelp,
  pool: words.splitHelp,
  donate: words.donateHelp,
};
const verbs: Record<Kind, string> = { split: words.split, pool: words.submit, donate: words.donate };

/** How many points, and to whom. */
export function MoveQuestion({ kind, mine, onClose }: { kind: Kind; mine: MyPoints; onClose: () => void }) {
  const [amount, setAmount] = useState('');
  const others = mine.members;
  const [personId, setPersonId] = useState(others.find(({ isSelf }) => !isSelf)?.personId ?? '');
  const options = { touches: ['points'], onDone: onClose };
  const split = useCommand(splitPoints, options);
  const pool = useCommand(poolPoints, options);
  const donate = useCommand(donatePoints, options);
  const running = { split, pool, donate }[kind];
  const points = Number(amount);
  const send = () => {
    if (kind === 'split') split.mutate({ body: { personId, amount: points } });
    if (kind === 'pool') pool.mutate({ body: { amount: points } });
    if (kind === 'donate') donate.mutate({ body: { amount: points } });
  };
  const isWhole = Number.isInteger(points) && points > 0;
  const missing = !isWhole
    ? words.amountMissing
    : kind === 'split' && !personId
      ? words.toMissing
      : undefined;
  return (
    <ConfirmQuestion
      isOpen
      question={titles[kind]}
      yes={verbs[kind]}
      no={words.cancel}
      yesReason={missing}
      busy={running.isPending && words.sending}
      onYes={send}
      onNo={onClose}
    >
      {kind === 'split' && (
        <Field label={words.to}>
          {(ids) => (
            <select
              {...ids}
              className="jia-input"
              value={personId}
              onChange={(event) => setPersonId(event.target.value)}
            >
              {others.map((one) => (
                <option key={one.personId} value={one.personId}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <TextField
        label={words.amount}
        help={helps[kind]}
        error={running.error ? sentenceOf(running.error) : undefined}
        inputMode="numeric"
        value={amount}
        maxLength={9}
        onChange={setAmount}
      />
    </ConfirmQuestion>
  );
}

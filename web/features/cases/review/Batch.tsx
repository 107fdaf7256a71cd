import { useState } from 'react';
import { reviewBatchMax, signBatch } from '#contract/cases/review/endpoints.ts';
import type { ReviewRow } from '#contract/cases/review/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { reasonOf } from '../words.ts';
import { reviewWords as words } from './words.ts';

export interface Outcome {
  caseId: string;
  number: string;
  title: string;
  /** `signed`, or the code of the refusal. */
  outcome: string;
}

interface BatchProps {
  rows: readonly ReviewRow[];
  ticked: readonly string[];
  onTick: (caseIds: readonly string[]) => void;
  onDone: (outcomes: Outcome[]) => void;
}

/** Signs the ticked ones together, after a question, on the versions that the list showed. */
export function Batch({ rows, ticked, onTick, onDone }: BatchProps) {
  const [isAsking, setAsking] = useState(false);
  const [instruction, setInstruction] = useState('');
  const chosen = rows.filter(({ caseId }) => ticked.includes(caseId));
  const able = rows.filter(({ mayBatch }) => mayBatch === true).slice(0, reviewBatchMax);
  const command = useCommand(signBatch, {
    onDone: ({ results }) => {
      const named = new Map(chosen.map((row) => [row.caseId, row]));
      setAsking(false);
      setInstruction('');
      onDone(
        results.map(({ caseId, outcome }) => ({
          caseId,
          outcome,
          number: named.get(caseId)?.number ?? '',
          title: named.get(caseId)?.title ?? '',
        })),
      );
    },
  });
  if (able.length === 0) return null;
  return (
    <div className="jia-review-batch">
      <Button small onPress={() => onTick(chosen.length > 0 ? [] : able.map(({ caseId }) => caseId))}>
        {chosen.length > 0 ? words.chooseNone : words.chooseAll(able.length)}
      </Button>
      {chosen.length > 0 && (
        <Button
          small
          reason={chosen.length > reviewBatchMax ? words.batchTooMany(reviewBatchMax) : undefined}
          onPress={() => setAsking(true)}
        >
          {words.batch(chosen.length)}
        </Button>
      )}
      <ConfirmQuestion
        isOpen={isAsking}
        question={words.batchQuestion(chosen.length)}
        yes={words.approve}
        no={words.batchNo}
        busy={command.isPending && words.batchBusy}
        onNo={() => setAsking(false)}
        onYes={() =>
          command.mutate({
            body: {
              items: chosen.map(({ caseId, version }) => ({ caseId, version })),
              instruction: instruction.trim(),
            },
          })
        }
      >
        {command.error && <Banner kind="error">{sentenceOf(command.error)}</Banner>}
        <Chosen rows={chosen} />
        <TextField
          label={words.instruction}
          help={words.instructionHelp}
          optional
          value={instruction}
          rows={2}
          maxLength={500}
          onChange={setInstruction}
        />
      </ConfirmQuestion>
    </div>
  );
}

function Chosen({ rows }: { rows: readonly ReviewRow[] }) {
  return (
    <ul className="jia-review-chosen">
      {rows.map(({ caseId, number, title }) => (
        <li key={caseId}>
          <span className="jia-caption">{number}</span> {title}
        </li>
      ))}
    </ul>
  );
}

const sentenceOfOutcome = (code: string): string =>
  code === 'version.stale' ? words.outcomeStale : reasonOf(code);

/** What became of each one of a batch. */
export function Outcomes({ of, onClose }: { of: readonly Outcome[]; onClose: () => void }) {
  const signed = of.filter(({ outcome }) => outcome === 'signed').length;
  return (
    <Sheet>
      <div className="jia-review-outcomes" role="status">
        <div className="jia-signature-head">
          <strong>{words.outcomes(signed, of.length - signed)}</strong>
          <Button small onPress={onClose}>
            {words.outcomesClose}
          </Button>
        </div>
        <ul>
          {of.map(({ caseId, number, title, outcome }) => (
            <li key={caseId}>
              <span>
                <span className="jia-caption">{number}</span> {title}
              </span>
              {outcome === 'signed' ? (
                <StatusChip status="done">{words.outcomeSigned}</StatusChip>
              ) : (
                <span className="jia-review-refused">{sentenceOfOutcome(outcome)}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

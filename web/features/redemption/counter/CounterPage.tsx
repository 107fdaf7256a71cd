import '../redemption.css';
import { type ComponentType, useState } from 'react';
import { listReceipts, readShop, undoCapture } from '#contract/redemption/counter.ts';
import type { Receipt } from '#contract/redemption/records.ts';
import { clock } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { say } from '#web/ui/say.ts';
import { points } from '../words.ts';
import type { Outcome } from './outcome.ts';
import { useCapture } from './useCapture.ts';
import { counterWords as words } from './words.ts';

export interface CameraProps {
  onCode: (text: string) => void;
  onClose: () => void;
}

/** The counter: a code in, a large yes or no out, and what was taken today. The shell brings the camera. */
export function CounterPage({ camera }: { camera?: ComponentType<CameraProps> }) {
  const shop = useKeptRead(readShop);
  const { outcome, isBusy, capture, clear } = useCapture(shop.data);
  return (
    <>
      <PageHeader title={shop.data?.shop.name ?? words.title} />
      {shop.error && !shop.data && <Failed error={shop.error} onRetry={shop.retry} />}
      {outcome ? (
        <OutcomeCard outcome={outcome} onNext={clear} />
      ) : (
        <CodeForm isBusy={isBusy} onCode={capture} camera={camera} />
      )}
      {shop.asOf && <Banner kind="offline">{words.offline}</Banner>}
      {shop.data && (
        <div className="jia-counter-figures">
          <Figure value={shop.data.today} word={words.figures.today} />
          <Figure value={shop.data.month} word={words.figures.month} />
        </div>
      )}
      {shop.data && <Today />}
    </>
  );
}

interface CodeFormProps {
  isBusy: boolean;
  onCode: (text: string) => Promise<void>;
  camera: ComponentType<CameraProps> | undefined;
}

function CodeForm({ isBusy, onCode, camera: Camera }: CodeFormProps) {
  const [isLooking, setLooking] = useState(false);
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const digits = code.replace(/\s/g, '');
  const isWhole = /^\d{6}$/.test(digits) || digits.length > 20;
  return (
    <form
      className="jia-sheet jia-counter-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (isWhole) void onCode(digits);
      }}
    >
      {Camera && isLooking && (
        <Camera onCode={(text) => void onCode(text)} onClose={() => setLooking(false)} />
      )}
      {Camera && !isLooking && (
        <Button kind="primary" wide icon="scan" onPress={() => setLooking(true)}>
          {words.scan}
        </Button>
      )}
      <TextField
        label={words.code}
        help={words.help}
        error={isChecked && !isWhole ? words.short : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={400}
        value={code}
        onChange={setCode}
      />
      <Button wide type="submit" busy={isBusy && words.taking}>
        {words.take}
      </Button>
    </form>
  );
}

function OutcomeCard({ outcome, onNext }: { outcome: Outcome; onNext: () => void }) {
  const isGood = outcome.kind !== 'refused';
  return (
    <>
      <div
        className={isGood ? 'jia-counter-outcome' : 'jia-counter-outcome jia-counter-bad'}
        role={isGood ? 'status' : 'alert'}
      >
        <Icon name={isGood ? 'check' : 'close'} />
        <h2>{isGood ? words.ok : words.bad}</h2>
        <p>{lineOf(outcome)}</p>
        {outcome.kind === 'taken' && <p>{clock(outcome.receipt.capturedAt)}</p>}
      </div>
      <Button kind="primary" wide onPress={onNext}>
        {words.next}
      </Button>
    </>
  );
}

function lineOf(outcome: Outcome): string {
  if (outcome.kind === 'taken') return words.okLine(outcome.receipt.title, outcome.receipt.points);
  return outcome.kind === 'kept' ? words.okVoucher : outcome.sentence;
}

function Today() {
  const rows = usePages(listReceipts, {});
  const [asked, setAsked] = useState<Receipt | null>(null);
  return (
    <Section title={words.today}>
      {!rows.isLoading && rows.rows.length === 0 && <EmptyState>{words.todayNone}</EmptyState>}
      {rows.rows.length > 0 && (
        <RowSheet>
          {rows.rows.map((row) => (
            <ListRow
              key={row.redemptionId}
              title={row.title}
              note={`${clock(row.capturedAt)} · ${points(row.points)}`}
              trailing={<Deed row={row} onUndo={() => setAsked(row)} />}
            />
          ))}
        </RowSheet>
      )}
      {asked && <UndoQuestion row={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

function Deed({ row, onUndo }: { row: Receipt; onUndo: () => void }) {
  if (row.state === 'undone') return <StatusChip status="returned">{words.undone}</StatusChip>;
  if (row.can.undo !== true) return <StatusChip status="done" />;
  return (
    <Button small onPress={onUndo}>
      {words.undo}
    </Button>
  );
}

function UndoQuestion({ row, onClose }: { row: Receipt; onClose: () => void }) {
  const undo = useCommand(undoCapture, {
    onDone: () => {
      void say(words.undone);
      onClose();
    },
  });
  return (
    <ConfirmQuestion
      isOpen
      question={words.undoQuestion(row.title)}
      yes={words.undo}
      no={words.undoNo}
      busy={undo.isPending && words.undoing}
      onYes={() => undo.mutate({ params: { redemptionId: row.redemptionId } })}
      onNo={onClose}
    >
      {undo.error && <Banner kind="error">{sentenceOf(undo.error)}</Banner>}
    </ConfirmQuestion>
  );
}

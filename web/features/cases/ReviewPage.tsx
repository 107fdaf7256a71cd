import './cases.css';
import { useState } from 'react';
import { getCase, listCases, reviewApprove, reviewReturn } from '#contract/cases/endpoints.ts';
import { reviewLevelsOf } from '#contract/cases/kinds.ts';
import type { CaseRecord, CaseRow } from '#contract/cases/records.ts';
import { call } from '#web/lib/call.ts';
import { stamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { queryClient, reading, refresh, useCommand, usePages, useRead } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EchoLine } from '#web/ui/EchoLine/EchoLine.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { CaseTimeline, Original, Result } from './caseParts.tsx';
import { isLate, Lamp } from './lamp.tsx';
import { reasonOf, reviewWords as words } from './words.ts';

/** 四级审签: results that wait for a signature, one opened beside the list. */
export function ReviewPage() {
  const [filters, setFilters] = useFilters();
  const rows = usePages(listCases, { query: { status: 'under_review' as const } });
  const chosenId = filters.case ?? rows.rows[0]?.caseId;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const batch = useBatch(() => setTicked([]));
  const toggle = (caseId: string) =>
    setTicked(ticked.includes(caseId) ? ticked.filter((one) => one !== caseId) : [...ticked, caseId]);
  return (
    <DeskPage
      title={words.waiting}
      actions={
        ticked.length > 0 && (
          <Button busy={batch.isBusy && words.batchBusy} onPress={() => batch.sign(ticked)}>
            {words.batch(ticked.length)}
          </Button>
        )
      }
    >
      {batch.sentences.map((sentence) => (
        <Banner key={sentence} kind="notice">
          {sentence}
        </Banner>
      ))}
      {rows.error && <Failed sentence={sentenceOf(rows.error)} onRetry={rows.retry} />}
      {rows.isLoading && <Loading rows={6} />}
      {!rows.isLoading && !rows.error && rows.rows.length === 0 && (
        <EmptyState icon="sign">{words.empty}</EmptyState>
      )}
      {rows.rows.length > 0 && (
        <div className="jia-review">
          <div className="jia-review-list">
            {rows.rows.map((row) => (
              <ReviewRow
                key={row.caseId}
                row={row}
                isOpen={row.caseId === chosenId}
                isTicked={ticked.includes(row.caseId)}
                onTick={() => toggle(row.caseId)}
                onOpen={() => setFilters({ case: row.caseId })}
              />
            ))}
            <p className="jia-caption jia-review-help">{words.batchHelp}</p>
            {rows.hasMore && <Button onPress={rows.more}>{words.more}</Button>}
          </div>
          {chosenId && <Reviewed key={chosenId} caseId={chosenId} />}
        </div>
      )}
    </DeskPage>
  );
}

interface ReviewRowProps {
  row: CaseRow;
  isOpen: boolean;
  isTicked: boolean;
  onTick: () => void;
  onOpen: () => void;
}

function ReviewRow({ row, isOpen, isTicked, onTick, onOpen }: ReviewRowProps) {
  // A result that came back, or is late, is read one by one.
  const mayBatch = row.round === 1 && !isLate(row);
  return (
    <div className={isOpen ? 'jia-review-row jia-review-open' : 'jia-review-row'}>
      <input
        type="checkbox"
        aria-label={words.choose(row.title)}
        checked={isTicked}
        disabled={!mayBatch}
        onChange={onTick}
      />
      <button type="button" onClick={onOpen} aria-pressed={isOpen}>
        <span className="jia-review-title">{row.title}</span>
        <span className="jia-caption">
          {row.number} · {levelsOf(reviewLevelsOf(row.kind, 3))[(row.reviewLevel ?? 1) - 1]}
        </span>
      </button>
      <Lamp of={row} />
    </div>
  );
}

function Reviewed({ caseId }: { caseId: string }) {
  const { data, error, refetch } = useRead(getCase, { params: { caseId } });
  if (error && !data) return <Failed sentence={sentenceOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return (
    <div className="jia-review-case">
      <header className="jia-case-head">
        <div className="jia-case-title">
          <h2>{data.title}</h2>
          <Lamp of={data} />
        </div>
        <p className="jia-caption">
          {[data.number, data.placeText, data.lead?.name].filter(Boolean).join(' · ')}
        </p>
      </header>
      <Sheet>
        <SignatureLine record={data} />
      </Sheet>
      <Result record={data} />
      <Original record={data} />
      <CaseTimeline record={data} />
      <Decide record={data} />
    </div>
  );
}

/** Four levels begin with a colleague; fewer begin with a chief. */
const levelsOf = (depth: number): readonly string[] =>
  depth === 4 ? words.levels : words.levels.slice(1, 1 + depth);

/** ① to ④: who signed when, and whose turn it is. */
function SignatureLine({ record }: { record: CaseRecord }) {
  const signed = new Map(
    record.signatures.filter(({ round }) => round === record.round).map((one) => [one.level, one]),
  );
  return (
    <EchoLine
      numbered
      now={(record.reviewLevel ?? signed.size + 1) - 1}
      steps={levelsOf(record.reviewLevels).map((word, index) => {
        const signature = signed.get(index + 1);
        return {
          word,
          note: signature ? `${signature.signer} ${stamp(signature.at)}` : words.notSigned,
        };
      })}
    />
  );
}

interface ReturnFormProps {
  reason: string;
  isBusy: boolean;
  /** Null takes the return back. */
  onChange: (reason: string | null) => void;
  onSend: () => void;
}

function ReturnForm({ reason, isBusy, onChange, onSend }: ReturnFormProps) {
  return (
    <>
      <div className="jia-verbs">
        {words.returnReasons.map((each) => (
          <Button key={each} small onPress={() => onChange(each)}>
            {each}
          </Button>
        ))}
      </div>
      <TextField label={words.returnReason} value={reason} rows={2} maxLength={500} onChange={onChange} />
      <div className="jia-verbs">
        <Button onPress={() => onChange(null)}>{words.cancel}</Button>
        <Button
          kind="primary"
          reason={reason.trim() ? undefined : words.returnMissing}
          busy={isBusy && words.approving}
          onPress={onSend}
        >
          {words.return}
        </Button>
      </div>
    </>
  );
}

function Decide({ record }: { record: CaseRecord }) {
  const [comment, setComment] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const approve = useCommand(reviewApprove);
  const giveBack = useCommand(reviewReturn);
  const params = { caseId: record.caseId };
  const error = approve.error ?? giveBack.error;
  const may = (verb: 'review_approve' | 'review_return') => {
    const answer = record.can[verb];
    return answer === true ? undefined : reasonOf(answer);
  };
  return (
    <Section title={words.comment}>
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      {reason === null ? (
        <>
          <TextField
            label={words.comment}
            optional
            value={comment}
            rows={2}
            maxLength={500}
            onChange={setComment}
          />
          <div className="jia-verbs">
            <Button reason={may('review_return')} onPress={() => setReason('')}>
              {words.return}
            </Button>
            <Button
              kind="primary"
              reason={may('review_approve')}
              busy={approve.isPending && words.approving}
              onPress={() =>
                approve.mutate({ params, body: { instruction: comment.trim(), version: record.version } })
              }
            >
              {words.approve}
            </Button>
          </div>
        </>
      ) : (
        <ReturnForm
          reason={reason}
          onChange={setReason}
          isBusy={giveBack.isPending}
          onSend={() => giveBack.mutate({ params, body: { reason: reason.trim(), version: record.version } })}
        />
      )}
    </Section>
  );
}

/** Signs each ticked case on the version just read; a refused one stays, with its sentence. */
function useBatch(onDone: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [sentences, setSentences] = useState<string[]>([]);
  const sign = async (caseIds: readonly string[]) => {
    setBusy(true);
    const refused: string[] = [];
    for (const caseId of caseIds) {
      try {
        const record = await queryClient.fetchQuery(reading(getCase, { params: { caseId } }));
        await call(reviewApprove, { params: { caseId }, body: { version: record.version } });
      } catch (error) {
        refused.push(sentenceOf(error));
      }
    }
    setSentences([
      words.done(caseIds.length - refused.length),
      ...new Set(refused.map((sentence) => words.left(sentence))),
    ]);
    setBusy(false);
    onDone();
    await refresh(queryClient, ['cases']);
  };
  return { isBusy, sentences, sign: (caseIds: readonly string[]) => void sign(caseIds) };
}

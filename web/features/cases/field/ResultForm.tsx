import { useRef, useState } from 'react';
import { returnToDispatcher, submitResult } from '#contract/cases/endpoints.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { useDraft } from '#web/lib/draft.ts';
import type { WaitingFile } from '#web/lib/store.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { say } from '#web/ui/say.ts';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { Foot } from '../formParts.tsx';
import { ReplyField } from '../reply/ReplyField.tsx';
import { reasonOf } from '../words.ts';
import { signDeeds } from './Caller.tsx';
import { ProofPhotos } from './ProofPhotos.tsx';
import { mayStart } from './projected.ts';
import { useGive } from './useGive.ts';
import { VoiceNote } from './VoiceNote.tsx';
import { fieldWords as words } from './words.ts';

interface ResultDraft {
  text: string;
  files: readonly WaitingFile[];
}

/** What one deed carries (contract/cases/shapes.ts). */
const filesMax = 20;

const empty: ResultDraft = { text: '', files: [] };

/** What was done, with photos of before and after; handed in, or given back once. */
export function ResultForm({ record }: { record: CaseRecord }) {
  const draft = useDraft<ResultDraft>(`case-result:${record.caseId}`, empty);
  const [problem, setProblem] = useState<string | null>(null);
  const [isReturning, setReturning] = useState(false);
  const give = useGive(record);
  const latest = useRef(draft.value);
  latest.current = draft.value;
  const { text, files } = draft.value;
  const set = (change: (now: ResultDraft) => Partial<ResultDraft>) => {
    const next = { ...latest.current, ...change(latest.current) };
    latest.current = next;
    draft.change(next);
  };
  const setFiles = (change: (now: readonly WaitingFile[]) => readonly WaitingFile[]) =>
    set((now) => ({ files: change(now.files) }));
  const isFull = files.length >= filesMax;
  const may = record.can.submit_result;
  const isOffered = may !== 'case.illegal_move' || ['dispatched', 'accepted'].includes(record.status);
  const canReturn = record.can.return_to_dispatcher === true;
  if (may === 'case.not_your_unit' || (!isOffered && !canReturn)) return null;
  const submit = () => {
    const missing = missingIn(record, draft.value);
    setProblem(missing);
    if (missing) return;
    void give({
      verb: 'submit_result',
      endpoint: submitResult,
      body: { result: text.trim() },
      files,
    }).then((taken) => taken && draft.discard());
  };
  return (
    <>
      <Sheet>
        <ProofPhotos stored={record.files} files={files} isFull={isFull} onChange={setFiles} />
        <p className="jia-caption" role="status">
          {isFull ? words.filesFull(filesMax) : words.filesHelp(filesMax)}
        </p>
      </Sheet>
      <Sheet>
        <div className="jia-stack">
          <ReplyField
            caseId={record.caseId}
            label={words.what}
            value={text}
            rows={4}
            placeholder={words.whatExample}
            error={problem ?? undefined}
            record={record}
            onChange={(next) => set(() => ({ text: next }))}
          />
          <VoiceNote files={files} isFull={isFull} onChange={setFiles} />
          <CopyReply text={text} />
        </div>
      </Sheet>
      <Foot>
        {canReturn && <Button onPress={() => setReturning(true)}>{words.back}</Button>}
        <HandIn record={record} onSign={() => void give(...signDeeds(record))} onSubmit={submit} />
      </Foot>
      {isReturning && <ReturnQuestion record={record} onClose={() => setReturning(false)} />}
    </>
  );
}

interface HandInProps {
  record: CaseRecord;
  onSign: () => void;
  onSubmit: () => void;
}

/** What is not signed for yet is signed for first. */
function HandIn({ record, onSign, onSubmit }: HandInProps) {
  const isNew = record.status === 'dispatched';
  return (
    <Button
      kind="primary"
      wide
      reason={isNew ? undefined : refusalOf(record)}
      onPress={isNew ? onSign : onSubmit}
    >
      {isNew ? words.accept : words.submit[submitWord(record)]}
    </Button>
  );
}

/** Why it cannot be handed in yet. */
function refusalOf(record: CaseRecord): string | undefined {
  const may = record.can.submit_result;
  if (may === true) return undefined;
  const isEarly = record.status === 'accepted' && !mayStart(record);
  return isEarly ? words.notContacted : reasonOf(may);
}

function missingIn(record: CaseRecord, { text, files }: ResultDraft): string | null {
  if (!text.trim()) return words.missing;
  const begun = record.timeline.findLast(({ name }) => name === 'self_handle' || name === 'start');
  if (begun?.name !== 'self_handle') return null;
  const phases = new Set([...record.files, ...files].map(({ phase }) => phase));
  return phases.has('before') && phases.has('after') ? null : words.missingPhotos;
}

function submitWord({ reviewLevels }: CaseRecord): keyof typeof words.submit {
  if (reviewLevels === 0) return 'toDone';
  return reviewLevels === 4 ? 'toReview' : 'toSecretary';
}

/** What was written, for a chat. */
function CopyReply({ text }: { text: string }) {
  if (!text.trim()) return null;
  const copy = () => void navigator.clipboard.writeText(text).then(() => say(words.copied));
  return (
    <div className="jia-reply-line">
      <Button small kind="quiet" icon="clipboard" onPress={copy}>
        {words.copy}
      </Button>
    </div>
  );
}

function ReturnQuestion({ record, onClose }: { record: CaseRecord; onClose: () => void }) {
  const give = useGive(record);
  return (
    <WrittenQuestion
      question={words.returnQuestion}
      yes={words.back}
      no={words.returnNo}
      label={words.returnReason}
      missing={words.returnMissing}
      max={500}
      onYes={(reason) => {
        onClose();
        void give({
          verb: 'return_to_dispatcher',
          endpoint: returnToDispatcher,
          body: { reason },
        });
      }}
      onNo={onClose}
    />
  );
}

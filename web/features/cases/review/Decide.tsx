import { useState } from 'react';
import { reviewApprove, reviewReturn } from '#contract/cases/endpoints.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Link } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { ReplyField } from '../reply/ReplyField.tsx';
import { reasonOf } from '../words.ts';
import { reviewWords as words } from './words.ts';

type Writing = 'nothing' | 'instruction' | 'answer' | 'return';

interface DecideProps {
  record: CaseRecord;
  /** Told when it was signed or returned; the list goes on to the next. */
  onDone: (sentence: string) => void;
}

/** What decides, at the foot; or why it is not the viewer's turn. */
export function Decide(props: DecideProps) {
  const verdict = props.record.can.review_approve;
  if (verdict === true) return <Deciding {...props} />;
  return <footer className="jia-review-foot jia-caption">{reasonOf(String(verdict))}</footer>;
}

/** Sign, with an instruction or an amended answer; or return with a reason. It stays in view at the foot. */
function Deciding({ record, onDone }: DecideProps) {
  const [writing, setWriting] = useState<Writing>('nothing');
  const [instruction, setInstruction] = useState('');
  const [answer, setAnswer] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const approve = useCommand(reviewApprove, { onDone: () => onDone(words.signed(record.title)) });
  const giveBack = useCommand(reviewReturn, { onDone: () => onDone(words.returnedNow(record.title)) });
  const params = { caseId: record.caseId };
  const { version } = record;
  const error = approve.error ?? giveBack.error;
  return (
    <footer className="jia-review-foot">
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      {writing === 'instruction' && (
        <TextField
          label={words.instruction}
          help={words.instructionHelp}
          value={instruction}
          rows={2}
          maxLength={500}
          onChange={setInstruction}
        />
      )}
      {answer !== null && writing === 'answer' && (
        <Amended caseId={record.caseId} answer={answer} onChange={setAnswer} />
      )}
      {writing === 'return' ? (
        <ReturnForm
          reason={reason}
          isBusy={giveBack.isPending}
          onChange={setReason}
          onCancel={() => setWriting('nothing')}
          onSend={() => giveBack.mutate({ params, body: { reason: reason.trim(), version } })}
        />
      ) : (
        <div className="jia-review-verbs">
          <Link to="/account" className="jia-review-link">
            {words.delegate}
          </Link>
          <Button onPress={() => setWriting(writing === 'instruction' ? 'nothing' : 'instruction')}>
            {words.instruction}
          </Button>
          <Button
            onPress={() => {
              setAnswer(answer === null ? (record.result ?? '') : null);
              setWriting(answer === null ? 'answer' : 'nothing');
            }}
          >
            {answer === null ? words.amend : words.amendUndo}
          </Button>
          <Button onPress={() => setWriting('return')}>{words.return}</Button>
          <Button
            kind="primary"
            busy={approve.isPending && words.approving}
            onPress={() =>
              approve.mutate({
                params,
                body: { instruction: instruction.trim(), result: answer?.trim() || null, version },
              })
            }
          >
            {words.approve}
          </Button>
        </div>
      )}
    </footer>
  );
}

interface AmendedProps {
  caseId: string;
  answer: string;
  onChange: (answer: string) => void;
}

/** The signer's own words; a draft has no place here. */
function Amended({ caseId, answer, onChange }: AmendedProps) {
  return (
    <ReplyField caseId={caseId} label={words.amended} value={answer} outcomes={[]} onChange={onChange} />
  );
}

interface ReturnFormProps {
  reason: string;
  isBusy: boolean;
  onChange: (reason: string) => void;
  onCancel: () => void;
  onSend: () => void;
}

function ReturnForm({ reason, isBusy, onChange, onCancel, onSend }: ReturnFormProps) {
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
      <div className="jia-review-verbs">
        <Button onPress={onCancel}>{words.returnNo}</Button>
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

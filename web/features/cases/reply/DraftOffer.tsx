import { useState } from 'react';
import type { CaseRecord } from '#contract/cases/records.ts';
import { composeReply, factsOf, type ReplyDraft } from '#contract/cases/replies/compose.ts';
import { draftReply } from '#contract/cases/replies/endpoints.ts';
import { type ReplyOutcome, replyOutcomes } from '#contract/cases/replies/outcomes.ts';
import { replyHello } from '#contract/cases/replies/words.ts';
import { call } from '#web/lib/call.ts';
import { isOffline, sentenceOf } from '#web/lib/problem.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { replyWords as words } from './words.ts';

interface DraftOfferProps {
  caseId: string;
  text: string;
  onChange: (text: string) => void;
  outcomes?: readonly ReplyOutcome[];
  /** The case as this phone knows it: without a network the draft is made from it. */
  record?: CaseRecord | undefined;
}

interface Drafted {
  /** As it was put into the field. */
  text: string;
  blanks: number;
  /** What stood there before. */
  before: string;
}

/**
 * One tap drafts the reply. What was typed stands in the draft and comes back with one tap; a reply that was worked on
 * already is never replaced without asking.
 */
export function DraftOffer({ caseId, text, onChange, outcomes = replyOutcomes, record }: DraftOfferProps) {
  const [drafted, setDrafted] = useState<Drafted | null>(null);
  const [asking, setAsking] = useState<ReplyOutcome | null>(null);
  const [busy, setBusy] = useState<ReplyOutcome | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // A draft that nobody touched is no work of the writer.
  const isUntouched = drafted?.text === text;
  const own = isUntouched ? drafted.before : text;
  const put = async (outcome: ReplyOutcome, place: 'around' | 'after' | 'instead') => {
    setAsking(null);
    setBusy(outcome);
    setProblem(null);
    try {
      const made = await draft(caseId, outcome, place === 'around' ? own : '', record);
      const whole = place === 'after' ? `${text.trimEnd()}\n${made.text}` : made.text;
      setDrafted({ text: whole, blanks: made.blanks, before: own });
      onChange(whole);
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(null);
    }
  };
  return (
    <fieldset className="jia-reply-draft">
      <legend>{words.draft}</legend>
      <p className="jia-caption">{words.draftHelp}</p>
      <div className="jia-reply-outcomes">
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            small
            busy={busy === outcome && words.drafting}
            // A reply inside a reply reads badly.
            onPress={() => (isWorkedOn(own) ? setAsking(outcome) : void put(outcome, 'around'))}
          >
            {words.outcomes[outcome]}
          </Button>
        ))}
      </div>
      <div aria-live="polite">
        {problem && <p className="jia-field-error">{problem}</p>}
        {asking && <Where onPut={(place) => void put(asking, place)} onLeave={() => setAsking(null)} />}
        {drafted && isUntouched && (
          <p className="jia-reply-done">
            {drafted.blanks > 0 ? words.blanks(drafted.blanks) : words.whole}
            {drafted.before.trim() && (
              <Button small kind="quiet" onPress={() => onChange(drafted.before)}>
                {words.undo}
              </Button>
            )}
          </p>
        )}
      </div>
    </fieldset>
  );
}

/** It greets: whoever typed only what was done does not. */
const isWorkedOn = (text: string): boolean => text.trim().startsWith(replyHello);

interface WhereProps {
  onPut: (place: 'after' | 'instead') => void;
  onLeave: () => void;
}

function Where({ onPut, onLeave }: WhereProps) {
  return (
    <div className="jia-reply-where">
      <p>{words.written}</p>
      <div className="jia-reply-outcomes">
        <Button small onPress={() => onPut('after')}>
          {words.append}
        </Button>
        <Button small onPress={() => onPut('instead')}>
          {words.replace}
        </Button>
        <Button small kind="quiet" onPress={onLeave}>
          {words.leave}
        </Button>
      </div>
    </div>
  );
}

async function draft(
  caseId: string,
  outcome: ReplyOutcome,
  said: string,
  record: CaseRecord | undefined,
): Promise<ReplyDraft> {
  try {
    return await call(draftReply, { params: { caseId }, body: { outcome, said } });
  } catch (error) {
    if (!record || !isOffline(error)) throw error;
    return composeReply(outcome, factsOf(record, said));
  }
}

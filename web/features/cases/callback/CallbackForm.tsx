import { useState } from 'react';
import {
  type CallbackRow,
  callbackOutcomes,
  contactedAnswers,
  logCallback,
} from '#contract/cases/callback/endpoints.ts';
import { satisfactions, solvedAnswers } from '#contract/cases/codes.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { labels, reasonOf } from '../words.ts';
import { callbackWords as words } from './words.ts';

type Outcome = (typeof callbackOutcomes)[number];
type Solved = (typeof solvedAnswers)[number];
type Satisfaction = (typeof satisfactions)[number];

interface Answers {
  outcome: Outcome | null;
  contacted: (typeof contactedAnswers)[number] | null;
  solved: Solved | null;
  satisfaction: Satisfaction | null;
  said: string;
}

const nothing: Answers = { outcome: null, contacted: null, solved: null, satisfaction: null, said: '' };
const heard = <Code extends string>(codes: readonly Code[], named: Readonly<Record<Code, string>>) =>
  codes.filter((code) => code !== 'unreachable').map((value) => ({ value, word: named[value] }));
const pairs = <Code extends string>(codes: readonly Code[], named: Readonly<Record<Code, string>>) =>
  codes.map((value) => ({ value, word: named[value] }));

type Next = 'close' | 'again' | 'wait' | 'giveUp';

function nextOf({ outcome, solved, satisfaction }: Answers): Next {
  if (outcome === 'no_answer') return 'wait';
  if (outcome === 'unreachable') return 'giveUp';
  return solved === 'no' || satisfaction === 'dissatisfied' ? 'again' : 'close';
}

function missingIn(answers: Answers, row: CallbackRow): string | undefined {
  const { outcome, contacted, solved, satisfaction, said } = answers;
  if (outcome === null) return words.missing.outcome;
  if (outcome === 'unreachable') return row.mayGiveUp === true ? undefined : reasonOf(row.mayGiveUp);
  if (outcome === 'no_answer') return undefined;
  if (!contacted || !solved || !satisfaction) return words.missing.answers;
  return nextOf(answers) === 'again' && said.trim() === '' ? words.missing.words : undefined;
}

interface CallbackFormProps {
  row: CallbackRow;
  onDone: (sentence: string) => void;
}

/** Three questions, the words of the requester, and the step that follows by itself. */
export function CallbackForm({ row, onDone }: CallbackFormProps) {
  const [answers, setAnswers] = useState(nothing);
  const next = nextOf(answers);
  const command = useCommand(logCallback, {
    onDone: () => onDone(next === 'giveUp' ? words.saved.close : words.saved[next]),
  });
  const set = (changed: Partial<Answers>) => setAnswers({ ...answers, ...changed });
  const send = () => {
    const { outcome, contacted, solved, satisfaction, said } = answers;
    if (!outcome) return;
    const isReached = outcome === 'reached';
    command.mutate({
      params: { caseId: row.caseId },
      body: {
        outcome,
        contacted: (isReached && contacted) || 'unsure',
        solved: isReached ? solved : null,
        satisfaction: isReached ? satisfaction : null,
        words: said.trim(),
        version: row.version,
      },
    });
  };
  return (
    <Section title={words.outcome}>
      <Sheet>
        <div className="jia-callback-form">
          {command.error && <Banner kind="error">{sentenceOf(command.error)}</Banner>}
          <ChoiceChips
            label={words.outcome}
            choices={pairs(callbackOutcomes, words.outcomes)}
            value={answers.outcome}
            onChange={(outcome) => set({ outcome })}
          />
          {answers.outcome === 'reached' && <Questions answers={answers} onChange={set} />}
          {answers.outcome && (
            <TextField
              label={answers.outcome === 'reached' ? words.words : words.missedNote}
              {...(answers.outcome === 'reached' ? { help: words.wordsHelp } : {})}
              optional={next !== 'again'}
              value={answers.said}
              rows={3}
              maxLength={1000}
              onChange={(said) => set({ said })}
            />
          )}
          <Button
            kind="primary"
            reason={missingIn(answers, row)}
            busy={command.isPending && words.saving}
            onPress={send}
          >
            {words.save[next]}
          </Button>
        </div>
      </Sheet>
    </Section>
  );
}

interface QuestionsProps {
  answers: Answers;
  onChange: (changed: Partial<Answers>) => void;
}

function Questions({ answers, onChange }: QuestionsProps) {
  return (
    <>
      <ChoiceChips
        label={words.questions.contacted}
        choices={pairs(contactedAnswers, words.contacted)}
        value={answers.contacted}
        onChange={(contacted) => onChange({ contacted })}
      />
      <ChoiceChips
        label={words.questions.solved}
        choices={heard(solvedAnswers, labels.solved)}
        value={answers.solved}
        onChange={(solved) => onChange({ solved })}
      />
      <ChoiceChips
        label={words.questions.satisfaction}
        choices={heard(satisfactions, labels.satisfaction)}
        value={answers.satisfaction}
        onChange={(satisfaction) => onChange({ satisfaction })}
      />
    </>
  );
}

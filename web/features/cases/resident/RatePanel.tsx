import './resident.css';
import { useState } from 'react';
import type { rateCase } from '#contract/cases/resident/endpoints.ts';
import type { OutputOf, RequestOf } from '#contract/define.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { rateWords as words } from './words.ts';

export type Saying = Omit<NonNullable<RequestOf<typeof rateCase>['body']>, 'version'>;
export type Rated = OutputOf<typeof rateCase>;
type Solved = Saying['solved'];
type Satisfaction = Saying['satisfaction'];

interface RatePanelProps {
  isBusy: boolean;
  problem: Error | null;
  onSay: (saying: Saying) => void;
}

const choices = <Value extends string>(labels: Record<Value, string>) =>
  (Object.keys(labels) as Value[]).map((value) => ({ value, word: labels[value] }));

/** Two questions; a yes and a no are equally large and equally near. */
export function RatePanel({ isBusy, problem, onSay }: RatePanelProps) {
  const [solved, setSolved] = useState<Solved | null>(null);
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null);
  const [note, setNote] = useState('');
  const isAgain = solved === 'no' || satisfaction === 'dissatisfied';
  const isComplete = solved !== null && satisfaction !== null;
  return (
    <section className="jia-sheet jia-rate" aria-label={words.title}>
      <h2>{words.lead}</h2>
      {problem && <Banner kind="error">{sentenceOf(problem)}</Banner>}
      <ChoiceChips
        label={words.solved}
        choices={choices(words.solvedChoices)}
        value={solved}
        onChange={setSolved}
      />
      <ChoiceChips
        label={words.satisfaction}
        choices={choices(words.satisfactionChoices)}
        value={satisfaction}
        onChange={setSatisfaction}
      />
      <TextField label={words.note} optional rows={2} maxLength={500} value={note} onChange={setNote} />
      {isAgain && <p className="jia-text2">{words.again}</p>}
      <Button
        kind="primary"
        wide
        busy={isBusy && words.busy}
        reason={isComplete ? undefined : words.missing}
        onPress={() => isComplete && onSay({ solved, satisfaction, note: note.trim() })}
      >
        {words.send}
      </Button>
    </section>
  );
}

import { useState } from 'react';
import { type Grade, grades } from '#contract/cases/joint/codes.ts';
import { evaluateBlower, evaluateResponder } from '#contract/cases/joint/endpoints.ts';
import type { Responder, WhistleRecord } from '#contract/cases/joint/records.ts';
import type { AnyEndpoint } from '#contract/define.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { jointLabels, jointWords as words } from './words.ts';

interface JudgeFormProps {
  whistle: WhistleRecord;
  of: Responder;
}

/** Both sides judge each other: the blower each unit, each unit the whistle. */
export function JudgeForm({ whistle, of }: JudgeFormProps) {
  return (
    <>
      {of.can.evaluate_responder === true && (
        <Judge
          whistle={whistle}
          of={of}
          endpoint={evaluateResponder}
          title={words.judgeResponder}
          asks={['timeliness', 'quality', 'attitude']}
        />
      )}
      {of.can.evaluate_blower === true && (
        <Judge
          whistle={whistle}
          of={of}
          endpoint={evaluateBlower}
          title={words.judgeBlower}
          asks={['justified', 'clarity']}
        />
      )}
    </>
  );
}

type Ask = 'timeliness' | 'quality' | 'attitude' | 'justified' | 'clarity';
const choices = grades.map((value) => ({ value, word: jointLabels.grade[value] }));

interface JudgeProps extends JudgeFormProps {
  endpoint: AnyEndpoint;
  title: string;
  asks: readonly Ask[];
}

function Judge({ whistle, of, endpoint, title, asks }: JudgeProps) {
  const [answers, setAnswers] = useState<Partial<Record<Ask, Grade>>>({});
  const [note, setNote] = useState('');
  const send = useCommand(endpoint);
  const missing = asks.find((ask) => !answers[ask]);
  return (
    <div className="jia-whistle-judge">
      <h4>{title}</h4>
      <p className="jia-caption">{words.both}</p>
      {asks.map((ask) => (
        <ChoiceChips
          key={ask}
          label={words[ask]}
          choices={choices}
          value={answers[ask] ?? null}
          onChange={(grade) => setAnswers({ ...answers, [ask]: grade })}
        />
      ))}
      <TextField label={words.judgement} optional maxLength={1000} value={note} onChange={setNote} />
      {send.error && <Banner kind="error">{sentenceOf(send.error)}</Banner>}
      <Button
        kind="primary"
        busy={send.isPending && words.sending}
        reason={missing && words.missing(words[missing])}
        onPress={() =>
          send.mutate({
            params: { caseId: whistle.caseId },
            body: { assignmentId: of.assignmentId, ...answers, note: note.trim(), version: whistle.version },
          } as never)
        }
      >
        {words.send}
      </Button>
    </div>
  );
}

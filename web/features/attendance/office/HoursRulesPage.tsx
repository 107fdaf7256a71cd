import { useState } from 'react';
import { ladders, starSteps } from '#contract/attendance/ladders.ts';
import { changeHoursRules, type HoursRuleRecord, readHoursRules } from '#contract/attendance/rules.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DatedForm, DatedRules } from '#web/ui/DatedRules/DatedRules.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { rulesWords as words } from './words.ts';

/** The day's cap and the ladder of stars: what is in force, what came before, and who changed it. */
export function HoursRulesPage() {
  const { data, error, refetch } = useRead(readHoursRules);
  return (
    <DatedRules
      title={words.title}
      note={words.note}
      rules={data?.items}
      error={error}
      onRetry={() => void refetch()}
      mayChange={data?.can.change === true}
      show={({ dayHoursMax, starHours }) => (
        <p>
          {words.cap(dayHoursMax)}
          {words.ladder(starHours)}
        </p>
      )}
      form={(newest, onClose) => <RuleForm newest={newest} onClose={onClose} />}
    />
  );
}

function RuleForm({ newest, onClose }: { newest: HoursRuleRecord; onClose: () => void }) {
  const [cap, setCap] = useState(String(newest.dayHoursMax));
  const [steps, setSteps] = useState(newest.starHours.map(String));
  const change = useCommand(changeHoursRules, { onDone: onClose });
  const starHours = steps.map(Number);
  const rises = starHours.every((step, index) => step > (index === 0 ? 0 : (starHours[index - 1] ?? 0)));
  return (
    <DatedForm
      newest={newest}
      reasonHint={words.reasonHint}
      missing={rises ? undefined : words.rising}
      busy={change.isPending}
      problem={change.error && sentenceOf(change.error)}
      onSubmit={(dated) => change.mutate({ body: { dayHoursMax: Number(cap), starHours, ...dated } })}
      onClose={onClose}
    >
      <TextField
        label={words.capLabel}
        help={words.capHelp}
        value={cap}
        inputMode="numeric"
        maxLength={2}
        onChange={(value) => setCap(value.replace(/\D/g, ''))}
      />
      <div className="jia-attendance-pair">
        {Object.entries(ladders).map(([name, known]) => (
          <Button key={name} small onPress={() => setSteps(known.map(String))}>
            {words.ladders[name as keyof typeof ladders]}
          </Button>
        ))}
      </div>
      {Array.from({ length: starSteps }, (_, index) => index).map((index) => (
        <TextField
          key={index}
          label={words.star(index + 1)}
          value={steps[index] ?? ''}
          inputMode="numeric"
          maxLength={5}
          onChange={(value) => setSteps(steps.with(index, value.replace(/\D/g, '')))}
        />
      ))}
    </DatedForm>
  );
}

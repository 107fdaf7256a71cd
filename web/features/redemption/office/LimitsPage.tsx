import { useState } from 'react';
import { changeLimits, type Limits, type LimitsVersion, listLimits } from '#contract/redemption/limits.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { DatedForm, DatedRules } from '#web/ui/DatedRules/DatedRules.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Facts } from '#web/ui/Section/Section.tsx';
import { limitsWords as words } from './words.ts';

const names = Object.keys(words.fields) as (keyof Limits)[];

/** How long, how often and how many: what is in force, what came before, and who changed it. */
export function LimitsPage() {
  const { data, error, refetch } = useRead(listLimits);
  return (
    <DatedRules
      title={words.title}
      note={words.note}
      rules={data?.items}
      error={error}
      onRetry={() => void refetch()}
      mayChange={data?.can.change === true}
      show={(rule, before) => <LimitFacts rule={rule} before={before} />}
      form={(newest, onClose) => <LimitsForm newest={newest} onClose={onClose} />}
    />
  );
}

/** In full what is in force and what the platform began with; of the others what they changed. */
function LimitFacts({ rule, before }: { rule: LimitsVersion; before: LimitsVersion | undefined }) {
  const shown = names.filter((name) => rule.isInForce || !before || rule[name] !== before[name]);
  return (
    <Facts
      facts={shown.map((name) => ({
        label: words.fields[name].label,
        value: words.fields[name].said(rule[name]),
      }))}
    />
  );
}

function LimitsForm({ newest, onClose }: { newest: LimitsVersion; onClose: () => void }) {
  const [typed, setTyped] = useState(
    () =>
      Object.fromEntries(names.map((name) => [name, String(newest[name])])) as Record<keyof Limits, string>,
  );
  const change = useCommand(changeLimits, { onDone: onClose });
  const limits = Object.fromEntries(names.map((name) => [name, Number(typed[name])])) as unknown as Limits;
  const isInBounds = names.every((name) => {
    const { min, max } = words.fields[name];
    return limits[name] >= min && limits[name] <= max;
  });
  return (
    <DatedForm
      newest={newest}
      reasonHint={words.reasonHint}
      missing={isInBounds ? undefined : words.outOfBounds}
      busy={change.isPending}
      problem={change.error && sentenceOf(change.error)}
      onSubmit={(dated) => change.mutate({ body: { ...limits, ...dated } })}
      onClose={onClose}
    >
      {names.map((name) => (
        <TextField
          key={name}
          label={words.fields[name].typed}
          help={words.bounds(words.fields[name].min, words.fields[name].max)}
          value={typed[name]}
          inputMode="numeric"
          maxLength={5}
          onChange={(value) => setTyped((now) => ({ ...now, [name]: value.replace(/\D/g, '') }))}
        />
      ))}
    </DatedForm>
  );
}

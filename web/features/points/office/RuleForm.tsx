import { useState } from 'react';
import { listProgrammes, makeRule, rehearseRule } from '#contract/points/endpoints.ts';
import type { Rule } from '#contract/points/records.ts';
import { figure } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { deskWords, labels } from '../words.ts';
import { whole } from './rows.ts';

const words = deskWords.rules;
const text = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);

/** A new rule or another version of one, tried on last month before it is saved. */
export function RuleForm({ rule, onClose }: { rule: Rule | null; onClose: () => void }) {
  const programmes = useRead(listProgrammes);
  const [draft, setDraft] = useState({
    title: rule?.title ?? '',
    programmeId: rule?.programmeId ?? '',
    points: text(rule?.points),
    per: text(rule?.per),
    dayCap: text(rule?.dayCap),
    yearCap: text(rule?.yearCap),
    noticeDays: text(rule?.noticeDays ?? 0),
    lifeYears: text(rule ? rule.lifeYears : 1),
    lifeDays: text(rule?.lifeDays),
    approvalAbove: text(rule?.approvalAbove),
  });
  const [isTrying, setTrying] = useState(false);
  const make = useCommand(makeRule, { onDone: onClose });
  const set = (key: keyof typeof draft) => (value: string | null) =>
    setDraft((known) => ({ ...known, [key]: value ?? '' }));
  const points = whole(draft.points);
  const per = whole(draft.per);
  const isReady = draft.title.trim() && draft.programmeId && points && per;
  return (
    <FormDrawer
      isOpen
      title={rule ? words.revise : words.make}
      onSubmit={() => make.mutate({ body: bodyOf(draft, rule) })}
      onClose={onClose}
      busy={make.isPending}
      problem={make.error && sentenceOf(make.error)}
      reason={isReady ? undefined : words.missing}
    >
      {rule && <p className="jia-hint">{words.versionNote}</p>}
      <TextField label={words.name} value={draft.title} maxLength={60} onChange={set('title')} />
      <SelectField
        label={words.programme}
        options={(programmes.data?.items ?? []).map(({ programmeId, name, year }) => ({
          value: programmeId,
          word: `${name} ${year}`,
        }))}
        value={draft.programmeId || null}
        onChange={set('programmeId')}
      />
      {figures.map((key) => (
        <TextField
          key={key}
          label={words[key]}
          help={words.help[key]}
          optional={key !== 'points' && key !== 'per'}
          value={draft[key]}
          maxLength={7}
          inputMode="numeric"
          onChange={(value) => {
            setTrying(false);
            set(key)(value);
          }}
        />
      ))}
      {points && per && !isTrying && <Button onPress={() => setTrying(true)}>{words.rehearse}</Button>}
      {points && per && isTrying && (
        <Rehearsal points={points} per={per} dayCap={whole(draft.dayCap)} yearCap={whole(draft.yearCap)} />
      )}
    </FormDrawer>
  );
}

const figures = [
  'points',
  'per',
  'dayCap',
  'yearCap',
  'noticeDays',
  'lifeYears',
  'lifeDays',
  'approvalAbove',
] as const;

type Typed = Record<
  | 'title'
  | 'programmeId'
  | 'points'
  | 'per'
  | 'dayCap'
  | 'yearCap'
  | 'noticeDays'
  | 'lifeYears'
  | 'lifeDays'
  | 'approvalAbove',
  string
>;

const bodyOf = (draft: Typed, rule: Rule | null) => ({
  ...(rule ? { ruleId: rule.ruleId } : {}),
  programmeId: draft.programmeId,
  title: draft.title.trim(),
  points: whole(draft.points) ?? 0,
  per: whole(draft.per) ?? 0,
  dayCap: whole(draft.dayCap),
  yearCap: whole(draft.yearCap),
  noticeDays: whole(draft.noticeDays) ?? 0,
  ...lifeOf(draft),
  approvalAbove: orZero(draft.approvalAbove),
});

/** Days go before years; one of them is always said. */
const lifeOf = ({ lifeYears, lifeDays }: Typed) =>
  whole(lifeDays)
    ? { lifeYears: null, lifeDays: whole(lifeDays) }
    : { lifeYears: orZero(lifeYears) ?? 1, lifeDays: null };

/** Zero is an answer here: at once, or always. */
const orZero = (text: string): number | null => (text.trim() === '0' ? 0 : whole(text));

interface Draft {
  points: number;
  per: number;
  dayCap: number | null;
  yearCap: number | null;
}

function Rehearsal({ points, per, dayCap, yearCap }: Draft) {
  const { data } = useRead(rehearseRule, {
    query: { points, per, ...(dayCap ? { dayCap } : {}), ...(yearCap ? { yearCap } : {}) },
  });
  if (!data) return null;
  const columns = words.rehearsalColumns;
  return (
    <Section title={words.rehearsal(data.month)}>
      {data.items.length === 0 && <p className="jia-caption">{words.rehearsalNone}</p>}
      <RowSheet>
        {data.items.map((line) => (
          <ListRow
            key={line.source}
            title={labels.source[line.source]}
            note={`${columns.deeds} ${figure(line.deeds)} · ${columns.capped} ${figure(line.capped)}`}
            trailing={`${columns.granted} ${figure(line.granted)} → ${columns.would} ${figure(line.would)}`}
          />
        ))}
      </RowSheet>
    </Section>
  );
}

import { useState } from 'react';
import { listCases, listMatters } from '#contract/cases/endpoints.ts';
import type { CaseRow, CaseVerb } from '#contract/cases/records.ts';
import { call } from '#web/lib/call.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { ChoiceChips, Field, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type Option, SearchField, SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { FilesField, TagsField } from './joint/fields.tsx';
import { ReplyField } from './reply/ReplyField.tsx';
import { searchUnits, unitOf } from './units.ts';
import { type VerbField, type VerbForm, verbForms, verbLabel } from './verbForms.ts';
import { caseWords, verbWords as words } from './words.ts';

export type Answers = Readonly<Record<string, string | boolean | readonly Option[] | undefined>>;

interface VerbDrawerProps {
  verb: CaseVerb;
  of: Pick<CaseRow, 'caseId' | 'version' | 'title'>;
  onDone: (sentence: string) => void;
  onClose: () => void;
  /** What is known already: the place, the category. */
  given?: Answers;
}

/** The questions of one verb, beside the case; what was typed stays when it is refused. */
export function VerbDrawer(props: VerbDrawerProps) {
  const form = verbForms[props.verb];
  return form ? <Questions {...props} form={form} /> : null;
}

function Questions({ verb, of, onDone, onClose, given = {}, form }: VerbDrawerProps & { form: VerbForm }) {
  const [answers, setAnswers] = useState<Answers>(given);
  const command = useCommand(form.endpoint, {
    onDone: () => {
      onDone(caseWords.sent(verbLabel(verb)));
      onClose();
    },
  });
  const missing = form.fields.find((field) => !isAnswered(field, answers[field.key]));
  return (
    <FormDrawer
      isOpen
      title={`${verbLabel(verb)} · ${of.title}`}
      verb={verbLabel(verb)}
      busy={command.isPending}
      problem={command.error && sentenceOf(command.error)}
      reason={missing && words.missing(missing.label)}
      onClose={onClose}
      onSubmit={() =>
        command.mutate({
          params: { caseId: of.caseId },
          body: { ...bodyOf(form.fields, answers), version: of.version },
        })
      }
    >
      {form.fields.map((field) => (
        <Question
          key={field.key}
          caseId={of.caseId}
          field={field}
          answer={answers[field.key]}
          onAnswer={(answer) => setAnswers({ ...answers, [field.key]: answer })}
        />
      ))}
    </FormDrawer>
  );
}

export function isAnswered(field: VerbField, answer: Answers[string]): boolean {
  if (field.optional || field.kind === 'tick') return true;
  if (field.kind === 'told') return answer === true;
  return Array.isArray(answer) ? answer.length > 0 : typeof answer === 'string' && answer.trim() !== '';
}

/** The body as the contract wants it; unanswered questions are left to its defaults. */
export function bodyOf(fields: readonly VerbField[], answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = answerIn(field, answers[field.key]);
      return value === undefined ? [] : [[field.key, value]];
    }),
  );
}

function answerIn(field: VerbField, answer: Answers[string]): unknown {
  if (answer === undefined || answer === '') return undefined;
  if (Array.isArray(answer)) {
    const units = answer.map(({ value }) => value);
    if (field.kind === 'units') return units.map(unitOf);
    if (field.kind === 'files' || field.kind === 'tags') return units;
    const [first] = units;
    return field.kind === 'unit' && first ? unitOf(first) : first;
  }
  if (typeof answer !== 'string') return answer;
  // A day ends at its last minute in Beijing.
  if (field.kind === 'day') return new Date(`${answer}T23:59:00+08:00`).toISOString();
  if (field.key === 'grant') return answer === 'true';
  return answer.trim();
}

interface QuestionProps {
  caseId: string;
  field: VerbField;
  answer: Answers[string];
  onAnswer: (answer: string | boolean | Option[]) => void;
}

function Question({ caseId, field, answer, onAnswer }: QuestionProps) {
  const { label, optional = false, help } = field;
  const common = { label, optional, ...(help ? { help } : {}) };
  const typed = typeof answer === 'string' ? answer : '';
  const chosen = Array.isArray(answer) ? (answer as readonly Option[]) : [];
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          {...common}
          value={typed}
          maxLength={field.max}
          {...(field.rows > 1 ? { rows: field.rows } : {})}
          onChange={onAnswer}
        />
      );
    case 'reply':
      return (
        <ReplyField
          {...common}
          caseId={caseId}
          value={typed}
          max={field.max}
          onChange={onAnswer}
          {...(field.outcomes ? { outcomes: field.outcomes } : {})}
        />
      );
    case 'day':
      return <TextField {...common} type="date" value={typed} onChange={onAnswer} />;
    case 'choice':
      return <ChoiceChips label={label} choices={field.choices} value={typed || null} onChange={onAnswer} />;
    case 'told':
    case 'tick':
      return (
        <Tick isOn={answer === true} onChange={onAnswer}>
          {label}
        </Tick>
      );
    case 'area':
      return (
        <Field {...common}>
          {({ id }) => <AreaPicker id={id} value={typed || null} onChange={(next) => onAnswer(next ?? '')} />}
        </Field>
      );
    case 'matter':
      return <MatterField {...common} value={typed} onChange={onAnswer} />;
    case 'case':
      return <SearchField {...common} value={chosen} search={searchOpenCases} onChange={onAnswer} />;
    case 'unit':
      return <SearchField {...common} value={chosen} search={searchUnits} onChange={onAnswer} />;
    case 'units':
      return <SearchField {...common} many value={chosen} search={searchUnits} onChange={onAnswer} />;
    case 'files':
      return <FilesField {...common} value={chosen} onChange={onAnswer} />;
    case 'tags':
      return <TagsField {...common} value={chosen} onChange={onAnswer} />;
  }
}

interface MatterFieldProps {
  label: string;
  optional: boolean;
  value: string;
  onChange: (code: string) => void;
}

function MatterField({ value, onChange, ...common }: MatterFieldProps) {
  const { data } = useRead(listMatters);
  const names = new Map(data?.items.map(({ code, name }) => [code, name]));
  const options = (data?.items ?? []).map(({ code, name, parentCode }) => ({
    value: code,
    word: [parentCode && names.get(parentCode), name].filter(Boolean).join(' › '),
  }));
  return (
    <SelectField
      {...common}
      options={options}
      value={value || null}
      onChange={(code) => onChange(code ?? '')}
    />
  );
}

/** Open cases by number, text or place, for joining one to another. */
async function searchOpenCases(typed: string): Promise<Option[]> {
  const { items } = await call(listCases, {
    query: { limit: 20, open: 'true', ...(typed ? { search: typed } : {}) },
  });
  return items.map(({ caseId, number, title, placeText }) => ({
    value: caseId,
    word: [number, title, placeText].filter(Boolean).join(' · '),
  }));
}

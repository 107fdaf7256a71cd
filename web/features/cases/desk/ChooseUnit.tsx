import { type RefObject, useId } from 'react';
import { readJoint } from '#contract/cases/joint/endpoints.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { moment } from '#web/lib/formats.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { type Option, SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { jointWords } from '../joint/words.ts';
import { searchUnits } from '../units.ts';
import { type Candidate, type DispatchForm, unitKey } from './useDispatchForm.ts';
import { arbiterWords, deskLabels, deskWords as words } from './words.ts';

interface ChooseUnitProps {
  record: CaseRecord;
  form: DispatchForm;
  helpersRef: RefObject<HTMLDivElement | null>;
}

/** Suggested units with the rule behind each; another by name; helpers with dates of their own; one sentence. */
export function ChooseUnit({ record, form, helpersRef }: ChooseUnitProps) {
  const { typed, change, guard, isArbiter } = form;
  return (
    <Section title={words.unitFor}>
      <div className="jia-stack">
        {record.returned && <Arbiters caseId={record.caseId} />}
        {form.send.error && <Banner kind="error">{refusalOf(form.send.error)}</Banner>}
        <Candidates form={form} />
        <SearchField
          label={words.other}
          optional
          value={typed.other ? [typed.other] : []}
          search={searchUnits}
          onChange={([other = null]) => change({ ...typed, other, lead: other?.value ?? null })}
        />
        {guard && <Banner kind="notice">{jointWords.duty[guard]}</Banner>}
        <div ref={helpersRef}>
          <SearchField
            label={words.helpers}
            optional
            many
            value={typed.helpers}
            search={searchUnits}
            onChange={(next) => change({ ...typed, helpers: next.map((one) => withDue(one, typed.helpers)) })}
          />
        </div>
        {typed.helpers.map((helper) => (
          <TextField
            key={helper.value}
            label={words.helperDue(helper.word)}
            optional
            type="date"
            value={helper.due}
            onChange={(due) =>
              change({
                ...typed,
                helpers: typed.helpers.map((one) => (one.value === helper.value ? { ...one, due } : one)),
              })
            }
          />
        ))}
        <TextField
          label={isArbiter ? words.decideReason : words.note}
          optional={!isArbiter}
          rows={2}
          maxLength={isArbiter ? 500 : 1000}
          placeholder={words.noteExample}
          value={typed.note}
          onChange={(note) => change({ ...typed, note })}
        />
      </div>
    </Section>
  );
}

/** Who decides now: people by name; the rule where nobody holds the post. */
function Arbiters({ caseId }: { caseId: string }) {
  const { data } = useRead(readJoint, { params: { caseId } });
  const people = data?.arbiters.map(({ name, role }) => arbiterWords.person(name, role)).join('、');
  return <Banner kind="notice">{people ? arbiterWords.decides(people) : words.returned}</Banner>;
}

/** Who was faster, and that nothing typed is lost; any other refusal in its own words. */
function refusalOf(error: Error): string {
  const { changedBy, changedAt } = error instanceof ProblemError ? error.details : {};
  return typeof changedBy === 'string' && typeof changedAt === 'string'
    ? words.overtakenKept(changedBy, moment(changedAt))
    : sentenceOf(error);
}

const withDue = (one: Option, known: DispatchForm['typed']['helpers']) => ({
  ...one,
  due: known.find(({ value }) => value === one.value)?.due ?? '',
});

function Candidates({ form }: { form: DispatchForm }) {
  const name = useId();
  const { candidates, lead, typed, change } = form;
  if (candidates.length === 0) return <p className="jia-caption">{words.noUnit}</p>;
  return (
    <fieldset className="jia-candidates">
      <legend className="jia-unseen">{words.unitFor}</legend>
      {candidates.slice(0, 4).map((one) => {
        const value = unitKey(one);
        const isOn = lead?.value === value;
        return (
          <label key={value} className={isOn ? 'jia-candidate jia-candidate-on' : 'jia-candidate'}>
            <input
              type="radio"
              name={name}
              checked={isOn}
              onChange={() => change({ ...typed, lead: value, other: null })}
            />
            <CandidateWords of={one} />
          </label>
        );
      })}
    </fieldset>
  );
}

function CandidateWords({ of }: { of: Candidate }) {
  return (
    <span className="jia-candidate-words">
      <span className="jia-candidate-head">
        <strong>{of.unit.name}</strong>
        <Tag>{of.role === 'co' ? words.assist : deskLabels.reason[of.reason]}</Tag>
      </span>
      <span>{of.dutyItem ? words.duty(of.dutyItem.code, of.dutyItem.text) : of.rule}</span>
      {of.dutyItem && <span className="jia-caption">{of.rule}</span>}
      {of.solved > 0 && <span className="jia-caption">{words.solved(of.solved)}</span>}
      {of.returned && <span className="jia-caption">{words.returnedBefore}</span>}
    </span>
  );
}

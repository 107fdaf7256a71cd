import { type Urgency, urgencies } from '#contract/cases/codes.ts';
import { listMatters, registerCase } from '#contract/cases/endpoints.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { type MatterSuggestion, suggestCase } from '#contract/cases/suggest.ts';
import { useDraft } from '#web/lib/draft.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, Field, TextField } from '#web/ui/Field/Field.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { labels, reasonOf } from '../words.ts';
import { SuggestedMatters, SuggestedPlace } from './Suggested.tsx';
import { useKeys } from './useKeys.ts';
import { deskWords as words } from './words.ts';

interface IntakeProps {
  record: CaseRecord;
  matters: readonly MatterSuggestion[];
  onDone: (sentence: string) => void;
}

interface Typed {
  matterCode: string | null;
  areaId: string | null;
  urgency: Urgency | null;
  title: string;
}

const nothing: Typed = { matterCode: null, areaId: null, urgency: null, title: '' };

/** 立案: what, where, how urgent; what the words say stands ready to be taken with one tap. */
export function Intake({ record, matters, onDone }: IntakeProps) {
  const form = useIntake(record, onDone);
  const { typed, change, place, matterCode, areaId, reason, submit, register } = form;
  return (
    <>
      <Section title={words.intake}>
        <div className="jia-stack">
          {register.error && <Banner kind="error">{sentenceOf(register.error)}</Banner>}
          <SuggestedMatters
            matters={matters}
            value={matterCode}
            onTake={(code) => change({ ...typed, matterCode: code })}
          />
          <SelectField
            label={words.matter}
            options={form.leaves}
            value={matterCode}
            onChange={(code) => change({ ...typed, matterCode: code })}
          />
          {record.area === null && (
            <SuggestedPlace
              place={place}
              value={areaId}
              onTake={(taken) => change({ ...typed, areaId: taken })}
            />
          )}
          <Field label={words.place}>
            {(ids) => (
              <AreaPicker {...ids} value={areaId} onChange={(taken) => change({ ...typed, areaId: taken })} />
            )}
          </Field>
          <ChoiceChips
            label={words.urgency}
            choices={urgencies.map((value) => ({ value, word: labels.urgency[value] }))}
            value={form.urgency}
            onChange={(urgency) => change({ ...typed, urgency })}
          />
          <TextField
            label={words.titleField}
            optional
            maxLength={80}
            value={typed.title}
            placeholder={record.title}
            onChange={(title) => change({ ...typed, title })}
          />
        </div>
      </Section>
      <div className="jia-board-foot">
        <Button
          kind="primary"
          wide
          shortcut="Enter"
          busy={register.isPending && words.registering}
          reason={reason}
          onPress={submit}
        >
          {words.registerIt}
        </Button>
      </div>
    </>
  );
}

function useIntake(record: CaseRecord, onDone: (sentence: string) => void) {
  const draft = useDraft(`intake:${record.caseId}`, nothing);
  const typed = draft.value;
  const known = useRead(listMatters).data?.items ?? [];
  const { data: heard } = useRead(
    suggestCase,
    { body: { text: record.text, placeText: record.placeText } },
    { enabled: record.area === null },
  );
  const matterCode = typed.matterCode ?? record.matter?.code ?? null;
  const areaId = typed.areaId ?? record.area?.areaId ?? null;
  const urgency =
    typed.urgency ??
    (record.alarms.length > 0
      ? 'critical'
      : (known.find(({ code }) => code === matterCode)?.urgency ?? record.urgency));
  const register = useCommand(registerCase, {
    onDone: () => {
      draft.discard();
      onDone(words.registered(record.number));
    },
  });
  const may = record.can.register;
  const reason =
    may !== true
      ? reasonOf(may ?? 'can.area')
      : !matterCode
        ? words.matterMissing
        : areaId
          ? undefined
          : words.placeMissing;
  const submit = () => {
    if (!matterCode || !areaId || reason || register.isPending) return;
    const title = typed.title.trim();
    register.mutate({
      params: { caseId: record.caseId },
      body: { matterCode, areaId, urgency, ...(title ? { title } : {}), version: record.version },
    });
  };
  useKeys({ Enter: submit });
  const names = new Map(known.map(({ code, name }) => [code, name]));
  const leaves = known
    .filter(({ parentCode }) => parentCode !== null)
    .map(({ code, name, parentCode }) => ({
      value: code,
      word: `${names.get(parentCode ?? '') ?? ''} › ${name}`,
    }));
  const place = heard?.place;
  return {
    typed,
    change: draft.change,
    leaves,
    place,
    matterCode,
    areaId,
    urgency,
    reason,
    submit,
    register,
  };
}

import { useState } from 'react';
import { listActivities, listProgrammes } from '#contract/activities/endpoints.ts';
import { changePractice, makePractice } from '#contract/activities/practice.ts';
import type { PracticeList } from '#contract/activities/records.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { SearchField, SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { practiceWords as words } from './words.ts';

interface PracticeFormProps {
  record?: PracticeList;
  onClose: () => void;
}

export function PracticeForm({ record, onClose }: PracticeFormProps) {
  const [term, setTerm] = useState(record?.term ?? '');
  const [title, setTitle] = useState(record?.title ?? '');
  const [foreword, setForeword] = useState(record?.foreword ?? '');
  const [area, setArea] = useState(record ? { value: record.areaId, word: record.areaName } : null);
  const [lines, setLines] = useState(record ? linesOf(record) : '');
  const [picked, setPicked] = useState<Picked>(() => pickedOf(record));
  const programmes = useRead(listProgrammes);
  const activities = useRead(listActivities, { query: { state: 'published', limit: 200 } });
  const make = useCommand(makePractice, { onDone: onClose });
  const change = useCommand(changePractice, { onDone: onClose });
  const error = make.error ?? change.error;
  const items = itemsOf(lines, programmes.data?.items ?? [], picked);
  const options = (activities.data?.items ?? []).map(({ activityId, title }) => ({
    value: activityId,
    word: title,
  }));
  const submit = () => {
    const body = { term: term.trim(), title: title.trim(), foreword, areaId: area?.value ?? '', items };
    if (!record) return make.mutate({ body });
    change.mutate({ params: { listId: record.listId }, body: { ...body, version: record.version } });
  };
  const reason =
    (!term.trim() || !title.trim() ? words.termMissing : undefined) ??
    (area ? undefined : words.areaMissing) ??
    (items.length > 0 ? undefined : words.itemsMissing);
  return (
    <FormDrawer
      isOpen
      title={record ? words.edit : words.make}
      busy={make.isPending || change.isPending}
      problem={error ? sentenceOf(error) : null}
      reason={reason}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={words.term} value={term} maxLength={40} onChange={setTerm} />
      <TextField label={words.name} value={title} maxLength={60} onChange={setTitle} />
      <SearchField
        label={words.area}
        value={area ? [area] : []}
        search={searchAreas}
        onChange={([chosen]) => setArea(chosen ?? null)}
      />
      <TextField
        label={words.foreword}
        optional
        rows={3}
        value={foreword}
        maxLength={1000}
        onChange={setForeword}
      />
      <TextField label={words.items} help={words.itemsHelp} rows={8} value={lines} onChange={setLines} />
      {items.map(({ title }) => (
        <SelectField
          key={title}
          label={words.activityOf(title)}
          optional
          placeholder={words.noActivity}
          options={options}
          value={picked[title] ?? null}
          onChange={(activityId) => setPicked({ ...picked, [title]: activityId })}
        />
      ))}
    </FormDrawer>
  );
}

/** Item → the activity it stands for. */
type Picked = Readonly<Record<string, string | null>>;
const pickedOf = (record: PracticeList | undefined): Picked =>
  Object.fromEntries((record?.items ?? []).map(({ title, activityId }) => [title, activityId]));

const linesOf = ({ items }: PracticeList) =>
  items.map(({ title, hoursText }) => (hoursText ? `${title} | ${hoursText}` : title)).join('\n');

/** `名称 | 时长`, one a line; a programme of the same name is meant. */
function itemsOf(
  lines: string,
  programmes: readonly { programmeId: string; name: string }[],
  picked: Picked,
) {
  return lines
    .split('\n')
    .map((line) => line.split(/[|｜]/).map((part) => part.trim()))
    .flatMap(([title, hoursText = '']) =>
      title
        ? [
            {
              title,
              hoursText,
              programmeId: programmes.find(({ name }) => name === title)?.programmeId ?? null,
              activityId: picked[title] ?? null,
            },
          ]
        : [],
    );
}

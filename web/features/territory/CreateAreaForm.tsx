import { Select } from 'antd';
import { useState } from 'react';
import { createArea, readArea } from '#contract/territory/endpoints.ts';
import { kindsOfLevel, type Level, levels, rankOf } from '#contract/territory/levels.ts';
import { levelWords } from '#contract/territory/words.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { AreaFields, nothingTyped, splitAliases } from './areaFields.tsx';
import { areasWords, areaFormWords as words } from './words.ts';

/** Adds a place below another one. */
export function CreateAreaForm({ parentId, onClose }: { parentId: string | null; onClose: () => void }) {
  const [under, setUnder] = useState(parentId);
  const [chosen, setLevel] = useState<Level | null>(null);
  const [code, setCode] = useState('');
  const [typed, setTyped] = useState(nothingTyped);
  const parent = useRead(readArea, { params: { areaId: under ?? '' } }, { enabled: under !== null });
  const possible = levels.filter((level) => parent.data && rankOf(level) > rankOf(parent.data.level));
  const level = chosen && possible.includes(chosen) ? chosen : (possible[0] ?? 'entrance');
  const command = useCommand(createArea, { touches: ['territory', 'coverage'], onDone: onClose });
  const faults = command.error instanceof ProblemError ? command.error.fields : {};

  const submit = () => {
    if (under === null) return;
    const kind = typed.kind && kindsOfLevel[level]?.includes(typed.kind) ? typed.kind : undefined;
    command.mutate({
      body: {
        parentId: under,
        level,
        name: typed.name,
        aliases: splitAliases(typed.aliases),
        note: typed.note,
        ...(kind ? { kind } : {}),
        ...(code ? { code } : {}),
        ...(typed.gridType && (level === 'grid' || level === 'big_grid') ? { gridType: typed.gridType } : {}),
        ...(typed.householdsDeclared ? { householdsDeclared: Number(typed.householdsDeclared) } : {}),
      },
    });
  };
  return (
    <FormDrawer
      isOpen
      title={words.create}
      onSubmit={submit}
      onClose={onClose}
      busy={command.isPending}
      problem={command.error && sentenceOf(command.error)}
      reason={under === null ? words.parent : undefined}
    >
      <Field label={words.parent}>
        {({ id }) => <AreaPicker id={id} value={under} onChange={setUnder} />}
      </Field>
      <Field label={areasWords.level}>
        {({ id }) => (
          <Select
            id={id}
            value={level}
            options={possible.map((value) => ({ value, label: levelWords[value] }))}
            onChange={setLevel}
          />
        )}
      </Field>
      <AreaFields level={level} typed={typed} onChange={setTyped} faults={faults} />
      <TextField
        label={areasWords.code}
        optional
        help={words.codeHelp}
        value={code}
        error={faults.code}
        onChange={(text) => setCode(text.trim())}
      />
    </FormDrawer>
  );
}

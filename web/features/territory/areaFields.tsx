import { Select } from 'antd';
import { listGridTypes } from '#contract/territory/endpoints.ts';
import { type AreaKind, kindsOfLevel, type Level } from '#contract/territory/levels.ts';
import type { Area } from '#contract/territory/records.ts';
import { areaFieldWords, areaKindWords } from '#contract/territory/words.ts';
import { useRead } from '#web/lib/query.ts';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { areaFormWords as words } from './words.ts';

/** What a person types about a place; the server's words stand in areaFieldWords. */
export interface TypedArea {
  name: string;
  kind: AreaKind | null;
  aliases: string;
  gridType: string | null;
  householdsDeclared: string;
  note: string;
}

export const nothingTyped: TypedArea = {
  name: '',
  kind: null,
  aliases: '',
  gridType: null,
  householdsDeclared: '',
  note: '',
};

export function typedOf(area: Area): TypedArea {
  return {
    name: area.name,
    kind: area.kind,
    aliases: area.aliases.join('、'),
    gridType: area.gridType,
    householdsDeclared: area.householdsDeclared === null ? '' : String(area.householdsDeclared),
    note: area.note,
  };
}

/** The touched fields as the contract takes them. */
export function changesBetween(before: TypedArea, typed: TypedArea) {
  return {
    ...(typed.name !== before.name && { name: typed.name }),
    ...(typed.kind !== before.kind && typed.kind !== null && { kind: typed.kind }),
    ...(typed.aliases !== before.aliases && { aliases: splitAliases(typed.aliases) }),
    ...(typed.gridType !== before.gridType && { gridType: typed.gridType }),
    ...(typed.householdsDeclared !== before.householdsDeclared && {
      householdsDeclared: typed.householdsDeclared === '' ? null : Number(typed.householdsDeclared),
    }),
    ...(typed.note !== before.note && { note: typed.note }),
  };
}

/** `老粮站、八里桥小院` → two names; other separators are forgiven. */
export function splitAliases(text: string): string[] {
  return [...new Set(text.split(/[、，,;；\s]+/).filter(Boolean))].slice(0, 20);
}

interface AreaFieldsProps {
  level: Level;
  typed: TypedArea;
  onChange: (typed: TypedArea) => void;
  faults: Readonly<Record<string, string>>;
}

export function AreaFields({ level, typed, onChange, faults }: AreaFieldsProps) {
  const set = (changes: Partial<TypedArea>) => onChange({ ...typed, ...changes });
  const kinds = kindsOfLevel[level];
  return (
    <>
      <TextField
        label={areaFieldWords.name}
        value={typed.name}
        maxLength={60}
        error={faults.name}
        onChange={(name) => set({ name })}
      />
      {kinds && (
        <Field label={areaFieldWords.kind} error={faults.kind}>
          {({ id }) => (
            <Select
              id={id}
              value={typed.kind ?? kinds[0]}
              options={kinds.map((value) => ({ value, label: areaKindWords[value] }))}
              onChange={(kind) => set({ kind: kind ?? null })}
            />
          )}
        </Field>
      )}
      {(level === 'grid' || level === 'big_grid') && (
        <GridTypeField
          value={typed.gridType}
          error={faults.gridType}
          onChange={(gridType) => set({ gridType })}
        />
      )}
      <TextField
        label={areaFieldWords.aliases}
        optional
        help={words.aliasesHelp}
        value={typed.aliases}
        error={faults.aliases}
        onChange={(aliases) => set({ aliases })}
      />
      {level === 'entrance' && (
        <TextField
          label={areaFieldWords.householdsDeclared}
          optional
          help={words.householdsHelp}
          inputMode="numeric"
          value={typed.householdsDeclared}
          error={faults.householdsDeclared}
          onChange={(text) => set({ householdsDeclared: text.replace(/\D/g, '') })}
        />
      )}
      <TextField
        label={areaFieldWords.note}
        optional
        rows={3}
        maxLength={500}
        value={typed.note}
        error={faults.note}
        onChange={(note) => set({ note })}
      />
    </>
  );
}

interface GridTypeFieldProps {
  value: string | null;
  error: string | undefined;
  onChange: (gridType: string | null) => void;
}

function GridTypeField({ value, error, onChange }: GridTypeFieldProps) {
  const { data } = useRead(listGridTypes);
  return (
    <Field label={areaFieldWords.gridType} error={error}>
      {({ id }) => (
        <Select
          id={id}
          value={value ?? ''}
          options={[
            { value: '', label: words.noType },
            ...(data?.gridTypes ?? []).map((type) => ({ value: type.code, label: type.label })),
          ]}
          onChange={(gridType) => onChange(gridType || null)}
        />
      )}
    </Field>
  );
}

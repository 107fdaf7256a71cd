import { useState } from 'react';

interface Choosable {
  key: string;
  title: string;
  isExtra?: boolean;
}

interface Chooser {
  options: { value: string; label: string; disabled: boolean }[];
  value: string[];
  onChange: (keys: string[]) => void;
}

/** Which columns of a register a person wants on this device; the first always stays. */
export function useChosenColumns<Column extends Choosable>(
  name: string,
  columns: readonly Column[],
): [Column[], Chooser] {
  const storageKey = `jia.columns.${name}`;
  const [keys, setKeys] = useState(() => remembered(storageKey) ?? defaultKeys(columns));
  const shown = columns.filter((column, index) => index === 0 || keys.includes(column.key));
  const onChange = (next: string[]) => {
    setKeys(next);
    try {
      localStorage.setItem(storageKey, JSON.stringify(next));
    } catch {
      // The choice then holds for this visit.
    }
  };
  const options = columns.map(({ key, title }, index) => ({
    value: key,
    label: title,
    disabled: index === 0,
  }));
  return [shown, { options, value: shown.map(({ key }) => key), onChange }];
}

export const defaultKeys = (columns: readonly Choosable[]): string[] =>
  columns.filter((column) => !column.isExtra).map((column) => column.key);

function remembered(storageKey: string): string[] | null {
  try {
    const keys: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return Array.isArray(keys) ? keys.map(String) : null;
  } catch {
    return null;
  }
}

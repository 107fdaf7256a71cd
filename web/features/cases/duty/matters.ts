import { listMatters } from '#contract/cases/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import type { Option } from '#web/ui/SelectField/SelectField.tsx';

/** The tree of matters as choices, leaves named with their branch. */
export function useMatterOptions(): readonly Option[] {
  const known = useRead(listMatters).data?.items ?? [];
  const names = new Map(known.map(({ code, name }) => [code, name]));
  return known.map(({ code, name, parentCode }) => ({
    value: code,
    word: parentCode ? `${names.get(parentCode) ?? ''} › ${name}` : name,
  }));
}

// Two editors of one record: what one typed is kept, what another changed meanwhile is shown field by field.

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Takes over what another changed where this editor typed nothing. */
export function merged<Typed extends object>(base: Typed, typed: Typed, current: Typed): Typed {
  const keys = Object.keys(base) as (keyof Typed)[];
  const untouched = keys.filter((key) => same(base[key], typed[key]));
  return { ...typed, ...Object.fromEntries(untouched.map((key) => [key, current[key]])) };
}

/** Fields that another changed and that stand differently in the form. */
export function differing<Typed extends object>(
  base: Typed,
  typed: Typed,
  current: Typed,
): (keyof Typed & string)[] {
  const keys = Object.keys(base) as (keyof Typed & string)[];
  return keys.filter((key) => !same(base[key], current[key]) && !same(typed[key], current[key]));
}

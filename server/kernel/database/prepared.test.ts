import { describe, expect, it } from 'vitest';
import { Names } from './prepared.ts';

const times = (count: number, names: Names, text: string) => {
  let name: string | undefined;
  for (let time = 0; time < count; time++) name = names.of(text);
  return name;
};

describe('names of statements', () => {
  it('are given to what comes often, and stay', () => {
    const names = new Names();
    expect(times(19, names, 'select 1')).toBeUndefined();
    const name = names.of('select 1');
    expect(name).toBeDefined();
    expect(names.of('select 1')).toBe(name);
    expect(times(20, names, 'select 2')).not.toBe(name);
  });

  it.each([
    'select 1 where grams @> $1',
    'select 1 order by due_order limit $1',
    'select count(*) from cases',
    'select 1 where path like $1',
  ])('are never given to a list, a count or a search: %s', (text) => {
    expect(times(1000, new Names(), text)).toBeUndefined();
  });

  it('run out, so that a connection never holds more than it can', () => {
    const names = new Names();
    const named = Array.from({ length: 400 }, (_, place) => times(20, names, `select ${place}`)).filter(
      Boolean,
    );
    expect(new Set(named).size).toBe(150);
  });
});

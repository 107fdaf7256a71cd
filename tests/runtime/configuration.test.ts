import { expect, it } from 'vitest';
import { configurationTable, readConfig } from '#kernel/config.ts';

it('gives every variable a meaning', () => {
  expect(configurationTable().filter(({ meaning }) => meaning === '')).toEqual([]);
});

it('names every variable that is wrong, at once', () => {
  expect(() => readConfig({ PORT: '99999', JIA_DEMO: 'perhaps' })).toThrow(/PORT: [\s\S]*JIA_DEMO: /);
});

it('takes an empty value for an absent one', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 8080 });
  expect(readConfig({ DATABASE_URL: '' }).DATABASE_URL).toBeUndefined();
});

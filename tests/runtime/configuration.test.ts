import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configurationTable, readConfig } from '#kernel/config.ts';

const page = join(import.meta.dirname, '../../docs/operate/configuration.md');

it('documents every variable as the code knows it, in one table', () => {
  const known = configurationTable().map(
    ({ name, fallback, meaning }) => `| \`${name}\` | ${fallback ? `\`${fallback}\`` : '–'} | ${meaning} |`,
  );
  const documented = readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(documented).toEqual(known);
});

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

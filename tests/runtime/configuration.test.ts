import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configurationTable, readConfig } from '#kernel/config.ts';

const page = join(import.meta.dirname, '../../docs/operate/configuration.md');

it('documents every variable (run vitest with -u after a change)', async () => {
  const rows = configurationTable().map(
    ({ name, fallback, meaning }) => `| \`${name}\` | ${fallback && `\`${fallback}\``} | ${meaning} |`,
  );
  const text = `# Configuration

Everything is set by environment variables; there is no configuration file. An empty value counts as absent.
This page is made from \`server/kernel/config.ts\`.

| variable | default | meaning |
| --- | --- | --- |
${rows.join('\n')}
`;
  expect(rows.every((row) => !row.endsWith('|  |'))).toBe(true);
  await expect(text).toMatchFileSnapshot(page);
});

it('names every variable that is wrong, at once', () => {
  expect(() => readConfig({ PORT: '99999', JIA_DEMO: 'perhaps' })).toThrow(/PORT: [\s\S]*JIA_DEMO: /);
});

it('takes an empty value for an absent one', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 8080 });
  expect(readConfig({ DATABASE_URL: '' }).DATABASE_URL).toBeUndefined();
});

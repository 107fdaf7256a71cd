import { expect, test } from 'vitest';
import { deskPages } from './desk/routes.tsx';
import { fieldPages } from './field/routes.tsx';
import { merchantPages } from './merchant/routes.tsx';
import { residentPages } from './resident/routes.tsx';

const shells = { '/m': residentPages, '/g': fieldPages, '/s': merchantPages, '/a': deskPages };

test('every address of the web is recorded, so that a changed one is seen in the diff', async () => {
  const addresses = Object.entries(shells).flatMap(([base, pages]) =>
    pages.map(({ path }) => `${base}${path}`),
  );
  await expect(`${addresses.sort().join('\n')}\n`).toMatchFileSnapshot('./paths.recorded.txt');
});

test('no address is given twice', () => {
  for (const pages of Object.values(shells)) {
    const paths = pages.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  }
});

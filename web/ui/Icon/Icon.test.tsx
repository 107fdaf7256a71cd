import { expect, test } from 'vitest';
import { type Drawing, drawings } from './paths.ts';

const numbersOf = (path: string) =>
  [...path.matchAll(/[A-Z][^a-zA-Z]*/g)].flatMap(([part]) => part.match(/\d+(\.\d+)?/g) ?? []);

test('the set of the visual language is complete', () => {
  const set =
    'home calendar plus community person phone mic camera pin clock check triangle repeat ring chat seed hands table bell search scan list sign printer merge returned building photo offline';
  for (const name of set.split(' ')) expect(drawings).toHaveProperty(name);
});

test('every drawing stays on its grid of 24', () => {
  for (const [name, drawing] of Object.entries<Drawing>(drawings)) {
    const paths = [drawing.ink, drawing.wheat, drawing.solid].filter((path) => path !== undefined);
    expect(paths.length, name).toBeGreaterThan(0);
    for (const number of paths.flatMap(numbersOf)) expect(Number(number), name).toBeLessThanOrEqual(24);
  }
});

test('no two signs are the same', () => {
  const drawn = Object.values<Drawing>(drawings).map((drawing) => JSON.stringify(drawing));
  expect(new Set(drawn).size).toBe(drawn.length);
});

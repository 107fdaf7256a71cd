import { expect, test } from 'vitest';
import { random, shares } from './random.ts';

test('the same seed gives the same numbers', () => {
  const draw = (seed: string) => {
    const chance = random(seed);
    return [chance.between(1, 1_000_000), chance.between(1, 1_000_000), chance.next()];
  };
  expect(draw('one')).toEqual(draw('one'));
  expect(draw('one')).not.toEqual(draw('two'));
});

test('a fork does not depend on what was drawn before', () => {
  const drawn = random('seed');
  drawn.next();
  expect(drawn.fork('part').next()).toBe(random('seed').fork('part').next());
});

test('whole numbers stay inside both ends and reach them', () => {
  const chance = random('ends');
  const seen = new Set(Array.from({ length: 300 }, () => chance.between(3, 6)));
  expect([...seen].sort()).toEqual([3, 4, 5, 6]);
});

test('weights decide, and a weight of nothing is never chosen', () => {
  const chance = random('weights');
  const drawn = Array.from({ length: 2_000 }, () =>
    chance.weighted([
      ['often', 9],
      ['seldom', 1],
      ['never', 0],
    ]),
  );
  const often = drawn.filter((one) => one === 'often').length;
  expect(often).toBeGreaterThan(1_700);
  expect(often).toBeLessThan(1_900);
  expect(drawn).not.toContain('never');
});

test('a sample has no element twice', () => {
  const drawn = random('sample').sample([1, 2, 3, 4, 5, 6], 4);
  expect(new Set(drawn).size).toBe(4);
});

test('shares add up, give each at least one, and follow the weights', () => {
  expect(shares(10, [1, 1, 2])).toEqual([3, 3, 4]);
  expect(shares(100, [5, 1, 1, 0]).reduce((sum, part) => sum + part, 0)).toBe(100);
  expect(shares(100, [5, 1, 1, 0]).at(-1)).toBe(1);
});

test('too little to share is refused', () => {
  expect(() => shares(2, [1, 1, 1])).toThrow('cannot be split');
});

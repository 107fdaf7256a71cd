import { expect, it } from 'vitest';
import { dealFolds } from './folds.ts';

const groups = Array.from({ length: 300 }, (_, place) => `group ${Math.floor(place / 3)}`);

it('keeps a group together in one fold', () => {
  const folds = dealFolds(groups, 5, 1);
  groups.forEach((_, place) => {
    expect(folds[place]).toBe(folds[place - (place % 3)]);
  });
});

it('deals groups evenly, the same way for the same seed', () => {
  const folds = dealFolds(groups, 5, 1);
  for (let fold = 0; fold < 5; fold++) expect(folds.filter((one) => one === fold)).toHaveLength(60);
  expect(dealFolds(groups, 5, 1)).toEqual(folds);
  expect(dealFolds(groups, 5, 2)).not.toEqual(folds);
});

import { describe, expect, it } from 'vitest';
import { judge, macroF1 } from './judgement.ts';

const of = (confidence: number) => Float64Array.of(confidence, 1 - confidence);

describe('the judgement of a classifier', () => {
  it('counts small labels as much as large ones', () => {
    // Label 0: 3 of 3 found, 1 claimed too much. Label 1: 1 of 2 found.
    expect(macroF1([0, 0, 0, 0, 1], [0, 0, 0, 1, 1], 2)).toBeCloseTo((6 / 7 + 2 / 3) / 2, 10);
  });

  it('is sure from the confidence down to which 96 of 100 are right', () => {
    // The best hundred are right but for four; the hundred behind them are wrong every second time.
    const confidences = Array.from({ length: 200 }, (_, place) => of(0.99 - place * 0.002));
    const targets = Uint16Array.from({ length: 200 }, (_, place) =>
      place < 100 ? (place % 25 === 24 ? 1 : 0) : place % 2,
    );
    const judgement = judge(confidences, targets);
    expect(judgement.sureShare).toBeCloseTo(101 / 200, 2);
    expect(judgement.sureFrom).toBeCloseTo(0.99 - 100 * 0.002, 2);
  });

  it('is never sure of a handful', () => {
    const judgement = judge([of(0.9), of(0.9)], Uint16Array.of(0, 0));
    expect(judgement).toMatchObject({ accuracy: 1, sureShare: 0 });
    expect(judgement.sureFrom).toBeGreaterThan(1);
  });
});

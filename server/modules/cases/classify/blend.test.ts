import { describe, expect, it } from 'vitest';
import { confidencesOf, learnBlend } from './blend.ts';
import { randomStream } from './random.ts';

/** Two labels; only the second part tells the truth, and it is right more often the larger it is. */
function messages(count: number) {
  const random = randomStream(9);
  const parts: Float64Array[] = [];
  const labels = new Uint16Array(count);
  for (let message = 0; message < count; message++) {
    const told = 2 * random() - 1;
    labels[message] = random() < 1 / (1 + Math.exp(-6 * told)) ? 0 : 1;
    parts.push(Float64Array.of(random() - 0.5, told, 0.5, random() - 0.5, -told, 0.5));
  }
  return { parts, labels };
}

describe('the blend of the parts', () => {
  const { parts, labels } = messages(3_000);
  const blend = learnBlend(parts, labels);

  it('trusts the part that tells, and leaves out the noise', () => {
    expect(blend[1]).toBeCloseTo(3, 0);
    expect(blend[0]).toBeLessThan(0.4);
  });

  it('means its confidence: of a hundred with 0.9 about ninety are right', () => {
    for (const from of [0.5, 0.6, 0.7, 0.8, 0.9]) {
      const bin = parts.flatMap((part, message) => {
        const confidences = confidencesOf(part, blend);
        const best = (confidences[0] as number) >= (confidences[1] as number) ? 0 : 1;
        const confidence = confidences[best] as number;
        return confidence >= from && confidence < from + 0.1
          ? [{ confidence, right: best === labels[message] }]
          : [];
      });
      const meant = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length;
      const kept = bin.filter(({ right }) => right).length / bin.length;
      expect(Math.abs(meant - kept)).toBeLessThan(0.06);
    }
  });

  it('is surer the more a part says', () => {
    const sure = [-1, -0.5, 0, 0.5, 1].map(
      (told) => confidencesOf(Float64Array.of(0, told, 0.5, 0, -told, 0.5), blend)[0] as number,
    );
    expect(sure).toEqual([...sure].sort((a, b) => a - b));
    expect(new Set(sure).size).toBe(5);
  });

  it('starts from what is known elsewhere when there is nothing to learn from', () => {
    expect([...learnBlend([], new Uint16Array(0))]).toEqual([2, 2, 2]);
  });
});

// Fills of the map: density on one hue, or the colour of a type thinned with white.

/** Five steps; 0 stays paper. Text on the first three is black, on the last two white. */
const ramp = ['#e9f0f9', '#c3d8f0', '#8db8e8', '#3674bf', '#0050b3'] as const;
export const paper = '#f7f5f1';

export interface Fill {
  fill: string;
  text: string;
}

export function fillOfStep(step: number): Fill {
  if (step <= 0) return { fill: paper, text: '#1f1f1f' };
  const index = Math.min(step, ramp.length) - 1;
  return { fill: ramp[index] ?? paper, text: index >= 3 ? '#ffffff' : '#1f1f1f' };
}

/** Upper ends of the five steps for these values: even steps of a round size. */
export function stepsFor(values: readonly number[]): number[] {
  const most = Math.max(0, ...values);
  const size = Math.max(1, niceSize(most / 5));
  return [1, 2, 3, 4, 5].map((step) => step * size);
}

export function stepOf(value: number, steps: readonly number[]): number {
  if (value <= 0) return 0;
  const found = steps.findIndex((end) => value <= end);
  return found === -1 ? steps.length : found + 1;
}

/** 1, 2, 5, 10, 20, 50 …: the next round number. */
function niceSize(size: number): number {
  if (size <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(size));
  return (([1, 2, 5, 10].find((factor) => factor * power >= size) ?? 10) as number) * power;
}

/** A type's colour thinned to a tint on which black text reads. */
export function tintOf(color: string): Fill {
  const mixed = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16);
    return Math.round(channel * 0.24 + 255 * 0.76)
      .toString(16)
      .padStart(2, '0');
  });
  return { fill: `#${mixed.join('')}`, text: '#1f1f1f' };
}

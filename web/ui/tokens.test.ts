import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { contrast } from './contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
vi.doMock('./tokens.css?raw', () => ({ default: css }));
const { lightTokens, elderTokens, deskTokens } = await import('./tokens.ts');
const { antdTheme } = await import('./antdTheme.ts');

type Pair = [text: string, ground: string, ratio: number];

// The tables of the visual language, figure by figure.
const light: Pair[] = [
  ['text', 'surface', 16.48],
  ['text', 'ground', 15.14],
  ['text2', 'surface', 7.39],
  ['text2', 'ground', 6.79],
  ['text2', 'sunken', 6.32],
  ['hint', 'surface', 5.38],
  ['hint', 'ground', 4.94],
  ['hint', 'sunken', 4.6],
  ['primary', 'surface', 7.5],
  ['primary', 'ground', 6.89],
  ['surface', 'primary-press', 10.16],
  ['primary', 'primary-tint', 6.54],
  ['red', 'surface', 5.85],
  ['red', 'ground', 5.37],
  ['red', 'red-tint', 5.15],
  ['ok', 'surface', 5.59],
  ['ok', 'ground', 5.13],
  ['ok', 'ok-tint', 4.95],
  ['text', 'warn', 11.94],
  ['text', 'warn-tint', 15.56],
  ['warn-text', 'warn-tint', 7],
  ['give', 'surface', 6.39],
  ['give', 'ground', 5.87],
  ['give', 'give-tint', 5.66],
  ['text2', 'primary-tint', 6.44],
  ['hint', 'primary-tint', 4.69],
  ['text2', 'give-tint', 6.55],
  ['hint', 'give-tint', 4.76],
  ['text', 'diff', 14.62],
];

const elder: Pair[] = [
  ['text', 'surface', 18.42],
  ['text', 'ground', 17.38],
  ['text2', 'ground', 10.48],
  ['text2', 'notice', 9.21],
  ['primary', 'surface', 10.16],
  ['primary', 'ground', 9.58],
  ['primary', 'primary-tint', 8.85],
  ['red', 'surface', 7.16],
  ['ok', 'surface', 7.93],
  ['give', 'give-tint', 7.58],
];

const tables = [
  ['light', lightTokens, light],
  ['elder', elderTokens, elder],
] as const;

test.each(tables)(
  '%s: every pair has the contrast of the tables, and enough for text',
  (_, tokens, pairs) => {
    for (const [text, ground, ratio] of pairs) {
      const measured = contrast(tokens[text] ?? '', tokens[ground] ?? '');
      expect(measured, `${text} on ${ground}`).toBeCloseTo(ratio, 1);
      expect(measured, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test('borders of controls can be seen', () => {
  expect(contrast(lightTokens['line-strong'] ?? '', '#ffffff')).toBeCloseTo(3.65, 1);
  expect(contrast(lightTokens['line-strong'] ?? '', lightTokens.ground ?? '')).toBeCloseTo(3.35, 1);
  expect(contrast(elderTokens['line-strong'] ?? '', '#ffffff')).toBeCloseTo(5.38, 1);
});

test('the elder version keeps its sizes', () => {
  for (const [name, value] of Object.entries(elderTokens)) {
    if (name.startsWith('size-')) expect(Number.parseInt(value, 10), name).toBeGreaterThanOrEqual(18);
  }
  expect(Number.parseInt(elderTokens.target ?? '', 10)).toBeGreaterThanOrEqual(60);
});

test('the desk kit is painted with the same values', () => {
  expect(antdTheme.token).toMatchObject({
    colorPrimary: lightTokens.primary,
    colorError: lightTokens.red,
    colorSuccess: lightTokens.ok,
    colorText: lightTokens.text,
    colorBgLayout: lightTokens.ground,
    colorBorder: lightTokens['line-strong'],
    fontSize: Number.parseInt(deskTokens['size-body'] ?? '', 10),
    borderRadius: 8,
  });
  const values = [
    ...Object.values(antdTheme.token ?? {}),
    ...Object.values(antdTheme.components ?? {}).flatMap((component) => Object.values(component ?? {})),
  ];
  expect(values).not.toContain('');
  expect(values.filter((value) => Number.isNaN(value))).toEqual([]);
});

test('the phone kit takes every colour from a token that exists', () => {
  const phone = readFileSync(new URL('./phone.css', import.meta.url), 'utf8');
  const used = [...phone.matchAll(/var\(--jia-([\w-]+)\)/g)].map(([, name]) => name ?? '');
  expect(used.length).toBeGreaterThan(20);
  for (const name of used) expect(lightTokens, name).toHaveProperty(name);
});

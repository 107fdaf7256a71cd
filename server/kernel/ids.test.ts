import { expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from './ids.ts';

const now = new Date('2026-11-21T02:00:00Z');

it('is a UUID of version 7 that begins with the milliseconds', () => {
  const id = newId(now);
  expect(z.uuidv7().safeParse(id).success).toBe(true);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now.getTime());
});

it('keeps the order in which ids were made inside one millisecond', () => {
  const ids = Array.from({ length: 3000 }, () => newId(now));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

import { expect, test } from 'vitest';
import { atMost } from '#kernel/files/gate.ts';

test('never more than two at a time, in order, and a failure gives its place back', async () => {
  const gate = atMost(2);
  const order: number[] = [];
  let running = 0;
  let most = 0;

  const works = Array.from({ length: 7 }, (_, index) =>
    gate(async () => {
      most = Math.max(most, ++running);
      order.push(index);
      await Promise.resolve();
      running--;
      if (index % 2 === 0) throw new Error(`work ${index}`);
      return index;
    }),
  );
  const settled = await Promise.allSettled(works);

  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(settled.map((one) => one.status === 'fulfilled')).toEqual([
    false,
    true,
    false,
    true,
    false,
    true,
    false,
  ]);
  expect(await gate(async () => 'still open')).toBe('still open');
});

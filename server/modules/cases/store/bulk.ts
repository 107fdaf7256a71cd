// SQL of many cases that begin at once: a statement for each table, whatever their number.
import { sql } from 'kysely';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { insertMany } from '#kernel/database/insertMany.ts';
import type { CaseClock } from '../clocks/count.ts';
import type { NewCase, NewRequester } from './begin.ts';
import { type CaseRow, dueOrder } from './cases.ts';
import { searchGrams } from './search.ts';

/** A case with the steps it has made by the time it is written. */
export interface Begun {
  row: NewCase & Pick<CaseRow, 'sla' | 'due_fixed' | 'inner_due_at'>;
  requester: NewRequester | null;
  source: { origin: 'hotline'; digest: string; source_cipher: string };
  steps: readonly Record<string, unknown>[];
  clocks: readonly CaseClock[];
}

export async function insertCases(context: Context, begun: readonly Begun[]): Promise<void> {
  if (begun.length === 0) return;
  // Whoever else begins a case waits for the numbers: they are taken last, when all the thinking is done.
  const numbers = await takeNumbers(context, begun.length);
  const each = <T>(rows: (one: Begun, index: number) => readonly T[]) => begun.flatMap(rows);
  await insertMany(
    context,
    'cases',
    each(({ row, steps }, index) => [
      {
        ...row,
        number: numbers[index],
        due_order: dueOrder(row.due_at),
        steps: steps.length,
        version: 1 + steps.length,
      },
    ]),
  );
  await insertMany(
    context,
    'case_search',
    each(({ row }) => [{ case_id: row.id, reported_at: row.reported_at, grams: searchGrams(row) }]),
  );
  await insertMany(
    context,
    'case_requesters',
    each(({ row, requester }) => (requester ? [{ ...requester, case_id: row.id, way: 'own' }] : [])),
  );
  await insertMany(
    context,
    'case_sources',
    each(({ row, source }) => [
      { ...source, case_id: row.id, received_at: context.now, changed_at: context.now },
    ]),
  );
  await insertMany(
    context,
    'case_steps',
    each(({ row, steps }) => steps.map((step) => ({ ...step, case_id: row.id }))),
  );
  await insertMany(
    context,
    'case_timers',
    each(({ row, clocks }) => clocks.map((clock) => ({ ...timerOf(clock), case_id: row.id }))),
  );
}

/** As many numbers of today as are wanted, in their order. */
async function takeNumbers(context: Context, count: number): Promise<string[]> {
  const day = dayOf(context.now);
  const { last } = await context.db
    .insertInto('case_numbers')
    .values({ street_id: context.streetId, day, last: count })
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'day'])
        .doUpdateSet({ last: sql<number>`case_numbers.last + ${count}::integer` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return Array.from(
    { length: count },
    (_, index) => `${day.replaceAll('-', '')}-${String(last - count + 1 + index).padStart(4, '0')}`,
  );
}

const timerOf = (clock: CaseClock) => ({
  timer: clock.timer,
  part: clock.part,
  clock: clock.clock,
  started_at: clock.startedAt,
  due_at: clock.dueAt,
  first_due_at: clock.firstDueAt,
  paused_at: clock.pausedAt,
  stopped_at: clock.stoppedAt,
  yellow_at: clock.yellowAt,
  given: clock.given,
  alarm_at: clock.alarmAt,
  guessed: clock.guessed,
});

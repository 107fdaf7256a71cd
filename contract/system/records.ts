import { z } from 'zod';
import { day, instant } from '#contract/common.ts';

const dayKind = z.enum(['workday', 'weekend', 'holiday', 'makeup_workday']);

export const calendarDay = z
  .object({
    day,
    isWorkday: z.boolean(),
    kind: dayKind,
    name: z.string(),
    local: z
      .object({ reason: z.string(), setBy: z.string(), setAt: instant })
      .nullable()
      .describe('Set apart by this street; null where the national calendar counts'),
  })
  .meta({ id: 'CalendarDay' });
export type CalendarDayRecord = z.output<typeof calendarDay>;

/** A year as deadlines see it; `guessed` where nothing is published and Monday to Friday are assumed. */
export const calendarYear = z
  .object({
    year: z.number().int(),
    published: z.boolean(),
    source: z.string().nullable(),
    days: z.array(calendarDay),
    counts: z.object({
      workdays: z.number().int(),
      weekends: z.number().int(),
      holidays: z.number().int(),
      makeupWorkdays: z.number().int(),
    }),
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYear = z.output<typeof calendarYear>;

export const calendarState = z
  .object({
    publishedYears: z.array(z.number().int()),
    until: day.nullable(),
    missingYears: z
      .array(z.number().int())
      .describe('Years that deadlines of today already reach into, but whose notice is not loaded'),
    warnings: z.array(z.string()).describe('One sentence for each missing year'),
  })
  .meta({ id: 'CalendarState' });
export type CalendarState = z.output<typeof calendarState>;

const noticeFault = z.object({
  code: z.string(),
  sentence: z.string(),
  line: z.number().int().nullable(),
});

/** What a notice would do: nothing has been written yet. */
export const noticePreview = z
  .object({
    year: z.number().int(),
    faults: z.array(noticeFault),
    holidays: z.array(z.object({ name: z.string(), from: day, to: day, days: z.number().int() })),
    makeupWorkdays: z.array(day),
    workdayCount: z.number().int(),
    changedCount: z.number().int().describe('Days that would differ from what is stored now'),
  })
  .meta({ id: 'NoticePreview' });
export type NoticePreview = z.output<typeof noticePreview>;

export const systemStatus = z
  .object({
    version: z.string(),
    node: z.string(),
    startedAt: instant,
    memoryMegabytes: z.number(),
    cryptoSuite: z.enum(['international', 'sm']),
    database: z.object({
      version: z.string(),
      megabytes: z.number(),
      connections: z.number().int(),
      synchronousCommit: z.boolean(),
    }),
    trail: z.object({
      sealedSeq: z.number().int(),
      unsealedCount: z.number().int(),
      sealingLagSeconds: z.number().describe('Age of the oldest event not yet chained; 0 when none waits'),
      headPublishedFor: day.nullable(),
    }),
    queue: z
      .object({
        waiting: z.number().int(),
        running: z.number().int(),
        failed: z.number().int(),
        oldestWaitingSeconds: z.number(),
      })
      .nullable()
      .describe('null where no job queue has been started yet'),
    calendar: calendarState,
  })
  .meta({ id: 'SystemStatus' });
export type SystemStatus = z.output<typeof systemStatus>;

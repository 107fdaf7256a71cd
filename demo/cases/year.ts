// The year of cases, day by day behind the visitors' backs: the newest day first, each day a transaction of its own.
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { inTransaction, violatedConstraint } from '#kernel/database/transaction.ts';
import type { Street } from '#kernel/http/streets.ts';
import type { Kernel } from '#kernel/kernel.ts';
import { goTo, openStage, type Stage } from '../replay/stage.ts';
import { imagineDay } from './imagine.ts';
import { type Office, officeOf } from './people.ts';
import { tellStory } from './stories.ts';
import { tellCase } from './tell.ts';

export const daysOfCases = 360;
const subject = 'demo';
const dayTold = 'demo.day_told';

export interface YearOptions {
  /** How many of the days that are missing; all of them when it is not said. */
  daysMax?: number;
  /** True when the process is about to end; the day in hand is finished. */
  stopped?(): boolean;
}

/**
 * Tells the cases of the days that have none yet, counted back from the day the demo was planted. A day is there
 * whole or not at all, so that a process killed halfway goes on where it was. Answers how many days were told.
 */
export async function tellTheYear(kernel: Kernel, options: YearOptions = {}): Promise<number> {
  const { daysMax = daysOfCases, stopped = () => false } = options;
  let told = 0;
  for (const street of (await kernel.streets.all()).filter(({ demo }) => demo)) {
    const begun = await begunOf(kernel, street);
    if (!begun) continue;
    const office = await officeOf(kernel.db, street.streetId);
    if (office.neighbourhoods.length === 0 || office.sections.length === 0) continue;
    for (let daysAgo = 0; daysAgo < daysOfCases && told < daysMax; daysAgo++) {
      if (begun.told.has(String(daysAgo))) continue;
      if (stopped()) return told;
      await tellDay(kernel, street, office, { daysAgo, plantedAt: begun.plantedAt });
      told += 1;
    }
  }
  return told;
}

async function begunOf(kernel: Kernel, { streetId }: Street) {
  const events = await kernel.db
    .selectFrom('events')
    .select(['name', 'subject_id', 'at'])
    .where('street_id', '=', streetId)
    .where('name', 'in', ['demo.planted', dayTold])
    .execute();
  const planted = events.find(({ name }) => name === 'demo.planted');
  if (!planted) return null;
  const told = new Set(events.filter(({ name }) => name === dayTold).map(({ subject_id }) => subject_id));
  return { plantedAt: new Date(planted.at), told };
}

/** The note comes first: a second process that tells the same day waits for the first and then leaves it. */
async function tellDay(
  kernel: Kernel,
  street: Street,
  office: Office,
  { daysAgo, plantedAt }: { daysAgo: number; plantedAt: Date },
): Promise<void> {
  try {
    await inTransaction(kernel.db, async (db) => {
      const stage = openStage({ kernel, street, db, log: () => {}, end: plantedAt });
      await noteDay(stage.office(), daysAgo);
      await tellCasesOf(stage, office, daysAgo);
      await tellStory(stage, office, daysAgo);
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'events_pkey') throw error;
  }
}

async function tellCasesOf(stage: Stage, office: Office, daysAgo: number): Promise<void> {
  goTo(stage, daysAgo, 12);
  for (const imagined of imagineDay(dayOf(stage.clock.now()))) {
    goTo(stage, daysAgo, 0, imagined.minute);
    await tellCase(stage, office, imagined);
  }
}

const noteDay = (context: Context, daysAgo: number): Promise<string> =>
  context.emit({
    id: `00000000-0000-7000-8000-${daysAgo.toString(16).padStart(12, '0')}`,
    name: dayTold,
    subject: { module: subject, id: String(daysAgo) },
    data: { daysAgo },
  });

// The year of the demo, chapter by chapter behind the visitors' backs, each chapter a transaction of its own.
import { inTransaction, violatedConstraint } from '#kernel/database/transaction.ts';
import type { Street } from '#kernel/http/streets.ts';
import type { Kernel } from '#kernel/kernel.ts';
import { type Office, officeOf } from '../cases/people.ts';
import { hearing } from '../replay/hearing.ts';
import { openStage, type Stage } from '../replay/stage.ts';

const subject = 'demo';
const dayTold = 'demo.day_told';

export interface Chapter {
  /** Of the note that it was told: `desk mother`, or how many days ago. */
  key: string;
  /** Of the id of that note; never changed once it was given. */
  number: number;
  /** Beginnings of the names of reactions that hear what happens in it, such as `notifications.`. */
  heard?: readonly string[];
  tell(stage: Stage, office: Office): Promise<void>;
}

export interface TellOptions {
  /** How many of the chapters that are missing; all of them when it is not said. */
  chaptersMax?: number;
  /** True when the process is about to end; the chapter in hand is finished. */
  stopped?(): boolean;
  /** Awaited between chapters: lets those go first who wait for an answer. */
  rest?(): Promise<void>;
}

/**
 * Tells the chapters that were not told yet, counted from the moment the demo was planted. A chapter is there whole or
 * not at all, so that a process killed halfway goes on where it was. Answers how many were told.
 */
export async function tellChapters(
  kernel: Kernel,
  chapters: readonly Chapter[],
  options: TellOptions = {},
): Promise<number> {
  const { chaptersMax = chapters.length, stopped = () => false, rest } = options;
  let told = 0;
  for (const street of (await kernel.streets.all()).filter(({ demo }) => demo)) {
    const begun = await begunOf(kernel, street);
    if (!begun) continue;
    const office = await officeOf(kernel.db, street.streetId);
    if (office.neighbourhoods.length === 0 || office.sections.length === 0) continue;
    for (const chapter of chapters) {
      if (told >= chaptersMax) break;
      if (begun.told.has(chapter.key)) continue;
      if (stopped()) return told;
      await tellChapter(kernel, street, office, chapter, begun.plantedAt);
      told += 1;
      await rest?.();
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

/** The note comes first: a second process that tells the same chapter waits for the first and then leaves it. */
async function tellChapter(
  kernel: Kernel,
  street: Street,
  office: Office,
  { key, number, heard = [], tell }: Chapter,
  end: Date,
): Promise<void> {
  try {
    await inTransaction(kernel.db, async (db) => {
      const stage = openStage({ kernel, street, db, log: () => {}, end });
      hearing(stage, heard);
      await stage.office().emit({
        id: `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`,
        name: dayTold,
        subject: { module: subject, id: key },
        data: { chapter: key },
      });
      await tell(stage, office);
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'events_pkey') throw error;
  }
}

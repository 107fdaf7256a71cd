// Teaches the classifier of a street: from phrases of the pack, and from its own closed and corrected cases.
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Judgement } from '../classify/judgement.ts';
import type { Lesson } from '../classify/message.ts';
import { examplesOf, findModel, insertModel, taughtCases } from '../store/models.ts';
import { forgetModel } from './models.ts';

/** Newest first; with the text cut as below a night's training stays within minutes of one core. */
const ownLessonsMax = 1500;
/** A resident says what it is about at the beginning. */
const charactersMax = 120;
const patienceMs = 240_000;
const awakeMs = 20_000;

interface Trained {
  bytes: Uint8Array;
  judgement: Judgement;
  labels: number;
}

/** Each night anew, so that what people corrected today is known tomorrow. */
export async function learnMatters(context: Context): Promise<void> {
  const own = await taughtCases(context, ownLessonsMax);
  const lessons: Lesson[] = [
    ...own.map(({ text, matterCode, root }) => ({
      text: [...text].slice(0, charactersMax).join(''),
      label: matterCode,
      group: root,
    })),
    ...(await examplesOf(context)).flatMap(({ code, examples }) =>
      examples.map((text) => ({ text, label: code })),
    ),
  ];
  const trained = await trainApart(context, lessons);
  if (!trained) return;
  const { accuracy, macroF1, sureFrom, sureShare } = trained.judgement;
  await insertModel(context, {
    version: ((await findModel(context))?.version ?? 0) + 1,
    trained_at: context.now,
    lessons: lessons.length,
    own_lessons: own.length,
    labels: trained.labels,
    accuracy,
    macro_f1: macroF1,
    sure_from: sureFrom,
    sure_share: sureShare,
    bytes: Buffer.from(trained.bytes),
  });
  forgetModel(context);
}

/** A new street does not wait for its first night. */
export async function beginLearning(context: Context): Promise<void> {
  if (!(await findModel(context))) await learnMatters(context);
}

/** Null where there is too little to learn from. @throws Error when it takes longer than a night may spend on it. */
async function trainApart(context: Context, lessons: readonly Lesson[]): Promise<Trained | null> {
  const worker = new Worker(new URL('../classify/trainer.ts', import.meta.url), { workerData: lessons });
  const patience = setTimeout(() => void worker.terminate(), patienceMs);
  // The database ends a transaction that is silent for a minute.
  const awake = setInterval(() => void sql`select 1`.execute(context.db), awakeMs);
  try {
    return await new Promise<Trained | null>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('training was stopped')));
    });
  } finally {
    clearTimeout(patience);
    clearInterval(awake);
  }
}

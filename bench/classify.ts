import { type Classifier, confidencesFor, suggest, train } from '#modules/cases/classify/classifier.ts';
import { dealFolds } from '#modules/cases/classify/folds.ts';
import { bestOf, macroF1 } from '#modules/cases/classify/judgement.ts';
import { rowOf } from '#modules/cases/classify/vocabulary.ts';
import { anchorScores } from './classify/anchor.ts';
import { scoreOf } from './classify/score.ts';
import { timed } from './classify/stopwatch.ts';
import { type Row, readTable, writePredictions } from './classify/table.ts';
import type { Bench, BenchOptions, Figures } from './run.ts';

const folds = 5;
const seed = 7;
const predictCpuMsMax = 5;
const trainSecondsMax = 60;

/**
 * `--train FILE` with columns label and text, and where there are any subject and group. `--predict FILE` with id
 * and text, `--out FILE`: id, label, confidence. Without `--predict`, or with `--cv`, the figures of a
 * cross-validation that keeps groups together, beside the anchor in the same folds.
 */
export const classifyBench: Bench = {
  name: 'classify',
  measures:
    'Macro-F1 of the category suggested for a message, beside the anchor; time to train and to predict.',
  run: async (options) => {
    const rows = readTable(needed(options, 'train'), ['label', 'text']);
    const predict = options.get('predict');
    const figures: Figures = { 'lessons.count': rows.length };
    if (predict) Object.assign(figures, predictFile(rows, predict, options));
    if (!predict || process.argv.includes('--cv')) Object.assign(figures, crossValidate(rows, options));
    return { postgres: 'none', figures };
  },
};

function needed(options: BenchOptions, key: string): string {
  const value = options.get(key);
  if (!value) throw new Error(`--${key} FILE is missing.`);
  return value;
}

function predictFile(rows: readonly Row[], path: string, options: BenchOptions): Figures {
  const unseen = readTable(path, ['id', 'text']);
  options.progress(`training on ${rows.length} messages`);
  const learned = timed(() => trained(rows));
  const classifier = learned.result;
  options.progress(`predicting ${unseen.length} messages`);
  const predicted = timed(() =>
    unseen.map((row) => confidencesFor(classifier, rowOf(messageOf(row), classifier.vocabulary))),
  );
  const answers = predicted.result.map(bestOf);
  const out = options.get('out');
  if (out)
    writePredictions(
      out,
      unseen.map(({ id = '' }, place) => {
        const answer = answers[place] as number;
        const confidence = predicted.result[place]?.[answer] ?? 0;
        return { id, label: classifier.labels[answer] as string, confidence };
      }),
    );
  const cpuMs = predicted.cpuMs / unseen.length;
  if (cpuMs > predictCpuMsMax) throw new Error(`One message took ${cpuMs} ms of CPU.`);
  if (learned.cpuMs > trainSecondsMax * 1000) throw new Error(`Training took ${learned.cpuMs} ms of CPU.`);
  return {
    'train.s': learned.seconds,
    'train_cpu.s': learned.cpuMs / 1000,
    'predict.cpu_ms': cpuMs,
    'explained.cpu_ms':
      timed(() => unseen.map((row) => suggest(classifier, messageOf(row)))).cpuMs / unseen.length,
    'predicted.count': unseen.length,
    ...(unseen[0] && 'label' in unseen[0] ? againstTruth(unseen, answers, classifier) : {}),
  };
}

function againstTruth(unseen: readonly Row[], answers: readonly number[], { labels }: Classifier): Figures {
  const targets = unseen.map(({ label = '' }) => labels.indexOf(label));
  return { 'predicted_macro_f1.ratio': macroF1(answers, targets, labels.length) };
}

function crossValidate(rows: readonly Row[], options: BenchOptions): Figures {
  const labels = [...new Set(rows.map(({ label = '' }) => label))].sort();
  const targets = rows.map(({ label = '' }) => labels.indexOf(label));
  const dealt = dealFolds(
    rows.map(({ group }, place) => group || `row ${place}`),
    folds,
    seed,
  );
  const ours: Float64Array[] = new Array(rows.length);
  const theirs: Float64Array[] = new Array(rows.length);
  for (let fold = 0; fold < folds; fold++) {
    options.progress(`fold ${fold + 1} of ${folds}`);
    const lessons = rows.filter((_, place) => dealt[place] !== fold);
    const held = [...rows.keys()].filter((place) => dealt[place] === fold);
    const classifier = trained(lessons);
    const column = labels.map((label) => classifier.labels.indexOf(label));
    for (const place of held) {
      const known = confidencesFor(classifier, rowOf(messageOf(rows[place] as Row), classifier.vocabulary));
      ours[place] = Float64Array.from(column, (at) => known[at] ?? 0);
    }
    const texts = held.map((place) => rows[place]?.text ?? '');
    anchorScores(lessons.map(lessonOf), texts, labels).forEach((scores, at) => {
      theirs[held[at] as number] = scores;
    });
  }
  return compared(scoreOf(ours, targets), scoreOf(theirs, targets), rows.length);
}

type Score = ReturnType<typeof scoreOf>;

function compared(ours: Score, anchor: Score, size: number): Figures {
  if (ours.macroF1 <= anchor.macroF1)
    throw new Error(`The anchor wins: macro-F1 ${anchor.macroF1} against ${ours.macroF1}.`);
  return {
    [`macro_f1.ratio@${size}`]: ours.macroF1,
    [`anchor_macro_f1.ratio@${size}`]: anchor.macroF1,
    'accuracy.ratio': ours.accuracy,
    'anchor_accuracy.ratio': anchor.accuracy,
    'top80_accuracy.ratio': ours.top80,
    'anchor_top80_accuracy.ratio': anchor.top80,
  };
}

function trained(rows: readonly Row[]): Classifier {
  const classifier = train(rows.map(lessonOf));
  if (!classifier) throw new Error('Fewer than two labels have lessons enough.');
  return classifier;
}

const messageOf = ({ text = '', subject = '' }: Row) => ({ text, subject });

const lessonOf = (row: Row) => ({ ...messageOf(row), label: row.label ?? '', group: row.group ?? '' });

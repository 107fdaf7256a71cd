import { dealFolds } from '#modules/cases/classify/folds.ts';
import { checkReply } from '#modules/cases/classify/replyCheck.ts';
import { type ReplyModel, trainReplyModel } from '#modules/cases/classify/replyModel.ts';
import { replyTextOf } from '#modules/cases/classify/replyText.ts';
import { replyGroups } from './classify/replyGroups.ts';
import { timed } from './classify/stopwatch.ts';
import { type Row, readTable, writePredictions } from './classify/table.ts';
import type { Bench, BenchOptions, Figures } from './run.ts';

const repeats = 4;
const thirds = 3;
const weakF1Min = 0.81;

interface Judged {
  reply: string;
  request: string;
  weak: boolean;
  group: string;
}

/**
 * `--train FILE` with columns reply and explainable (or label), and where there are any text and user. `--predict
 * FILE` with reply and msg_id (or id), `--out FILE`: id, label (1 explains, 0 does not), confidence. Without
 * `--predict`, or with `--cv`, F1 of the weak replies on thirds held back, beside the rules of length.
 */
export const repliesBench: Bench = {
  name: 'replies',
  measures: 'F1 of finding replies that explain nothing, on thirds held back, beside rules of length alone.',
  run: async (options) => {
    const train = options.get('train');
    if (!train) throw new Error('--train FILE is missing.');
    const rows = judged(readTable(train, ['reply']));
    const predict = options.get('predict');
    const figures: Figures = { 'lessons.count': rows.length };
    if (predict) Object.assign(figures, predictFile(rows, predict, options));
    if (!predict || process.argv.includes('--cv')) Object.assign(figures, heldBack(rows, options));
    return { postgres: 'none', figures };
  },
};

function judged(rows: readonly Row[]): Judged[] {
  const groups = replyGroups(rows.map(({ reply = '', user = '' }) => ({ reply, user })));
  return rows.map((row, place) => ({
    reply: row.reply ?? '',
    request: row.text ?? '',
    weak: truthOf(row) === '0',
    group: groups[place] as string,
  }));
}

const truthOf = ({ label, explainable }: Row) => label ?? explainable;

function predictFile(rows: readonly Judged[], path: string, options: BenchOptions): Figures {
  const unseen = readTable(path, ['reply']);
  const learned = timed(() => trained(rows));
  const checked = timed(() =>
    unseen.map(({ reply = '', text = '' }) => checkReply(reply, text, { model: learned.result })),
  );
  const out = options.get('out');
  if (out)
    writePredictions(
      out,
      unseen.map((row, place) => {
        const { weak = false, confidence = 0 } = checked.result[place] ?? {};
        const id = row.id ?? row.msg_id ?? '';
        return { id, label: weak ? '0' : '1', confidence: weak ? confidence : 1 - confidence };
      }),
    );
  const answers = checked.result.map(({ weak }) => weak);
  const hasTruth = unseen[0] !== undefined && truthOf(unseen[0]) !== undefined;
  return {
    'train.s': learned.seconds,
    'predict.cpu_ms': checked.cpuMs / unseen.length,
    'predicted.count': unseen.length,
    ...(hasTruth
      ? {
          'predicted_weak_f1.ratio': f1(
            answers,
            unseen.map((row) => truthOf(row) === '0'),
          ),
        }
      : {}),
  };
}

/** Every rule that must be beaten, by the name of its figure. */
const anchors: Record<string, (reply: string) => boolean> = {
  shorter_than_40: (reply) => replyTextOf(reply).length < 40,
  shorter_than_60: (reply) => replyTextOf(reply).length < 60,
  shorter_than_80: (reply) => replyTextOf(reply).length < 80,
  rules_alone: (reply) => checkReply(reply, '').weak,
};

function heldBack(rows: readonly Judged[], options: BenchOptions): Figures {
  const ours: number[] = [];
  const theirs = Object.keys(anchors).map((): number[] => []);
  for (let repeat = 0; repeat < repeats; repeat++) {
    const dealt = dealFolds(
      rows.map(({ group }) => group),
      thirds,
      repeat,
    );
    for (let third = 0; third < thirds; third++) {
      options.progress(`third ${repeat * thirds + third + 1} of ${repeats * thirds}`);
      const model = trained(rows.filter((_, place) => dealt[place] !== third));
      const held = rows.filter((_, place) => dealt[place] === third);
      const truth = held.map(({ weak }) => weak);
      ours.push(
        f1(
          held.map(({ reply, request }) => checkReply(reply, request, { model }).weak),
          truth,
        ),
      );
      Object.values(anchors).forEach((rule, place) => {
        theirs[place]?.push(
          f1(
            held.map(({ reply }) => rule(reply)),
            truth,
          ),
        );
      });
    }
  }
  return compared(ours, theirs);
}

function compared(ours: number[], theirs: number[][]): Figures {
  const best = Math.max(...theirs.map(mean));
  if (mean(ours) < weakF1Min || mean(ours) <= best)
    throw new Error(`F1 of weak replies is ${mean(ours)}; the best rule has ${best}.`);
  const figures: Figures = {
    'weak_f1.ratio': mean(ours),
    'weak_f1_least.ratio': Math.min(...ours),
    'weak_f1_most.ratio': Math.max(...ours),
  };
  Object.keys(anchors).forEach((name, place) => {
    figures[`${name}_f1.ratio`] = mean(theirs[place] ?? []);
  });
  return figures;
}

function trained(rows: readonly Judged[]): ReplyModel {
  const model = trainReplyModel(rows);
  if (!model) throw new Error('Too few weak or too few good replies to learn from.');
  return model;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

function f1(answers: readonly boolean[], truth: readonly boolean[]): number {
  const hits = answers.filter((answer, place) => answer && truth[place]).length;
  return (2 * hits) / (answers.filter(Boolean).length + truth.filter(Boolean).length);
}

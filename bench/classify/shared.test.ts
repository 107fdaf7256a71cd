// A quick look at the real files, for whoever has them beside the checkout. They are never copied into it.
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { confidencesFor, train } from '#modules/cases/classify/classifier.ts';
import { dealFolds } from '#modules/cases/classify/folds.ts';
import { bestOf } from '#modules/cases/classify/judgement.ts';
import { trainReplyModel, weakness } from '#modules/cases/classify/replyModel.ts';
import { rowOf } from '#modules/cases/classify/vocabulary.ts';
import { type Row, readTable } from './table.ts';

const folder = new URL('../../../shared/data/complaints/', import.meta.url).pathname;
const present = existsSync(folder);
const messages = `${folder}messages.train.csv.gz`;
const replies = `${folder}replies.train.csv.gz`;

it.runIf(present)('learns categories from a thousand real messages', () => {
  const rows = readTable(messages, ['label', 'text']).filter((_, place) => place % 4 === 0);
  const folds = dealFolds(
    rows.map(({ group = '' }) => group),
    4,
    1,
  );
  const lesson = ({ text = '', subject = '', label = '', group = '' }: Row) => ({
    text,
    subject,
    label,
    group,
  });
  const classifier = train(rows.filter((_, place) => folds[place] !== 0).map(lesson));
  if (!classifier) throw new Error('Nothing was learned.');
  const held = rows.filter((_, place) => folds[place] === 0).map(lesson);
  const right = held.filter((row) => {
    const confidences = confidencesFor(classifier, rowOf(row, classifier.vocabulary));
    return classifier.labels[bestOf(confidences)] === row.label;
  });
  // About 1,070 lessons; a plain pair model has 0.85 there, always the largest class 0.21.
  expect(right.length / held.length).toBeGreaterThan(0.82);
});

it.runIf(present)('finds weak replies among a third held back', () => {
  const rows = readTable(replies, ['reply', 'explainable']);
  const judged = rows.map(({ reply = '', explainable }) => ({ reply, weak: explainable === '0' }));
  const model = trainReplyModel(judged.filter((_, place) => place % 3 !== 0));
  if (!model) throw new Error('Nothing was learned.');
  const held = judged.filter((_, place) => place % 3 === 0);
  const found = held.filter(({ reply }) => weakness(reply, model) >= model.weakFrom);
  const hits = found.filter(({ weak }) => weak).length;
  const f1 = (2 * hits) / (found.length + held.filter(({ weak }) => weak).length);
  expect(f1).toBeGreaterThan(0.76);
});

it.runIf(!present)('has no real files beside the checkout, so only invented texts were tried', () => {
  expect(present).toBe(false);
});

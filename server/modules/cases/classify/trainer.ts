// A thread of its own for training, which computes for seconds: the server goes on answering meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { train } from './classifier.ts';
import type { Lesson } from './message.ts';
import { save } from './saved.ts';

const classifier = train(workerData as Lesson[]);
parentPort?.postMessage(
  classifier && {
    bytes: save(classifier),
    judgement: classifier.judgement,
    labels: classifier.labels.length,
  },
);

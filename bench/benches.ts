import { casesBench } from './cases.ts';
import { classifyBench } from './classify.ts';
import { httpBench } from './http.ts';
import { importBench } from './import.ts';
import { killBench } from './kill.ts';
import { peopleBench } from './people.ts';
import { pointsBench } from './points.ts';
import { repliesBench } from './replies.ts';
import type { Bench } from './run.ts';
import { signupBench } from './signup.ts';
import { startBench } from './start.ts';

export const benches: readonly Bench[] = [
  startBench,
  httpBench,
  peopleBench,
  casesBench,
  importBench,
  classifyBench,
  repliesBench,
  pointsBench,
  signupBench,
  killBench,
];

import { httpBench } from './http.ts';
import type { Bench } from './run.ts';
import { startBench } from './start.ts';

export const benches: readonly Bench[] = [startBench, httpBench];

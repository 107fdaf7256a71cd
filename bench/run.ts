// What every benchmark says of itself, and the one line it prints.
import { cpus } from 'node:os';

export type Measure =
  | 'p50_ms'
  | 'p95_ms'
  | 'p99_ms'
  | 'cpu_ms'
  | 'per_s'
  | 'ratio'
  | 'mb'
  | 's'
  | 'count'
  | 'recovery_s'
  | 'lost_count'
  | 'changed_count';

/** `operation.measure` or `operation.measure@size` → figure. */
export type Figures = Record<`${string}.${Measure}` | `${string}.${Measure}@${number}`, number>;

export interface Bench {
  name: string;
  /** One English sentence: what is measured, at which size. */
  measures: string;
  /** Takes the options after the name; throws when a check inside fails. */
  run(options: BenchOptions): Promise<{ postgres: string; figures: Figures }>;
}

export interface BenchOptions {
  /** `--key value` pairs. */
  get(key: string): string | undefined;
  progress(line: string): void;
}

export function rounded(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, Number(value.toPrecision(4))]),
  ) as Figures;
}

/** Value below which `share` of the sorted samples lie, in their unit. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function machine() {
  return { node: process.versions.node, cpus: cpus().length };
}

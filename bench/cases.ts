import { type Burst, burst } from './cases/burst.ts';
import { drive } from './cases/drive.ts';
import { type Aims, aimsAt, type Operation, operations } from './cases/operations.ts';
import { openStreets, type SizedStreet, type Streets } from './cases/streets.ts';
import { type Client, client } from './client.ts';
import { type Bench, type BenchOptions, type Figures, percentile } from './run.ts';
import { benchPlace } from './server.ts';

const connections = 4;
const rounds = 4;
const seconds: Record<Operation, number> = { create: 3, list: 2, get: 2, search: 2, transition: 3 };
const slowdownMax = 1.5;
const cpuMsMax: Partial<Record<Operation, number>> = { create: 8, list: 5 };
const recoverySecondsMax = 10;

/**
 * Two streets that differ in the number of their cases alone, asked in turns, so that whatever else the machine does
 * falls on both. `--size N` for fewer than a million, `--fill` only to see how long the filling takes.
 */
export const casesBench: Bench = {
  name: 'cases',
  measures:
    'Create, list, get, search and move cases as a community secretary at 10,000 and 1,000,000 (--size N), and a burst.',
  run: async (options) => {
    const sizes = {
      small: Number(options.get('small') ?? 10_000),
      large: Number(options.get('size') ?? 1_000_000),
    };
    const place = await benchPlace();
    const streets = await openStreets(place, sizes, options.progress);
    try {
      const small = await readied(streets.small, options);
      const large = await readied(streets.large, options);
      for (let round = 0; round < rounds; round++) {
        options.progress(`round ${round + 1} of ${rounds}`);
        for (const operation of operations)
          for (const street of [small, large]) await measure(street, operation, streets, round > 0);
      }
      const figures = { ...figuresOf(small), ...figuresOf(large) };
      Object.assign(figures, await burstOn(large, figures, options));
      judge(figures, sizes, options);
      return { postgres: streets.large.server.postgres, figures };
    } finally {
      await streets.stop();
      await place.remove();
    }
  },
};

interface Measured {
  samples: number[];
  seconds: number;
  cpu: number;
  databaseCpu: number;
}

interface Readied extends SizedStreet {
  load: Client;
  aims: Aims;
  measured: Record<Operation, Measured>;
}

async function readied(street: SizedStreet, { progress }: BenchOptions): Promise<Readied> {
  progress(`choosing what to ask at ${street.size}`);
  const load = client(street.server.url, connections);
  const nothing = (): Measured => ({ samples: [], seconds: 0, cpu: 0, databaseCpu: 0 });
  return {
    ...street,
    load,
    aims: await aimsAt(street.server, load),
    measured: {
      create: nothing(),
      list: nothing(),
      get: nothing(),
      search: nothing(),
      transition: nothing(),
    },
  };
}

/** One turn of one operation at one size; the first round only warms up. */
async function measure(
  street: Readied,
  operation: Operation,
  streets: Streets,
  counts: boolean,
): Promise<void> {
  const cpuBefore = await street.server.cpuSeconds();
  const databaseBefore = streets.databaseCpuSeconds();
  const driven = await drive(street.load, street.aims[operation], {
    connections,
    seconds: counts ? seconds[operation] : 1,
  });
  if (!counts) return;
  const measured = street.measured[operation];
  measured.samples.push(...driven.samples);
  measured.seconds += driven.seconds;
  measured.cpu += (await street.server.cpuSeconds()) - cpuBefore;
  measured.databaseCpu += (streets.databaseCpuSeconds() ?? Number.NaN) - (databaseBefore ?? Number.NaN);
}

function figuresOf({ size, measured }: Readied): Figures {
  const figures: Figures = {};
  for (const [operation, { samples, seconds, cpu, databaseCpu }] of Object.entries(measured)) {
    figures[`${operation}.p50_ms@${size}`] = percentile(samples, 0.5);
    figures[`${operation}.p95_ms@${size}`] = percentile(samples, 0.95);
    figures[`${operation}.cpu_ms@${size}`] = (cpu * 1000) / samples.length;
    if (!Number.isNaN(databaseCpu))
      figures[`${operation}_database.cpu_ms@${size}`] = (databaseCpu * 1000) / samples.length;
    figures[`${operation}.per_s@${size}`] = samples.length / seconds;
  }
  return figures;
}

async function burstOn(street: Readied, figures: Figures, { progress }: BenchOptions): Promise<Figures> {
  const options: Burst = {
    url: street.server.url,
    sustained: figures[`create.per_s@${street.size}`] ?? 0,
    create: street.aims.create,
    look: street.aims.look,
    progress,
  };
  return await burst(options);
}

/** What was promised and is not kept is told beside the figures; what was lost fails the check. */
function judge(
  figures: Figures,
  { small, large }: { small: number; large: number },
  options: BenchOptions,
): void {
  for (const operation of operations) {
    const slowdown =
      (figures[`${operation}.p95_ms@${large}`] ?? 0) / (figures[`${operation}.p95_ms@${small}`] ?? 1);
    figures[`${operation}_slowdown.ratio`] = slowdown;
    if (slowdown > slowdownMax) options.progress(`${operation}: p95 grows ${slowdown.toFixed(2)} times.`);
    const cpu = figures[`${operation}.cpu_ms@${large}`] ?? 0;
    if (cpu > (cpuMsMax[operation] ?? Number.POSITIVE_INFINITY))
      options.progress(`${operation}: ${cpu.toFixed(1)} ms of CPU.`);
  }
  if ((figures['burst.recovery_s'] ?? 0) > recoverySecondsMax)
    options.progress(`The burst is felt for ${figures['burst.recovery_s']} s.`);
  if (figures['burst.lost_count'])
    throw new Error(`${figures['burst.lost_count']} acknowledged cases are missing.`);
}

// `npm run bench`: lists the benchmarks. `npm run bench -- NAME [--key value] [--json]` runs one.
import { benches } from '../bench/benches.ts';
import { type BenchOptions, machine, rounded } from '../bench/run.ts';

const [name, ...rest] = process.argv.slice(2).filter((word) => word !== '--json');
const json = process.argv.includes('--json');

const bench = benches.find((candidate) => candidate.name === name);
if (!bench) {
  for (const candidate of benches) console.log(`${candidate.name.padEnd(10)}${candidate.measures}`);
  process.exit(name ? 2 : 0);
}

const options: BenchOptions = {
  get: (key) => {
    const place = rest.indexOf(`--${key}`);
    return place < 0 ? undefined : rest[place + 1];
  },
  // Progress goes beside the figures, so that standard output stays one line.
  progress: (line) => console.error(line),
};

try {
  const { postgres, figures } = await bench.run(options);
  const report = { name: bench.name, ...machine(), postgres, figures: rounded(figures) };
  if (json) console.log(JSON.stringify(report));
  else draw(report.figures);
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}

function draw(figures: Record<string, number>): void {
  const width = Math.max(...Object.keys(figures).map((key) => key.length)) + 2;
  for (const [key, value] of Object.entries(figures)) console.log(`${key.padEnd(width)}${value}`);
}

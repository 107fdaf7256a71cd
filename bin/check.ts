// `npm test`: every check, in the order in which they are quickest to fail. `npm test -- lint types` runs some.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** Name, what it proves, and the command. Browser tests want the built web, so it is built before them. */
const steps: readonly (readonly [name: string, proves: string, command: readonly string[]])[] = [
  ['lint', 'format and lint', [bin('biome'), 'ci', '--error-on-warnings', '.']],
  ['types', 'types', [bin('tsc'), '--noEmit', '-p', '.']],
  ['web', 'the web builds', [bin('vite'), 'build', '--logLevel', 'warn']],
  ['tests', 'unit, API, code and browser tests', [process.execPath, 'node_modules/vitest/vitest.mjs', 'run']],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some(([step]) => step === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are ${steps.map(([name]) => name).join(', ')}.`);
  process.exit(2);
}

for (const [name, proves, [command, ...parameters]] of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = Date.now();
  console.log(`\n── ${name}: ${proves}`);
  const result = spawnSync(command ?? '', parameters, { cwd: root, stdio: 'inherit' });
  const seconds = Math.round((Date.now() - started) / 1000);
  if (result.status !== 0) {
    console.error(`── ${name} failed after ${seconds} s`);
    process.exit(result.status ?? 1);
  }
  console.log(`── ${name} passed in ${seconds} s`);
}

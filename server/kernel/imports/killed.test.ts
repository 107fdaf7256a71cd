import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getImport, runImport } from '#contract/imports/endpoints.ts';
import { at, csv, of, testDesk } from './kit/desk.ts';
import { leaseMs, runImports } from './runner.ts';

const desk = await testDesk();

test('killed in the middle, the import is taken up by the next process and each row is written once', async () => {
  const secretary = await desk.as('李书记');
  const record = await secretary.upload(csv(3_000));
  await secretary.call(runImport, of(record));

  await killInTheMiddle();
  const cut = await secretary.call(getImport, at(record));
  expect(cut.status).toBe('running');
  expect(cut.rowsDone).toBe((await desk.benches()).length);
  expect(cut.rowsDone).toBeLessThan(3_000);
  expect(await runImports(desk.kernel)).toBe(0);

  desk.street.clock.advance(leaseMs + 1_000);
  await runImports(desk.kernel);
  const after = await secretary.call(getImport, at(record));
  expect(after).toMatchObject({ status: 'finished', rowsDone: 3_000, counts: { created: 3_000 } });
  expect((await desk.benches()).every(({ saves }) => saves === 1)).toBe(true);
});

/** Starts another process on the same street and ends it as soon as some batches are through. */
async function killInTheMiddle(): Promise<void> {
  const { config, clock } = desk.kernel.services;
  const script = join(import.meta.dirname, 'kit/runnerProcess.ts');
  const child = spawn(process.execPath, [script, desk.street.ownerUrl, clock.now().toISOString()], {
    env: { ...process.env, DATA_DIR: config.DATA_DIR, JIA_SECRET: config.JIA_SECRET, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(child, 'exit');
  const written = async () =>
    (await desk.street.owner.query('select next_row from imports')).rows[0].next_row;
  while (child.exitCode === null && (await written()) < 400);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
}

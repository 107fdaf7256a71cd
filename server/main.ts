import { type Config, readConfig } from '#kernel/config.ts';
import { DatabaseRefusal } from '#kernel/database/refusal.ts';
import { SetUpRefusal } from './administrators.ts';
import { type Jia, startJia } from './start.ts';

const stopSecondsMax = 30;

async function main(): Promise<void> {
  const started = Date.now();
  const config = readConfig();
  const log = (line: string) => console.log(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${line}`);
  const starting = startJia(config, { log }).then((jia) => withYear(jia, config, log));
  stopOnSignal(starting);
  const jia = await starting;
  log('Ready.');
  printAddresses(jia);
}

/** A demo street fills with a year of cases while people already look at it. */
async function withYear(jia: Jia, config: Config, log: (line: string) => void): Promise<Jia> {
  if (!jia.demo || config.JIA_DEMO_CASES === 'off' || config.JIA_WORKER === 'off') return jia;
  const { tellBehind } = await import('../demo/behind.ts');
  return tellBehind(jia, log);
}

/** SIGTERM and SIGINT: the door closes, work in hand ends, the database stops, then the process. */
function stopOnSignal(starting: Promise<Jia>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopSecondsMax * 1000).unref();
    try {
      await (await starting).stop();
      process.exit(0);
    } catch {
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

function printAddresses(jia: Jia): void {
  const rows: [string, string][] = [
    ['Residents', '/m'],
    ['Grid workers and door wardens', '/g'],
    ['Merchants', '/s'],
    ['Offices', '/a'],
    ['API', '/api/docs'],
    ...(jia.demo ? ([['Demo personas, one tap each', '/demo']] as [string, string][]) : []),
  ];
  console.log('');
  for (const [name, path] of rows) console.log(`  ${name.padEnd(32)}${jia.url}${path}`);
  console.log('');
}

main().catch((error: unknown) => {
  const expected = error instanceof DatabaseRefusal || error instanceof SetUpRefusal;
  console.error(expected ? error.message : error);
  process.exit(1);
});

// npm run demo -- --reset: empties a demo database and plants the demo street anew, as of today.
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database/database.ts';
import { migrate } from '#kernel/database/migrate.ts';
import { DatabaseRefusal } from '#kernel/database/refusal.ts';
import { createKernel } from '#kernel/kernel.ts';
import { wipeDemo } from '../demo/wipe.ts';
import { SetUpRefusal } from '../server/administrators.ts';
import { modules } from '../server/modules.ts';
import { makeServices } from '../server/services.ts';
import { setUp } from '../server/setup.ts';
import { openPlace } from '../server/start.ts';

const usage =
  'npm run demo -- --reset   Replant the demo street. Stop the server first; nothing real is touched.';

async function reset(): Promise<void> {
  const config = readConfig();
  if (config.JIA_DEMO === 'off') throw new SetUpRefusal('JIA_DEMO is off: there is no demo to replant.');
  const dataDir = resolve(config.DATA_DIR);
  await mkdir(dataDir, { recursive: true });
  const log = (line: string) => console.log(line);
  const place = await openPlace(config, dataDir, log);
  try {
    await migrate(place.ownerUrl, log);
    await wipeDemo(place.ownerUrl);
    await rm(join(dataDir, 'files'), { recursive: true, force: true });
    await plant({ ...config, DATA_DIR: dataDir }, place.appUrl, log);
  } finally {
    await place.stop();
  }
}

async function plant(config: ReturnType<typeof readConfig>, appUrl: string, log: (line: string) => void) {
  const database = openDatabase({ url: appUrl, connectionsMax: 4 });
  try {
    const services = await makeServices(config, modules);
    await setUp(createKernel({ services, database, modules }), log);
    log('The demo street is planted as of today.');
  } finally {
    await database.close();
  }
}

if (process.argv[2] === '--reset') {
  await reset().catch((error: unknown) => {
    const expected = error instanceof SetUpRefusal || error instanceof DatabaseRefusal;
    console.error(expected ? error.message : error);
    process.exitCode = 1;
  });
} else {
  console.log(usage);
}

// Stands for the app in tests that need a process to kill: starts the database, says how, and stays until told.
// node starter.ts DATA_DIR ROOT_HOME
import { startEmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';

const [dataDir = '', rootHome = ''] = process.argv.slice(2);
const lines: string[] = [];
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);

try {
  const database = await startEmbeddedDatabase({ dataDir, rootHome, log: (line) => lines.push(line) });
  const { ownerUrl, appUrl, version, adopted } = database;
  say({ ownerUrl, appUrl, version, adopted, lines });
  process.stdin.on('end', async () => {
    await database.stop();
    process.exit(0);
  });
  process.stdin.resume();
} catch (error) {
  say({ refusal: error instanceof Error ? error.message : String(error) });
}

// A process that runs the waiting imports of a test street, to be killed in the middle of it.
import { stoppedClock } from '#kernel/clock.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database/database.ts';
import { createKernel } from '#kernel/kernel.ts';
import { makeServices } from '../../../services.ts';
import { runImports } from '../runner.ts';
import { benches } from './benches.ts';

const [url = '', now = ''] = process.argv.slice(2);
const database = openDatabase({ url, connectionsMax: 2 });
const services = await makeServices(readConfig(process.env), [], { clock: stoppedClock(now) });
const kernel = createKernel({ services, database, modules: [{ name: 'benches', imports: [benches] }] });
await runImports(kernel);
await database.close();

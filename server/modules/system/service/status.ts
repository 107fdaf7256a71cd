import { createRequire } from 'node:module';
import type { SystemStatus } from '#contract/system/records.ts';
import type { Context } from '#kernel/context.ts';
import { readDatabaseFacts, readQueueFacts, readTrailFacts } from '../store/status.ts';
import { readCalendarState } from './calendar.ts';

const { version } = createRequire(import.meta.url)('../../../../package.json') as { version: string };

export async function readSystemStatus(context: Context): Promise<SystemStatus> {
  return {
    version,
    node: process.versions.node,
    startedAt: new Date(performance.timeOrigin).toISOString(),
    memoryMegabytes: Math.round(process.memoryUsage.rss() / 1_048_576),
    cryptoSuite: context.services.crypto.name,
    database: await readDatabaseFacts(context),
    trail: await readTrailFacts(context),
    queue: await readQueueFacts(context),
    calendar: await readCalendarState(context),
  };
}

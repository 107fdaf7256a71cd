import type { OutputOf } from '#contract/define.ts';
import { listen, readFile, readHealth, uploadFile } from '#contract/kernel/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { fileReader, storeUpload } from '#kernel/files/service.ts';
import { forgetOldAnswers } from '#kernel/http/idempotency.ts';
import { type Module, type Route, route, type Schedule, streamRoute, uploadRoute } from '#kernel/module.ts';

/** What the composition knows and no module does. */
export interface ProcessFacts {
  version: string;
  database: { version: string; embedded: boolean };
  demo: boolean;
  worker(): 'running' | 'off' | 'stopped';
}

/** The kernel's own endpoints, made once the modules are known. */
export function kernelModule(modules: readonly Module[], facts: ProcessFacts): Module {
  const readers = new Map(
    modules.flatMap((module) => (module.mayReadFile ? [[module.name, module.mayReadFile] as const] : [])),
  );
  const routes: Route[] = [
    route(readHealth, (context) => health(context, facts)),
    // Answered by the web server itself: the stream outlives any service.
    route(listen, () => Promise.reject(new Error('kernel.live has no service'))),
    uploadRoute(uploadFile, storeUpload),
    streamRoute(readFile, fileReader(readers)),
  ];
  const schedules: Schedule[] = [
    { name: 'kernel.forget_old_answers', cron: '40 3 * * *', run: forgetOldAnswers },
  ];
  return { name: 'kernel', routes, schedules };
}

async function health(context: Context, facts: ProcessFacts): Promise<OutputOf<typeof readHealth>> {
  const { until } = await context.db
    .selectFrom('calendar_days')
    .select((is) => is.fn.max('day').as('until'))
    .executeTakeFirstOrThrow();
  const { name, district, schematic } = context.street;
  return {
    status: facts.worker() === 'stopped' ? 'degraded' : 'ready',
    version: facts.version,
    database: { state: 'up', ...facts.database },
    worker: { state: facts.worker() },
    demo: facts.demo,
    street: { name, district, schematic },
    calendarUntil: until,
  };
}

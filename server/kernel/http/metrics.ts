import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Kernel } from '#kernel/kernel.ts';

/**
 * `/metrics` for Prometheus, on loopback only unless a proxy publishes it: requests by endpoint and
 * status, event queue, process figures. No label carries a person or a text.
 */
export function serveMetrics(app: FastifyInstance, kernel: Kernel): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const seconds = new Histogram({
    name: 'jia_http_request_seconds',
    help: 'Time to answer, by route pattern and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [register],
  });
  new Gauge({
    name: 'jia_events_unsealed',
    help: 'Events waiting for the chain to be closed.',
    registers: [register],
    async collect() {
      const { count } = await kernel.db
        .selectFrom('event_queue')
        .select((query) => query.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      this.set(count);
    },
  });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (request, reply) => {
    const local = request.ip === '127.0.0.1' || request.ip === '::1' || request.ip === '::ffff:127.0.0.1';
    if (!local) return reply.callNotFound();
    return reply.type(register.contentType).send(await register.metrics());
  });
}

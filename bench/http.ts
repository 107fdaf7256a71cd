import { client, hammer, personaToken, type Shot } from './client.ts';
import type { Bench, Figures } from './run.ts';
import { benchPlace, startServer } from './server.ts';

const connections = 8;
const secondsEach = 5;

/** The ladder of costs: the bare web server, a session, one record, a list, a write with its event. */
export const httpBench: Bench = {
  name: 'http',
  measures:
    'CPU and rate of bare, authenticated, get, list_50 and create over HTTP on the demo street, 8 connections.',
  run: async ({ progress }) => {
    const place = await benchPlace();
    const server = await startServer(place);
    const load = client(server.url, connections);
    try {
      const secretary = await personaToken(server.url, 'community_secretary');
      const areas = JSON.parse(
        (await load.send({ method: 'GET', path: '/api/areas?limit=50', token: secretary })).text,
      );
      const [area] = areas.items;
      const shots: Record<string, { make: (index: number) => Shot; status?: number }> = {
        bare: { make: () => ({ method: 'GET', path: '/api/nowhere' }), status: 404 },
        authenticated: { make: () => ({ method: 'GET', path: '/api/identity/me', token: secretary }) },
        get: { make: () => ({ method: 'GET', path: `/api/areas/${area.areaId}`, token: secretary }) },
        list_50: { make: () => ({ method: 'GET', path: '/api/areas?limit=50', token: secretary }) },
        create: {
          make: (index) => ({
            method: 'POST',
            path: '/api/organisations',
            token: secretary,
            body: newOrganisation(area.areaId, index),
          }),
        },
      };
      const figures: Figures = {};
      for (const [name, { make, status }] of Object.entries(shots)) {
        progress(name);
        await hammer(load, make, { connections, seconds: 1, ...(status ? { status } : {}) });
        const cpuBefore = await server.cpuSeconds();
        const result = await hammer(load, make, {
          connections,
          seconds: secondsEach,
          ...(status ? { status } : {}),
        });
        const cpu = (await server.cpuSeconds()) - cpuBefore;
        figures[`${name}.per_s`] = result.perSecond;
        figures[`${name}.cpu_ms`] = (cpu * 1000) / (result.perSecond * secondsEach);
        figures[`${name}.p95_ms`] = result.p95;
      }
      return { postgres: server.postgres, figures };
    } finally {
      load.close();
      await server.stop();
      await place.remove();
    }
  },
};

function newOrganisation(areaId: string, index: number) {
  return { kind: 'enterprise', name: `基准测试企业${process.pid}-${index}`, areaId };
}

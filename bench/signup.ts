import pg from 'pg';
import { startEmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';
import { type Client, client, personaToken } from './client.ts';
import { crowd } from './mobilise/crowd.ts';
import { openActivity } from './mobilise/organiser.ts';
import { expectSound } from './mobilise/sound.ts';
import type { Bench, Figures } from './run.ts';
import { benchPlace, startServer } from './server.ts';
import { checkIns } from './signup/checkIns.ts';
import { judgeRush, rush } from './signup/rush.ts';

const peopleCount = 5_000;
const places = 40;
const rushSeconds = 5;
const checkInCount = 1_000;
/** A proxy in front keeps as many; every person is one more knock on one of them. */
const connections = 1_000;
const secret = 'benchmark-benchmark-benchmark-benchmark';

/** 名额秒没: everybody comes at noon. */
export const signupBench: Bench = {
  name: 'signup',
  measures:
    '5,000 people for 40 places within 5 s over HTTP; then 1,000 check-ins in 60 s and out, with points.',
  run: async ({ progress }) => {
    const place = await benchPlace();
    const database = await startEmbeddedDatabase({ dataDir: place.dataDir, log: () => {} });
    try {
      progress('planting the demo street');
      const server = await startServer(place, {
        DATABASE_URL: database.appUrl,
        MIGRATION_DATABASE_URL: database.ownerUrl,
        JIA_SECRET: secret,
      });
      const owner = new pg.Client({ connectionString: database.ownerUrl });
      await owner.connect();
      const load = client(server.url, connections);
      try {
        const people = await crowd(owner, { dataDir: place.dataDir, secret }, peopleCount);
        const token = await personaToken(server.url, 'activity_manager');
        const organiser = { load, owner, token };
        const figures: Figures = {};
        progress(`${peopleCount} people for ${places} places`);
        const sessionId = await openActivity(organiser, { places, startsInHours: 48 });
        const cpu = await server.cpuSeconds();
        await openConnections(load);
        Object.assign(figures, judgeRush(await rush(load, sessionId, people, rushSeconds), places));
        figures['attempts.cpu_ms'] = ((await server.cpuSeconds()) - cpu) * (1000 / peopleCount);
        progress(`${checkInCount} check-ins within a minute, in and out`);
        Object.assign(figures, await checkIns(organiser, people.slice(0, checkInCount)));
        await expectSound(owner);
        return { postgres: server.postgres, figures };
      } finally {
        load.close();
        await owner.end();
        await server.stop();
      }
    } finally {
      await database.stop();
      await place.remove();
    }
  },
};

/** Who comes on an open line does not overtake who still knocks. */
async function openConnections(load: Client): Promise<void> {
  await Promise.all(
    Array.from({ length: connections }, () => load.send({ method: 'GET', path: '/api/health' })),
  );
}

import pg from 'pg';
import { startEmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';
import { type Client, client, personaToken } from './client.ts';
import type { Bench, Figures } from './run.ts';
import { benchPlace, startServer } from './server.ts';
import { crowd, streetId } from './signup/crowd.ts';
import { judgeRush, rush } from './signup/rush.ts';

const peopleCount = 5_000;
const places = 40;
const rushSeconds = 5;
/** A proxy in front keeps as many; every person is one more knock on one of them. */
const connections = 1_000;
const secret = 'benchmark-benchmark-benchmark-benchmark';

/** 名额秒没: everybody comes at noon. */
export const signupBench: Bench = {
  name: 'signup',
  measures:
    '5,000 people for 40 places within 5 s over HTTP; then 1,000 check-outs with hours and points in 60 s.',
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
        const organiser = await personaToken(server.url, 'activity_manager');
        const figures: Figures = {};
        progress(`${peopleCount} people for ${places} places`);
        const sessionId = await openActivity(load, owner, organiser, { places, startsInHours: 48 });
        const cpu = await server.cpuSeconds();
        await openConnections(load);
        Object.assign(figures, judgeRush(await rush(load, sessionId, people, rushSeconds), places));
        figures['attempts.cpu_ms'] = ((await server.cpuSeconds()) - cpu) * (1000 / peopleCount);
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

interface Opened {
  places: number;
  startsInHours: number;
}

/** An activity of the whole street, open to sign up; answers its session. */
async function openActivity(
  load: Client,
  owner: pg.Client,
  token: string,
  { places: count, startsInHours }: Opened,
): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from areas where street_id = $1 and level = 'street'",
    [streetId],
  );
  const startsAt = new Date(Date.now() + startsInHours * 3_600_000);
  const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000);
  const made = await sent(load, token, '/api/activities', {
    title: '等灯等灯',
    place: '万达路口',
    category: 'civility',
    areaId: rows[0]?.id,
    isFor: 'volunteers',
    sessions: [{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), places: count }],
  });
  const published = await sent(load, token, `/api/activities/${made.activityId}/publish`, {
    version: made.version,
  });
  return published.sessions[0]?.sessionId ?? '';
}

interface Made {
  activityId: string;
  version: number;
  sessions: { sessionId: string }[];
}

async function sent(load: Client, token: string, path: string, body: unknown): Promise<Made> {
  const { status, text } = await load.send({ method: 'POST', path, token, body });
  if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as Made;
}

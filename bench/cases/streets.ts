// Two streets on one PostgreSQL, equal but for the number of their cases, each with a server process of its own.
import pg from 'pg';
import { startEmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';
import { type BenchPlace, type BenchServer, startServer } from '../server.ts';
import { databaseCpu } from './databaseCpu.ts';
import { seedCases } from './seed.ts';

export interface SizedStreet {
  size: number;
  server: BenchServer;
}

export interface Streets {
  small: SizedStreet;
  large: SizedStreet;
  /** CPU seconds of the database so far; null where the system does not tell. */
  databaseCpuSeconds(): number | null;
  stop(): Promise<void>;
}

export async function openStreets(
  place: BenchPlace,
  sizes: { small: number; large: number },
  progress: (line: string) => void,
): Promise<Streets> {
  const database = await startEmbeddedDatabase({ dataDir: place.dataDir, log: () => {} });
  const servers: BenchServer[] = [];
  const stop = async () => {
    for (const server of servers) await server.stop();
    await database.stop();
  };
  const urls = (name: string) => ({
    DATABASE_URL: withName(database.appUrl, name),
    MIGRATION_DATABASE_URL: withName(database.ownerUrl, name),
  });
  const serve = async (name: string) => {
    const server = await startServer(place, { ...urls(name), JIA_SECRET: secret });
    servers.push(server);
    return server;
  };
  try {
    progress('planting the demo street');
    await (await serve('jia')).stop();
    const seed = (name: string, from: number, to: number) =>
      seedCases({ url: withName(database.ownerUrl, name), from, to }, (line) => progress(`${name}: ${line}`));
    await copy(database.ownerUrl, 'jia_large');
    await seed('jia', 0, sizes.small);
    await seed('jia_large', 0, sizes.large);
    const [small, large] = await Promise.all([serve('jia'), serve('jia_large')]);
    return {
      small: { size: sizes.small, server: small },
      large: { size: sizes.large, server: large },
      databaseCpuSeconds: await databaseCpu(database.ownerUrl),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const secret = 'benchmark-benchmark-benchmark-benchmark';

function withName(url: string, name: string): string {
  const named = new URL(url);
  named.pathname = `/${name}`;
  return named.toString();
}

async function copy(ownerUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: withName(ownerUrl, 'postgres') });
  await client.connect();
  await client.query(`create database ${name} template jia`);
  await client.end();
}

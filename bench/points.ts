import { join } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '#kernel/database/database.ts';
import { startEmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';
import { migrate } from '#kernel/database/migrate.ts';
import { gatherer } from '#kernel/gather.ts';
import { newId } from '#kernel/ids.ts';
import {
  type LedgerAnswer,
  type LedgerCommand,
  runBatch,
  runCommand,
  runGrants,
  violationsOf,
} from '#modules/points/store/ledger.ts';
import { type Grounds, grantsOf, makeGrounds, streetId } from './points/street.ts';
import { plantYardstick, simpleUpdate } from './points/yardstick.ts';
import type { Bench, BenchOptions, Figures } from './run.ts';
import { benchPlace } from './server.ts';

const clients = 8;
const rounds = 5;
const secondsEach = 3;

/** One turn of a case: does its work once and says how many transfers, or what else is counted, that was. */
interface Case {
  callers: number;
  turn(): Promise<number>;
}

export const pointsBench: Bench = {
  name: 'points',
  measures:
    'Ledger commands as ratios to simple-update through the same driver, 8 clients, median of 5 rounds.',
  run: async ({ progress }) => {
    const place = await benchPlace();
    const server = await startEmbeddedDatabase({
      dataDir: place.dataDir,
      rootHome: join(place.dataDir, 'root'),
      log: () => {},
    });
    await migrate(server.ownerUrl);
    const owner = new pg.Client({ connectionString: server.ownerUrl });
    await owner.connect();
    await plantYardstick(owner);
    const database = openDatabase({ url: server.ownerUrl, connectionsMax: clients });
    try {
      progress('accounts');
      const grounds = await makeGrounds(database);
      progress('50,000 lots');
      await grounds.grantMany(grounds.rules[0] ?? '', 50_000);
      await owner.query('analyze');
      const figures = await measureAll(database, grounds, progress);
      Object.assign(figures, await measureVerify(database, owner, progress));
      return { postgres: (await owner.query('show server_version')).rows[0].server_version, figures };
    } finally {
      await owner.end();
      await database.close();
      await server.stop();
      await place.remove();
    }
  },
};

async function measureAll(
  database: Database,
  grounds: Grounds,
  progress: BenchOptions['progress'],
): Promise<Figures> {
  const figures: Figures = {};
  const yardsticks: number[] = [];
  const yardstick = async () => {
    const rate = await rateOf({ callers: clients, turn: () => simpleUpdate(database.pool) });
    yardsticks.push(rate);
    return rate;
  };
  for (const [name, one] of Object.entries(casesOf(database, grounds))) {
    const ratios: number[] = [];
    const rates: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = await yardstick();
      const rate = await rateOf(one);
      const after = await yardstick();
      rates.push(rate);
      ratios.push(rate / ((before + after) / 2));
    }
    figures[`${name}.ratio`] = median(ratios);
    figures[`${name}.per_s`] = median(rates);
    progress(`${name} ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`);
  }
  figures['yardstick.per_s'] = median(yardsticks);
  return figures;
}

function casesOf({ db }: Database, grounds: Grounds): Record<string, Case> {
  const { members, families, merchants, programmes, rules } = grounds;
  const anyOf = (list: readonly string[]): string => list[Math.floor(Math.random() * list.length)] ?? '';
  const run = async (kind: Parameters<Grounds['give']>[0], request: Record<string, unknown>) =>
    await runCommand(db, streetId, new Date(), { id: newId(new Date()), kind, actor: 'bench', request });
  const must = async (kind: Parameters<Grounds['give']>[0], request: Record<string, unknown>) => {
    await grounds.give(kind, request);
    return 1;
  };
  // As the worker hands over what waits: many grants, one call of the ledger for those of one rule. Half of the callers
  // in each of the two calls, so that both connections have work.
  const coalesce = gatherer<Pick<LedgerCommand, 'id' | 'request'>, LedgerAnswer>(
    (grants) => runGrants(db, streetId, new Date(), 'bench', grants),
    { batchMax: 32, callsMax: 2 },
  );
  return {
    single_spread: {
      callers: clients,
      turn: () => must('pool', { account: anyOf(members), family: anyOf(families), amount: 1 }),
    },
    single_hot: { callers: clients, turn: () => must('fund', { programme: programmes[0], amount: 1 }) },
    batch_hot: {
      callers: clients,
      turn: async () => {
        const from = Math.floor(Math.random() * members.length);
        const answers = await runBatch(
          db,
          streetId,
          new Date(),
          'bench',
          grantsOf(rules[0] ?? '', members, 100, from),
        );
        return answers.filter(({ error }) => error === undefined).length;
      },
    },
    coalesced: {
      callers: 64,
      turn: async () => {
        const [command] = grantsOf(rules[0] ?? '', members, 1, Math.floor(Math.random() * members.length));
        if (!command) return 0;
        return (await coalesce(command)).error === undefined ? 1 : 0;
      },
    },
    grant: {
      callers: clients,
      turn: () =>
        must('grant', {
          rule: anyOf(rules),
          account: anyOf(members),
          quantity: 3,
          evidence: newId(new Date()),
        }),
    },
    redemption: {
      callers: clients,
      turn: async () => {
        const { holdId } = await run('reserve', {
          account: anyOf(members),
          payee: anyOf(merchants),
          amount: 1,
          ttl: 60,
        });
        return holdId === undefined ? 0 : await must('capture', { hold: holdId });
      },
    },
  };
}

/** Work done per second over a few seconds, all callers busy. */
async function rateOf({ callers, turn }: Case): Promise<number> {
  const started = performance.now();
  const until = started + secondsEach * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) {
        const count = await turn();
        done += count;
      }
    }),
  );
  return (done * 1000) / (performance.now() - started);
}

/** The whole ledger checked with a million transfers in it. */
async function measureVerify(
  database: Database,
  owner: pg.Client,
  progress: BenchOptions['progress'],
): Promise<Figures> {
  progress('a million transfers');
  const street = streetId + 1;
  await owner.query(millionTransfers, [street]);
  await owner.query('analyze');
  const started = performance.now();
  const broken = await violationsOf(database.db, street);
  const seconds = (performance.now() - started) / 1000;
  if (broken.length > 0) throw new Error(`violations: ${JSON.stringify(broken.slice(0, 3))}`);
  return { 'verify.s@1000000': seconds };
}

/** A street whose budget granted a million times; written as sets, as its own functions would have left it. */
const millionTransfers = `
with budget as (
  insert into points_accounts select $1, gen_random_uuid(), 'budget', 'million', 4, 0, 0, 'open', now() returning id
), mint as (
  insert into points_accounts select $1, gen_random_uuid(), 'mint', 'street', 5, -10000000, 0, 'open', now() returning id
), members as (
  insert into points_accounts select $1, gen_random_uuid(), 'member', 'm' || n, 0, 500, 0, 'open', now()
  from generate_series(1, 20000) n returning id, owner_id
), numbered as (
  select id, row_number() over () - 1 as n from members
), programme as (
  insert into points_programmes select $1, gen_random_uuid(), 'million', 2026, id, 10000000 from budget returning id
), funded as (
  insert into points_transfers select $1, gen_random_uuid(), 'fund', mint.id, budget.id, 10000000, null, null, null, null,
    null, null, now(), 'bench', gen_random_uuid() from mint, budget
), granted as (
  insert into points_transfers select $1, gen_random_uuid(), 'grant', budget.id, numbered.id, 10, null, null,
    g::text, programme.id, 1, 10, now() - make_interval(mins => g), 'bench', gen_random_uuid()
  from generate_series(1, 1000000) g join numbered on numbered.n = g % 20000, budget, programme returning id, credit
)
insert into points_lots select $1, gen_random_uuid(), credit, id, 10, 0, now() + interval '1 year' from granted`;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

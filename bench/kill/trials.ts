// Kill -9 in the middle of the work, again and again; whatever was answered must be there afterwards (points.md 5, J12).
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';
import { type Client, client, personaToken } from '../client.ts';
import { openCounter } from '../mobilise/counter.ts';
import { crowd } from '../mobilise/crowd.ts';
import { type Organiser, openActivity, openVenue } from '../mobilise/organiser.ts';
import { pause } from '../mobilise/patient.ts';
import { letAnHourPass, pass, signUpAll } from '../mobilise/venue.ts';
import { type BenchPlace, type BenchServer, startServer } from '../server.ts';
import { type Judged, judge, type Sessions } from './judge.ts';
import { type Acknowledged, type Grounds, live, nothingYet, type Queues } from './loads.ts';

export const victims = ['app', 'database', 'both'] as const;
export type Victim = (typeof victims)[number];

export interface TrialOptions {
  kills: number;
  /** Of each kind of deed. */
  peopleEach: number;
  /** Answers between one kill and the next, at least. */
  answersBetween: number;
  progress(line: string): void;
}

export interface Trials extends Judged {
  postgres: string;
  done: Acknowledged;
  /** Seconds from each kill until the street answers again. */
  recoveries: { victim: Victim; seconds: number }[];
}

const places = 40;
const pointsEach = 10;
const hands = 4;
const passSeconds = 30;
const secret = 'benchmark-benchmark-benchmark-benchmark';

export async function killTrials(place: BenchPlace, options: TrialOptions): Promise<Trials> {
  const ownerUrl = await ownerOf(place);
  const environment = { JIA_SECRET: secret, PORT: String(await freePort()), DATABASE_URL: '' };
  const restart = () => startServer(place, environment);
  options.progress('planting the demo street');
  let server = await restart();
  const { postgres, url } = server;
  const load = client(url, 64);
  try {
    const { grounds, queues, sessions } = await prepare({ ownerUrl, url, load, place }, options);
    options.progress(`${options.kills} kills`);
    const done = nothingYet();
    let stopped = false;
    const living = live(grounds, queues, done, { hands, stopped: () => stopped });
    const recoveries: Trials['recoveries'] = [];
    for (let trial = 0; trial < options.kills; trial++) {
      await someWork(done, options.answersBetween);
      const victim = victims[trial % victims.length] ?? 'app';
      const from = performance.now();
      server = await strike(victim, server, place, restart);
      await answering(url);
      recoveries.push({ victim, seconds: (performance.now() - from) / 1000 });
      options.progress(`${trial + 1} ${victim}: ${countOf(done)} answered`);
    }
    await someWork(done, options.answersBetween);
    stopped = true;
    await living;
    const owner = await connected(ownerUrl);
    try {
      return { postgres, done, recoveries, ...(await judge(owner, sessions, done)) };
    } finally {
      await owner.end();
    }
  } finally {
    load.close();
    await server.stop();
  }
}

export const countOf = ({ signUps, arrivals, departures, redemptions }: Acknowledged): number =>
  signUps.length + arrivals.length + departures.length + redemptions.length;

interface Ready {
  grounds: Grounds;
  queues: Queues;
  sessions: Sessions;
}

/** Some have points to spend, some are at the venue since an hour, some are about to come, some want a place. */
async function prepare(
  { ownerUrl, url, load, place }: { ownerUrl: string; url: string; load: Client; place: BenchPlace },
  { peopleEach, progress }: TrialOptions,
): Promise<Ready> {
  const owner = await connected(ownerUrl);
  try {
    const keys = { dataDir: place.dataDir, secret };
    const people = await crowd(owner, keys, 4 * peopleEach);
    const part = (index: number) => people.slice(index * peopleEach, (index + 1) * peopleEach);
    const queues = { signUps: part(0), arrivals: part(1), departures: part(2), redemptions: part(3) };
    const organiser: Organiser = { load, owner, token: await personaToken(url, 'activity_manager') };
    progress('points to spend');
    const rushSessionId = await openActivity(organiser, { places, startsInHours: 48 });
    await haveWorked(organiser, queues.redemptions);
    progress('people at the venue');
    const venueSessionId = await openActivity(organiser, { places: 2 * peopleEach, startsInHours: 0.5 });
    await signUpAll(organiser, venueSessionId, [...queues.arrivals, ...queues.departures]);
    const screen = await openVenue(organiser, venueSessionId);
    await pass(organiser, screen, 'in', queues.departures, passSeconds);
    await letAnHourPass(owner, venueSessionId);
    const counter = await openCounter(organiser, url, keys, { points: pointsEach, stockTotal: peopleEach });
    return {
      grounds: { load, rushSessionId, screen, counter },
      queues,
      sessions: { rushSessionId, venueSessionId, places },
    };
  } finally {
    await owner.end();
  }
}

/** An hour each, and the points of it. */
async function haveWorked(organiser: Organiser, people: Queues['redemptions']): Promise<void> {
  const sessionId = await openActivity(organiser, { places: people.length, startsInHours: 0.5 });
  await signUpAll(organiser, sessionId, people);
  const screen = await openVenue(organiser, sessionId);
  await pass(organiser, screen, 'in', people, passSeconds);
  await letAnHourPass(organiser.owner, sessionId);
  await pass(organiser, screen, 'out', people, passSeconds);
}

async function strike(
  victim: Victim,
  server: BenchServer,
  { dataDir }: BenchPlace,
  restart: () => Promise<BenchServer>,
): Promise<BenchServer> {
  const killed = postmasterOf(dataDir);
  if (victim !== 'app' && killed) process.kill(killed, 'SIGKILL');
  if (victim === 'database') {
    while ((postmasterOf(dataDir) ?? killed) === killed) await pause();
    return server;
  }
  await server.kill();
  return await restart();
}

/** The number of the one that died stands there until the next one is up; in between there may be no file. */
function postmasterOf(dataDir: string): number | undefined {
  const path = join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : undefined;
}

/** A kill should meet work: as many answers as come in a moment, and a moment of its own length. */
async function someWork(done: Acknowledged, answers: number): Promise<void> {
  const before = countOf(done);
  do {
    await pause();
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 500));
  } while (countOf(done) < before + answers);
}

async function answering(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await pause();
  }
}

/** The database keeps address and password over its starts. */
async function ownerOf({ dataDir }: BenchPlace): Promise<string> {
  const database = await startEmbeddedDatabase({ dataDir, log: () => {} });
  await database.stop();
  return database.ownerUrl;
}

async function connected(url: string): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: url });
  owner.on('error', () => {});
  await owner.connect();
  return owner;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

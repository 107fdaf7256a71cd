// A street to test in: a database of its own, a clock that stands, and named people who call endpoints.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { LogEvent } from 'kysely';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { AnyEndpoint, OutputOf, RequestOf } from '#contract/define.ts';
import { stoppedClock } from '#kernel/clock.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database/database.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { sealAll } from '#kernel/events/sealer.ts';
import { createServer } from '#kernel/http/server.ts';
import { runReactions } from '#kernel/jobs/worker.ts';
import { createKernel, type Kernel } from '#kernel/kernel.ts';
import type { Message } from '#kernel/messenger.ts';
import { authenticator, findAccountByPhone, startSession } from '#modules/identity/index.ts';
import { modules } from '../../server/modules.ts';
import { makeServices } from '../../server/services.ts';
import { kernelModule } from '../../server/system.ts';
import { onServer, withDatabase } from './cluster.ts';
import { streetId, type TestPerson, testPeople } from './people.ts';
import { refuseStreetless } from './streetless.ts';

/** Saturday 21 November 2026, 10:00 in Beijing. */
export const testNow = '2026-11-21T02:00:00.000Z';

export interface Refusal {
  status: number;
  code: string;
  detail: string;
  [extra: string]: unknown;
}

export interface Caller {
  /** The answer; throws with the refusal when there is none. */
  call<E extends AnyEndpoint>(endpoint: E, request?: RequestOf<E>): Promise<OutputOf<E>>;
  /** The refusal; throws when there is none. */
  refusal<E extends AnyEndpoint>(
    endpoint: E,
    request?: RequestOf<E>,
    headers?: Record<string, string>,
  ): Promise<Refusal>;
  /** The bare exchange, for uploads, downloads and odd headers. */
  send(options: {
    method: string;
    url: string;
    headers?: Record<string, string>;
    payload?: unknown;
    remoteAddress?: string;
  }): Promise<LightMyRequestResponse>;
  token: string | null;
}

export interface TestStreet {
  kernel: Kernel;
  app: FastifyInstance;
  clock: ReturnType<typeof stoppedClock>;
  /** Messages that would have left the house. */
  messages: Message[];
  stranger: Caller;
  as(name: string): Promise<Caller>;
  /** Somebody of the test street who got an account during the test. */
  byPhone(phone: string): Promise<Caller>;
  /** Closes the event chain over all that happened. */
  seal(): Promise<number>;
  /** Runs the reactions of every event so far, each once, as the worker would. */
  react(): Promise<void>;
  /** The database as its owner, for what the application role may not do. */
  owner: pg.Client;
  ownerUrl: string;
}

export async function testStreet(): Promise<TestStreet> {
  const templateUrl = inject('templateUrl');
  const name = `jia_test_${randomBytes(6).toString('hex')}`;
  const template = new URL(templateUrl).pathname.slice(1);
  await onServer(withDatabase(templateUrl, 'postgres'), `create database ${name} template ${template}`);
  const ownerUrl = withDatabase(templateUrl, name);
  const folder = await mkdtemp(join(tmpdir(), 'jia-street-'));

  const streetless: string[] = [];
  const database = openDatabase({
    url: ownerUrl,
    connectionsMax: 6,
    log: (event: LogEvent) => refuseStreetless(event, streetless),
  });
  const clock = stoppedClock(testNow);
  const messages: Message[] = [];
  const config = readConfig({
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
    RATE_LIMIT: '100000',
    JIA_SECRET: testSecret,
  });
  const services = await makeServices(config, modules, {
    clock,
    messenger: { send: async (message) => void messages.push(message) },
  });
  const facts = {
    version: 'test',
    database: { version: 'test', embedded: false },
    demo: false,
    worker: () => 'off' as const,
  };
  const kernel = createKernel({
    services,
    database,
    modules: [kernelModule(modules, facts), ...modules],
    checkAnswers: true,
  });
  const app = await createServer(kernel, authenticator(kernel));
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();

  afterAll(async () => {
    await app.close();
    await database.close();
    await owner.end();
    await onServer(withDatabase(templateUrl, 'postgres'), `drop database if exists ${name} with (force)`);
    await rm(folder, { recursive: true, force: true });
    if (streetless.length > 0) throw new Error(`Queries that forget their street:\n${streetless.join('\n')}`);
  });

  return {
    kernel,
    app,
    clock,
    messages,
    owner,
    ownerUrl,
    stranger: caller(app, null),
    as: (person) => signedIn(kernel, app, known(person)),
    byPhone: (phone) => signedIn(kernel, app, { streetId, name: phone, phone }),
    seal: () => sealAll(kernel.db, services.crypto, clock),
    react: () => runAllReactions(kernel),
  };
}

export const testSecret = 'only-for-tests-only-for-tests-only-for-tests';

function known(name: string): TestPerson {
  const person = testPeople.find((candidate) => candidate.name === name);
  if (!person) throw new Error(`${name} is not one of the people of the test street.`);
  return person;
}

async function signedIn(
  kernel: Kernel,
  app: FastifyInstance,
  person: Pick<TestPerson, 'name' | 'phone' | 'streetId'>,
): Promise<Caller> {
  const street = await kernel.streets.byId(person.streetId);
  if (!street) throw new Error(`The test database has no street ${person.streetId}.`);
  let token = '';
  await inTransaction(kernel.db, async (transaction) => {
    const context = {
      ...kernel.systemContext(street, transaction),
      setSession: (given: string | null) => {
        token = given ?? '';
      },
    };
    const account = await findAccountByPhone(context, person.phone);
    if (!account) throw new Error(`${person.name} has no account.`);
    await startSession(context, account, { staff: true, secondFactor: true, way: 'persona' });
  });
  return caller(app, `${person.streetId}.${token}`);
}

function caller(app: FastifyInstance, token: string | null): Caller {
  const authorization: Record<string, string> = token
    ? { authorization: `Bearer ${token}` }
    : { 'x-jia-client': 'test' };

  async function exchange<E extends AnyEndpoint>(
    endpoint: E,
    request: RequestOf<E> | undefined,
    headers: Record<string, string>,
  ) {
    const {
      params = {},
      query = {},
      body,
    } = (request ?? {}) as {
      params?: Record<string, string>;
      query?: Record<string, unknown>;
      body?: unknown;
    };
    const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) =>
      encodeURIComponent(String(params[key])),
    );
    const search = new URLSearchParams(
      Object.entries(query)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [key, String(value)]),
    );
    return await app.inject({
      method: endpoint.method,
      url: search.size > 0 ? `${path}?${search}` : path,
      headers: {
        ...authorization,
        ...(endpoint.idempotent ? { 'idempotency-key': randomUUID() } : {}),
        ...headers,
      },
      ...(endpoint.method === 'GET' ? {} : { payload: (body ?? {}) as object }),
    });
  }

  return {
    token,
    call: async (endpoint, request) => {
      const answer = await exchange(endpoint, request, {});
      if (answer.statusCode >= 400) throw new Error(`${endpoint.name} refused: ${answer.payload}`);
      return answer.json();
    },
    refusal: async (endpoint, request, headers = {}) => {
      const answer = await exchange(endpoint, request, headers);
      if (answer.statusCode < 400) throw new Error(`${endpoint.name} was not refused: ${answer.payload}`);
      return answer.json();
    },
    send: (options) => app.inject({ ...options, headers: { ...authorization, ...options.headers } } as never),
  };
}

async function runAllReactions(kernel: Kernel): Promise<void> {
  for (const [eventName, reactions] of kernel.reactions) {
    const events = await kernel.db
      .selectFrom('events')
      .select(['street_id', 'id'])
      .where('street_id', '=', streetId)
      .where('name', '=', eventName)
      .orderBy('id')
      .execute();
    for (const event of events) {
      for (const reaction of reactions)
        await runReactions(kernel, [
          { streetId: event.street_id, eventId: event.id, reaction: reaction.name },
        ]);
    }
  }
}

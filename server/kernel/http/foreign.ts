// Doors of foreign standards: addresses outside /api whose questions, answers and refusals others have defined.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '#kernel/context.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import type { Kernel } from '#kernel/kernel.ts';
import type { Problem } from '#kernel/problem.ts';
import type { Services } from '#kernel/services.ts';
import { type Admission, retryAfterSeconds } from './admission.ts';
import { stranger } from './caller.ts';
import { toldProblem } from './faults.ts';
import type { Street } from './streets.ts';

export interface ForeignQuestion {
  method: 'GET' | 'POST';
  /** What follows the prefix, decoded: `services/0101.json`. */
  path: string;
  /** A name that is sent several times has its values joined by commas. */
  query: Readonly<Record<string, string>>;
  /** Of `application/x-www-form-urlencoded`; empty for a GET. */
  form: Readonly<Record<string, string>>;
  idempotencyKey: string | null;
}

/** One request at a foreign door. Nobody is signed in there: a context is a stranger's. */
export interface ForeignVisit extends ForeignQuestion {
  /** `https://jia.example`: where the caller found this server. */
  origin: string;
  hostname: string;
  services: Services;
  streets: readonly Street[];
  read<T>(street: Street, work: (context: Context) => Promise<T>): Promise<T>;
  /** One transaction. */
  write<T>(street: Street, work: (context: Context) => Promise<T>): Promise<T>;
}

export interface ForeignAnswer {
  status: number;
  contentType: string;
  body: string;
}

export interface ForeignDoor {
  /** `/open311/v2`; everything below it is this door's. */
  prefix: `/${string}`;
  /** From one address. */
  callsPerMinuteMax: { GET: number; POST: number };
  answer(visit: ForeignVisit): Promise<ForeignAnswer>;
  refuse(question: ForeignQuestion, problem: Problem, services: Services): ForeignAnswer;
}

/** Plugs the doors in; each reads forms, which nothing below /api does. */
export function openForeignDoors(app: FastifyInstance, kernel: Kernel, admission: Admission): void {
  const doors = kernel.modules.flatMap((module) => module.doors ?? []);
  if (doors.length === 0) return;
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, joined(new URLSearchParams(String(body)))),
    );
    for (const door of doors)
      for (const method of ['GET', 'POST'] as const) openDoor(scope, kernel, admission, door, method);
  });
}

function openDoor(
  app: FastifyInstance,
  kernel: Kernel,
  admission: Admission,
  door: ForeignDoor,
  method: 'GET' | 'POST',
): void {
  app.route({
    method,
    url: `${door.prefix}/*`,
    config: {
      rateLimit: {
        max: Math.min(door.callsPerMinuteMax[method], kernel.services.config.RATE_LIMIT),
        keyGenerator: (request: FastifyRequest) => request.ip,
      },
    },
    errorHandler: (error, request, reply) => {
      const problem = toldProblem(kernel, error, request);
      if (problem.status === 503) reply.header('Retry-After', retryAfterSeconds);
      return send(reply, door.refuse(questionOf(request), problem, kernel.services));
    },
    handler: (request, reply) =>
      admission.run(async () => send(reply, await door.answer(await visitOf(kernel, request)))),
  });
}

function send(reply: FastifyReply, answer: ForeignAnswer): FastifyReply {
  // Programs in browsers of other sites read what everybody may read.
  reply.header('Access-Control-Allow-Origin', '*').header('Cache-Control', 'no-store');
  return reply.code(answer.status).type(answer.contentType).send(answer.body);
}

function questionOf(request: FastifyRequest): ForeignQuestion {
  const search = request.url.split('?')[1] ?? '';
  const key = request.headers['idempotency-key'];
  return {
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: (request.params as { '*'?: string })['*'] ?? '',
    query: joined(new URLSearchParams(search)),
    form: (request.body ?? {}) as Record<string, string>,
    idempotencyKey: typeof key === 'string' ? key : null,
  };
}

async function visitOf(kernel: Kernel, request: FastifyRequest): Promise<ForeignVisit> {
  const { services } = kernel;
  const make = (street: Street, db: Context['db']) =>
    kernel.context({
      street,
      actor: stranger,
      acting: null,
      db,
      request: {
        id: request.id,
        ip: request.ip,
        device: String(request.headers['user-agent'] ?? '').slice(0, 200),
      },
    });
  return {
    ...questionOf(request),
    origin: services.config.PUBLIC_URL?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`,
    hostname: request.hostname,
    services,
    streets: await kernel.streets.all(),
    read: (street, work) => work(make(street, kernel.db)),
    write: (street, work) => inTransaction(kernel.db, (db) => work(make(street, db))),
  };
}

function joined(pairs: URLSearchParams): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of pairs)
    fields[name] = fields[name] === undefined ? value : `${fields[name]},${value}`;
  return fields;
}

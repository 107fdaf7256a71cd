import type { FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';
import { permissions } from '#contract/permissions.ts';
import type { Actor, Context, Post } from '#kernel/context.ts';
import type { Database } from '#kernel/database/database.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import type { EventPayload } from '#kernel/events/chain.ts';
import { emit, emitAll, payloadOf } from '#kernel/events/emit.ts';
import { type Enqueue, reactionsByEvent } from '#kernel/events/reactions.ts';
import { sessionCookie } from '#kernel/http/caller.ts';
import { type Street, type Streets, streetsOf } from '#kernel/http/streets.ts';
import { newId } from '#kernel/ids.ts';
import type { Module, Reaction, Route } from '#kernel/module.ts';
import type { Services } from '#kernel/services.ts';

export interface Kernel {
  services: Services;
  db: Kysely<Tables>;
  /** Connections of its own, for `context.apart`. */
  apart: Kysely<Tables>;
  streets: Streets;
  modules: readonly Module[];
  routes: readonly Route[];
  reactions: ReadonlyMap<string, readonly Reaction[]>;
  /** Replaced once the job queue runs; before that, and in tests without a worker, events have no reactions. */
  enqueue: Enqueue;
  /** Parse every answer by its contract: on in tests. */
  checkAnswers: boolean;
  context(parts: ContextParts): Context;
  /** A context that acts as the system, for reactions, schedules and set-up. */
  systemContext(street: Street, db: Kysely<Tables>): Context;
}

export interface ContextParts {
  street: Street;
  actor: Actor;
  acting: Post | null;
  db: Kysely<Tables>;
  request: Context['request'];
  reply?: FastifyReply;
  /** Where many act in one transaction: their events are kept here and written together. */
  gathered?: EventPayload[];
}

/** The system acts in one street, with every right there; the trail names it as such. */
function systemActor(street: Street): Actor {
  const post: Post = {
    postId: '',
    role: 'system',
    permissions,
    areaId: '',
    areaPath: `/${street.streetId}/`,
    organisationId: null,
    onBehalfOf: null,
  };
  return {
    kind: 'system',
    accountId: null,
    personId: null,
    displayName: 'system',
    sessionId: null,
    posts: [post],
  };
}

export function createKernel(options: {
  services: Services;
  database: Pick<Database, 'db' | 'apart'>;
  modules: readonly Module[];
  checkAnswers?: boolean;
}): Kernel {
  const { services, modules } = options;
  const { db, apart } = options.database;
  const kernel: Kernel = {
    services,
    db,
    apart,
    streets: streetsOf(db),
    modules,
    routes: modules.flatMap((module) => module.routes ?? []),
    reactions: reactionsByEvent(modules.flatMap((module) => module.reactions ?? [])),
    enqueue: async () => {},
    checkAnswers: options.checkAnswers ?? false,
    context: (parts) => makeContext(kernel, parts),
    systemContext: (street, transaction) =>
      makeContext(kernel, {
        street,
        actor: systemActor(street),
        acting: null,
        db: transaction,
        request: { id: 'system', ip: '', device: '' },
      }),
  };
  return kernel;
}

function makeContext(kernel: Kernel, parts: ContextParts): Context {
  const { services } = kernel;
  const now = services.clock.now();
  const context: Context = {
    streetId: parts.street.streetId,
    street: parts.street,
    actor: parts.actor,
    acting: parts.acting,
    now,
    db: parts.db,
    services,
    request: parts.request,
    emit: async (event) => {
      if (!parts.gathered) return await emit(context, kernel.enqueue, event);
      const row = payloadOf(context, event);
      parts.gathered.push(row);
      return row.id;
    },
    emitAll: async (events) => {
      if (!parts.gathered) return await emitAll(context, kernel.enqueue, events);
      parts.gathered.push(...events.map((event) => payloadOf(context, event)));
    },
    newId: () => newId(now),
    apart: (work) => inTransaction(kernel.apart, (db) => work(makeContext(kernel, { ...parts, db }))),
    as: (actor) =>
      makeContext(kernel, {
        ...parts,
        actor: actor === 'system' ? systemActor(parts.street) : actor,
        acting: null,
      }),
    setSession: (token) => setSession(parts.reply, services, parts.street, token),
  };
  return context;
}

const sessionDays = 30;

function setSession(
  reply: FastifyReply | undefined,
  services: Services,
  street: Street,
  token: string | null,
): void {
  if (!reply) return;
  const common = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: services.config.PUBLIC_URL?.startsWith('https') ?? false,
  } as const;
  if (token === null) reply.clearCookie(sessionCookie, common);
  else
    reply.setCookie(sessionCookie, `${street.streetId}.${token}`, {
      ...common,
      maxAge: sessionDays * 86_400,
    });
}

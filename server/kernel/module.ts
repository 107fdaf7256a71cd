import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { AnyEndpoint, EventDefinition, InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import type { ForeignDoor } from '#kernel/http/foreign.ts';
import type { ImportDefinition } from '#kernel/imports/definition.ts';
import { Problem } from '#kernel/problem.ts';
import type { Sentences } from '#kernel/words.ts';

/** Bytes on their way out: a photo, a sheet, a feed. */
export interface Download {
  contentType: string;
  /** Offered to the person as the name of the file. */
  fileName?: string;
  body: Uint8Array | NodeJS.ReadableStream;
  /** Seconds the browser may keep it; 0 by default. */
  cacheSeconds?: number;
}

/** One file as it came in, bounded by the kernel before a service sees it. */
export interface Upload {
  fileName: string;
  /** Path of the temporary copy; gone after the request. */
  path: string;
  bytes: number;
  /** SHA-256 of the content, hex. */
  digest: string;
}

export interface Route {
  endpoint: AnyEndpoint;
  handle(context: Context, input: never): Promise<unknown>;
}

/** A route that thousands may call at once. */
export interface GatheredRoute extends Route {
  handleMany(calls: readonly GatheredCall<never>[]): Promise<readonly unknown[]>;
}

export const isGathered = (route: Route): route is GatheredRoute => 'handleMany' in route;

/** One of several calls that share a transaction. */
export interface GatheredCall<Input> {
  context: Context;
  input: Input;
}

/**
 * A write that thousands may call in the same second: those that wait together are handled in one transaction, in the
 * order of their arrival. Each is answered for itself; a `Problem` in the place of an answer refuses that call and
 * must have changed nothing. What the service throws is tried again call by call.
 */
export function gatheredRoute<E extends AnyEndpoint>(
  endpoint: E,
  handleMany: (calls: readonly GatheredCall<InputOf<E>>[]) => Promise<readonly (OutputOf<E> | Problem)[]>,
): GatheredRoute {
  return {
    endpoint,
    handleMany: handleMany as GatheredRoute['handleMany'],
    handle: async (context, input) => {
      const [answer] = await handleMany([{ context, input }]);
      if (answer instanceof Problem) throw answer;
      return answer;
    },
  };
}

/** Joins an endpoint and its service; input and answer are checked by the compiler. */
export function route<E extends AnyEndpoint>(
  endpoint: E,
  handle: (context: Context, input: InputOf<E>) => Promise<OutputOf<E>>,
): Route {
  return { endpoint, handle } as Route;
}

/** Like `route` for an endpoint of kind `upload`: the service also gets the file. */
export function uploadRoute<E extends AnyEndpoint>(
  endpoint: E,
  handle: (context: Context, input: InputOf<E> & { file: Upload }) => Promise<OutputOf<E>>,
): Route {
  return { endpoint, handle } as Route;
}

/** Like `route` for an endpoint of kind `stream`: the service answers bytes. */
export function streamRoute<E extends AnyEndpoint>(
  endpoint: E,
  handle: (context: Context, input: InputOf<E>) => Promise<Download>,
): Route {
  return { endpoint, handle } as Route;
}

export interface StoredEvent {
  id: string;
  at: string;
  name: string;
  subjectId: string;
  actorId: string | null;
  /** State after it, where the record has states. */
  to: string | null;
  data: unknown;
}

/** What a module does when it hears an event; runs after commit, at least once, in a transaction of its own. */
export interface Reaction {
  /** `<module>.<verb>`, unique; remembered with the event id so that it runs once. */
  name: string;
  event: string;
  /** False for data that it would do nothing about: no job is made then. Pure. */
  heeds?(data: unknown): boolean;
  run(context: Context, event: StoredEvent): Promise<void>;
  /** Several events that wait, in one transaction; where it fails, each is run for itself. */
  runMany?(context: Context, events: readonly StoredEvent[]): Promise<void>;
}

type Heard<D extends z.ZodType> = Omit<StoredEvent, 'data'> & { data: z.output<D> };

export function reaction<D extends z.ZodType>(
  name: string,
  definition: EventDefinition<string, D>,
  run: (context: Context, event: Heard<D>) => Promise<void>,
  heeds?: (data: z.output<D>) => boolean,
): Reaction {
  return {
    name,
    event: definition.name,
    ...(heeds ? { heeds: (data: unknown) => heeds(definition.data.parse(data)) } : {}),
    run: (context, stored) => run(context, { ...stored, data: definition.data.parse(stored.data) }),
  };
}

/** A reaction to what comes in hundreds, as when an activity ends: those that wait are handed over together. */
export function gatheredReaction<D extends z.ZodType>(
  name: string,
  definition: EventDefinition<string, D>,
  runMany: (context: Context, events: readonly Heard<D>[]) => Promise<void>,
  heeds?: (data: z.output<D>) => boolean,
): Reaction {
  const heard = (stored: StoredEvent) => ({ ...stored, data: definition.data.parse(stored.data) });
  return {
    ...reaction(name, definition, (context, event) => runMany(context, [event]), heeds),
    runMany: (context, events) => runMany(context, events.map(heard)),
  };
}

/** Timed work, run once per street at each tick of `cron` (Asia/Shanghai). */
export interface Schedule {
  name: string;
  cron: string;
  run(context: Context): Promise<void>;
}

/** Something new for one account: only its own open pages are told to look. */
export interface AccountHint {
  id: string;
  accountId: string;
  at: string;
}

/** The face of a module: what server/modules.ts plugs in. */
export interface Module {
  name: string;
  routes?: readonly Route[];
  /** Addresses outside /api that follow a foreign standard. */
  doors?: readonly ForeignDoor[];
  reactions?: readonly Reaction[];
  schedules?: readonly Schedule[];
  imports?: readonly ImportDefinition[];
  exports?: readonly ExportDefinition[];
  /** May the viewer read this file, which is attached to this record of the module? */
  mayReadFile?(context: Context, subjectId: string, fileId: string): Promise<boolean>;
  /** What is new for single accounts since a moment, asked every second while pages are open. */
  hints?(db: Kysely<Tables>, streetId: number, since: Date): Promise<AccountHint[]>;
  /** Codes of its refusals as Chinese sentences, from contract/<module>/words.ts. */
  problems?: Sentences;
}

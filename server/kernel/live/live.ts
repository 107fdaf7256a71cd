import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '#kernel/http/caller.ts';
import type { Kernel } from '#kernel/kernel.ts';
import type { Module } from '#kernel/module.ts';

const pollMs = 1000;
const keepAliveMs = 25_000;
const listenersMax = 2000;

interface Listener {
  streetId: number;
  accountId: string | null;
  paths: readonly string[];
  write(text: string): void;
}

/**
 * Live pages: a stream of hints taken from the sealed trail of the listener's street, only for places
 * below his posts. A hint says that something changed, never what; pages poll behind it.
 */
export interface Live {
  add(listener: Listener): () => void;
  stop(): void;
}

const hubs = new WeakMap<Kernel, Live>();

export function openLive(
  kernel: Kernel,
  caller: Caller,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  let hub = hubs.get(kernel);
  if (!hub) {
    hub = startHub(kernel);
    hubs.set(kernel, hub);
  }
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  raw.write('retry: 3000\n\n');
  const keepAlive = setInterval(() => raw.write(': \n\n'), keepAliveMs);
  const remove = hub.add({
    streetId: caller.street.streetId,
    accountId: caller.actor.accountId,
    paths: caller.actor.posts.map((post) => post.areaPath),
    write: (text) => raw.write(text),
  });
  request.raw.on('close', () => {
    clearInterval(keepAlive);
    remove();
  });
  return reply;
}

/** Ends every stream, so that the server can close. */
export function closeLive(kernel: Kernel): void {
  hubs.get(kernel)?.stop();
  hubs.delete(kernel);
}

function startHub(kernel: Kernel): Live {
  const listeners = new Set<Listener>();
  const lastSeq = new Map<number, number>();
  const timer = setInterval(() => void poll().catch(() => {}), pollMs);
  timer.unref();
  let polling = false;

  async function poll(): Promise<void> {
    if (polling || listeners.size === 0) return;
    polling = true;
    try {
      for (const streetId of new Set([...listeners].map((listener) => listener.streetId))) {
        for (const hint of await readHints(kernel, streetId, lastSeq)) tell(hint, streetId);
        for (const module of kernel.modules) await tellAccounts(module, streetId);
      }
    } finally {
      polling = false;
    }
  }

  function tell(hint: Hint, streetId: number): void {
    const { areaPath, ...open } = hint;
    const text = `event: change\ndata: ${JSON.stringify(open)}\n\n`;
    for (const listener of listeners) {
      if (listener.streetId === streetId && concerns(listener, areaPath)) listener.write(text);
    }
  }

  /** What is new for single accounts is told to their own pages alone. */
  async function tellAccounts({ name, hints }: Module, streetId: number): Promise<void> {
    if (!hints) return;
    const fresh = await accountHints(kernel, streetId, name, hints);
    for (const listener of listeners) {
      if (listener.streetId !== streetId || !fresh.includes(listener.accountId ?? '')) continue;
      const hint = { seq: 0, name: `${name}.new`, module: name, subjectId: listener.accountId };
      listener.write(`event: change\ndata: ${JSON.stringify(hint)}\n\n`);
    }
  }

  const accountHints = rememberHints();

  return {
    add: (listener) => {
      if (listeners.size < listenersMax) listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => clearInterval(timer),
  };
}

function concerns(listener: Listener, areaPath: string | null): boolean {
  return (
    areaPath === null || listener.paths.some((path) => areaPath.startsWith(path) || path.startsWith(areaPath))
  );
}

/** Rows may become visible a little after the moment they carry: the last seconds are read again. */
const overlapMs = 5000;

function rememberHints() {
  const seen = new Map<string, { since: Date; told: Set<string> }>();
  return async (
    kernel: Kernel,
    streetId: number,
    name: string,
    hints: NonNullable<Module['hints']>,
  ): Promise<string[]> => {
    const key = `${streetId} ${name}`;
    const known = seen.get(key) ?? { since: kernel.services.clock.now(), told: new Set<string>() };
    const rows = await hints(kernel.db, streetId, new Date(known.since.getTime() - overlapMs));
    const fresh = rows.filter(({ id }) => !known.told.has(id));
    const last = rows.at(-1)?.at;
    seen.set(key, {
      since: last === undefined ? known.since : new Date(last),
      told: new Set(rows.map(({ id }) => id)),
    });
    return [...new Set(fresh.map(({ accountId }) => accountId))];
  };
}

interface Hint {
  seq: number;
  name: string;
  module: string;
  subjectId: string;
  areaPath: string | null;
}

async function readHints(kernel: Kernel, streetId: number, lastSeq: Map<number, number>): Promise<Hint[]> {
  const since = lastSeq.get(streetId);
  const head = await kernel.db
    .selectFrom('event_heads')
    .select('seq')
    .where('street_id', '=', streetId)
    .executeTakeFirst();
  lastSeq.set(streetId, head?.seq ?? 0);
  if (since === undefined || !head || head.seq === since) return [];
  return await kernel.db
    .selectFrom('event_seals as seal')
    .innerJoin('events as event', (join) =>
      join.onRef('event.street_id', '=', 'seal.street_id').onRef('event.id', '=', 'seal.event_id'),
    )
    .select([
      'seal.seq',
      'event.name',
      'event.subject_module as module',
      'event.subject_id as subjectId',
      'event.area_path as areaPath',
    ])
    .where('seal.street_id', '=', streetId)
    .where('event.street_id', '=', streetId)
    .where('seal.seq', '>', since)
    .where('seal.seq', '<=', head.seq)
    .orderBy('seal.seq')
    .limit(200)
    .execute();
}

import { useSyncExternalStore } from 'react';
import type { AnyEndpoint, RequestOf } from '#contract/define.ts';
import { addressOf, send } from './call.ts';
import { ProblemError } from './problem.ts';
import type { Waiting } from './store.ts';

/** Where commands wait. The device's database in the app, a plain list in tests. */
export interface OutboxShelf {
  all(accountId: string): Promise<Waiting[]>;
  add(command: Omit<Waiting, 'sequence'>): Promise<number>;
  refuse(sequence: number, problem: NonNullable<Waiting['problem']>): Promise<void>;
  remove(sequence: number): Promise<void>;
}

type Send = (
  method: string,
  address: string,
  sending: { body: string; idempotencyKey: string },
) => Promise<unknown>;

export interface OutboxState {
  /** Not sent yet, in order. */
  waiting: readonly Waiting[];
  /** Refused by the server: kept with its sentence until a person decides. */
  refused: readonly Waiting[];
}

export interface Outbox {
  give<E extends AnyEndpoint>(endpoint: E, request: RequestOf<E>, about: About): Promise<void>;
  /** Sends what waits, in order; safe to call at any time. */
  flush(): Promise<void>;
  drop(sequence: number): Promise<void>;
  state(): OutboxState;
  subscribe(listener: () => void): () => void;
}

interface About {
  subject: string;
  label: string;
}

/**
 * A queue of commands that outlives the page. Each carries its Idempotency-Key from the moment it was given,
 * so sending it again after a lost answer happens once. A refusal (4xx) sets it aside with its reason and
 * holds back later commands about the same subject; a lost connection or an ended session stops the run.
 */
export function createOutbox(shelf: OutboxShelf, accountId: string, sendCommand: Send = send): Outbox {
  const listeners = new Set<() => void>();
  let state: OutboxState = { waiting: [], refused: [] };
  let running: Promise<void> | undefined;

  async function reload(): Promise<Waiting[]> {
    const all = (await shelf.all(accountId)).sort((one, other) => one.sequence - other.sequence);
    state = { waiting: all.filter((each) => !each.problem), refused: all.filter((each) => each.problem) };
    for (const listener of listeners) listener();
    return all;
  }

  async function run(): Promise<void> {
    for (let next = nextToSend(await reload()); next; next = nextToSend(await reload())) {
      try {
        await sendCommand(next.method, next.address, {
          body: next.body,
          idempotencyKey: next.idempotencyKey,
        });
        await shelf.remove(next.sequence);
      } catch (error) {
        if (!(error instanceof ProblemError) || mustWait(error)) return;
        await shelf.refuse(next.sequence, { code: error.code, status: error.status, detail: error.detail });
      }
    }
  }

  async function flush(): Promise<void> {
    running ??= run().finally(() => {
      running = undefined;
    });
    await running;
    await reload();
  }

  return {
    give: async (endpoint, request, { subject, label }) => {
      await shelf.add({
        accountId,
        subject,
        label,
        method: endpoint.method,
        address: addressOf(endpoint, request),
        body: JSON.stringify((request as { body?: unknown }).body ?? {}),
        idempotencyKey: crypto.randomUUID(),
        givenAt: Date.now(),
      });
      await reload();
      await flush();
    },
    flush,
    drop: async (sequence) => {
      await shelf.remove(sequence);
      await reload();
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The first command that nothing about the same subject holds back. */
export function nextToSend(all: readonly Waiting[]): Waiting | undefined {
  const held = new Set(all.filter((each) => each.problem).map((each) => each.subject));
  return all.find((each) => !each.problem && !held.has(each.subject));
}

/** No answer, no session, too many, or a fault of the server: the same command may succeed later. */
function mustWait({ status }: ProblemError): boolean {
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
}

export function useOutbox(outbox: Outbox): OutboxState {
  return useSyncExternalStore(outbox.subscribe, outbox.state, outbox.state);
}

/** Sends on opening, when the network returns and when the page is shown again. Returns how to stop. */
export function keepSending(outbox: Outbox): () => void {
  const flush = () => void outbox.flush().catch(() => {});
  const whenShown = () => document.visibilityState === 'visible' && flush();
  flush();
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', whenShown);
  return () => {
    window.removeEventListener('online', flush);
    document.removeEventListener('visibilitychange', whenShown);
  };
}

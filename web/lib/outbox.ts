import { useSyncExternalStore } from 'react';
import type { AnyEndpoint, RequestOf } from '#contract/define.ts';
import { uploadFile } from '#contract/kernel/endpoints.ts';
import { ageOf } from './age.ts';
import { addressOf, send, upload } from './call.ts';
import { basedOn, nextToSend, versionIn } from './chain.ts';
import { keepTrying } from './keepTrying.ts';
import { ProblemError } from './problem.ts';
import type { Made, Waiting, WaitingFile } from './store.ts';

/** Where commands wait. The device's database in the app, a plain list in tests. */
export interface OutboxShelf {
  all(accountId: string): Promise<Waiting[]>;
  add(command: Omit<Waiting, 'sequence'>): Promise<number>;
  change(command: Waiting): Promise<void>;
  remove(sequence: number): Promise<void>;
}

/** Sends one command and answers what the server said. */
type Send = (
  method: string,
  address: string,
  sending: { body: string; idempotencyKey: string; deviceAt: string },
) => Promise<unknown>;

/** Sends one file up and answers its id. */
type Store = (file: WaitingFile) => Promise<string>;

export interface OutboxState {
  /** Not sent yet, in order. */
  waiting: readonly Waiting[];
  /** Refused by the server: kept with its sentence until a person decides. */
  refused: readonly Waiting[];
}

export interface Outbox {
  /** @throws ProblemError `storage.full` when the phone has no room; then nothing was kept */
  give<E extends AnyEndpoint>(endpoint: E, request: RequestOf<E>, about: About): Promise<void>;
  /** Sends what waits, in order; safe to call at any time. */
  flush(): Promise<void>;
  drop(sequence: number): Promise<void>;
  /** Tries what was refused once more, on the version as it is now. */
  again(sequence: number, version: number): Promise<void>;
  /** The version the server last answered for a subject in this visit; 0 when none. */
  versionOf(subject: string): number;
  state(): OutboxState;
  subscribe(listener: () => void): () => void;
}

interface About {
  subject: string;
  label: string;
  deed?: string;
  files?: readonly WaitingFile[];
  /** When what it tells of happened; its age goes out with it. */
  made?: Made;
}

interface Ways {
  send?: Send;
  store?: Store;
}

const sendToServer: Send = async (method, address, sending) =>
  await (await send(method, address, sending)).json().catch(() => null);

/** A broken connection loses at most one photo; the others of the command are not sent again. */
const storeOnServer: Store = async ({ key, name, file, phase, takenAt }) => {
  if (!file) throw new Error('A waiting file has its bytes.');
  const said = { ...(phase ? { phase } : {}), ...(takenAt ? { takenAt } : {}) };
  const stored = await upload(
    uploadFile,
    new File([file], name, { type: file.type }),
    { body: said },
    { idempotencyKey: key },
  );
  return stored.fileId;
};

/**
 * A queue of commands that outlives the page. Each carries its Idempotency-Key from the moment it was given,
 * so sending it again after a lost answer happens once. What was made on a version goes out on the version that the
 * one before it has made. A refusal (4xx) sets it aside with its reason and holds back later commands about the same
 * subject; a fault of the server holds back its subject for this run; a lost connection or an ended session stops it.
 */
class DeviceOutbox implements Outbox {
  readonly #shelf: OutboxShelf;
  readonly #accountId: string;
  readonly #ways: Required<Ways>;
  readonly #listeners = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  #state: OutboxState = { waiting: [], refused: [] };
  #running: Promise<void> | undefined;

  constructor(shelf: OutboxShelf, accountId: string, ways: Ways) {
    this.#shelf = shelf;
    this.#accountId = accountId;
    this.#ways = { send: sendToServer, store: storeOnServer, ...ways };
  }

  give = async <E extends AnyEndpoint>(endpoint: E, request: RequestOf<E>, about: About): Promise<void> => {
    const { files, ...named } = about;
    await this.#shelf
      .add({
        ...named,
        accountId: this.#accountId,
        method: endpoint.method,
        address: addressOf(endpoint, request),
        body: JSON.stringify((request as { body?: unknown }).body ?? {}),
        files: files && files.length > 0 ? [...files] : undefined,
        idempotencyKey: crypto.randomUUID(),
        givenAt: Date.now(),
      })
      .catch(tellFull);
    await this.#reload();
    await this.flush();
  };

  flush = async (): Promise<void> => {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
    await this.#reload();
  };

  drop = async (sequence: number): Promise<void> => {
    const dropped = this.#find(sequence);
    if (dropped) await this.#rebase(dropped, versionBefore(dropped));
    await this.#shelf.remove(sequence);
    await this.#reload();
  };

  again = async (sequence: number, version: number): Promise<void> => {
    const refused = this.#find(sequence);
    if (!refused) return;
    const { problem: _, ...rest } = basedOn(refused, version) ?? refused;
    // Another version is another request, so it needs another key.
    await this.#shelf.change({ ...rest, idempotencyKey: crypto.randomUUID() });
    await this.flush();
  };

  versionOf = (subject: string): number => this.#versions.get(subject) ?? 0;
  state = (): OutboxState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async #reload(): Promise<Waiting[]> {
    const all = (await this.#shelf.all(this.#accountId)).sort((one, other) => one.sequence - other.sequence);
    this.#state = {
      waiting: all.filter((each) => !each.problem),
      refused: all.filter((each) => each.problem),
    };
    for (const listener of this.#listeners) listener();
    return all;
  }

  async #run(): Promise<void> {
    const faulty = new Set<string>();
    for (;;) {
      const next = nextToSend(await this.#reload(), faulty);
      if (!next) return;
      try {
        await this.#sendOne(next);
      } catch (error) {
        if (!(error instanceof ProblemError) || mustWait(error)) return;
        if (error.status >= 500) faulty.add(next.subject);
        else await this.#setAside(next, error);
      }
    }
  }

  /** Photos that went up before the refusal stay up. */
  async #setAside(refused: Waiting, { code, status, detail, details }: ProblemError): Promise<void> {
    const all = await this.#shelf.all(this.#accountId);
    const now = all.find(({ sequence }) => sequence === refused.sequence) ?? refused;
    await this.#shelf.change({ ...now, problem: { code, status, detail, details } });
  }

  async #sendOne(command: Waiting): Promise<void> {
    const { method, address, body, idempotencyKey, givenAt } = await this.#withFiles(command);
    const deviceAt = new Date(givenAt).toISOString();
    const answer = await this.#ways.send(method, address, {
      body: aged(body, command.made),
      idempotencyKey,
      deviceAt,
    });
    const version = versionIn(answer);
    if (version !== null) {
      this.#versions.set(command.subject, version);
      await this.#rebase(command, version);
    }
    // Cut here, it is sent again under its key and gets the same answer.
    await this.#shelf.remove(command.sequence);
  }

  async #withFiles(command: Waiting): Promise<Waiting> {
    let ready = command;
    for (const file of command.files ?? []) {
      if (file.fileId !== null) continue;
      const fileId = await this.#ways.store(file);
      const files = (ready.files ?? []).map((each) =>
        each.key === file.key ? { ...each, fileId, file: null } : each,
      );
      ready = { ...ready, files };
      await this.#shelf.change(ready);
    }
    const fileIds = (ready.files ?? []).flatMap(({ fileId }) => fileId ?? []);
    if (fileIds.length === 0) return ready;
    return { ...ready, body: JSON.stringify({ ...JSON.parse(ready.body), fileIds }) };
  }

  /** The next about the same subject is made on this version. */
  async #rebase({ subject, sequence }: Waiting, version: number): Promise<void> {
    const all = await this.#shelf.all(this.#accountId);
    const next = all
      .filter((each) => each.subject === subject && each.sequence > sequence)
      .sort((one, other) => one.sequence - other.sequence)[0];
    const based = next && basedOn(next, version);
    if (based) await this.#shelf.change(based);
  }

  #find(sequence: number): Waiting | undefined {
    return [...this.#state.waiting, ...this.#state.refused].find((one) => one.sequence === sequence);
  }
}

export const createOutbox = (shelf: OutboxShelf, accountId: string, ways: Ways = {}): Outbox =>
  new DeviceOutbox(shelf, accountId, ways);

/** What followed a command that is taken back is made on the version that the server named, or on its own. */
function versionBefore({ problem, body }: Waiting): number {
  const { version } = JSON.parse(body) as { version?: unknown };
  return versionIn(problem?.details?.current) ?? (typeof version === 'number' ? version : 0);
}

/** With how long ago it was made, told at the moment of sending. */
const aged = (body: string, made: Made | undefined): string =>
  made ? JSON.stringify({ ...JSON.parse(body), ...ageOf(made) }) : body;

/** @throws ProblemError `storage.full` */
function tellFull(error: unknown): never {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map(
    (one) => (one as Error | null)?.name,
  );
  if (names.includes('QuotaExceededError')) throw new ProblemError({ code: 'storage.full', status: 507 });
  throw error;
}

/** No answer, no session, too many, or nobody at the door: the same command may succeed later. */
function mustWait({ status }: ProblemError): boolean {
  return [0, 401, 408, 429, 502, 503, 504].includes(status);
}

export function useOutbox(outbox: Outbox): OutboxState {
  return useSyncExternalStore(outbox.subscribe, outbox.state, outbox.state);
}

/** Keeps sending as long as the page is open. Returns how to stop. */
export const keepSending = (outbox: Outbox): (() => void) =>
  keepTrying(async () => {
    await outbox.flush();
    return outbox.state().waiting.length;
  });

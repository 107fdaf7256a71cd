import type { Kysely } from 'kysely';
import type { Permission } from '#contract/permissions.ts';
import type { Tables } from '#kernel/database/tables.ts';
import type { Street } from '#kernel/http/streets.ts';
import type { Services } from '#kernel/services.ts';

/** One office a person holds: what it allows, and below which place. Times have been checked already. */
export interface Post {
  postId: string;
  role: string;
  permissions: readonly Permission[];
  areaId: string;
  /** Codes from the street down to the area, `/110112003/110112003009/`; a subtree is a prefix. */
  areaPath: string;
  organisationId: string | null;
  /** Set while the post is exercised by its deputy (AB角): whose post it is. */
  onBehalfOf: string | null;
  /** Account of that holder; the deputy may not do what the holder may not. */
  holderId?: string | null;
}

/** Who is asking. A stranger has no account; a reaction or a schedule acts as the system. */
export interface Actor {
  kind: 'stranger' | 'account' | 'system';
  accountId: string | null;
  personId: string | null;
  displayName: string;
  sessionId: string | null;
  posts: readonly Post[];
}

export interface EmittedEvent {
  /** Given where the record that names the event is written first; otherwise a new one. */
  id?: string;
  name: string;
  /** `<module>` and id of the record that the event is about. */
  subject: { module: string; id: string };
  /** State before and after, where the record has states. */
  from?: string;
  to?: string;
  data?: Record<string, unknown>;
  /** Path of the place it happened in, so that the trail can be read by area. */
  areaPath?: string;
}

/**
 * Everything a service may touch. Inside a write it is one transaction: rows, events, jobs and the
 * remembered answer commit together or not at all.
 */
export interface Context {
  /** Division code of the street, 9 digits; leads every key. Never taken from a request body. */
  streetId: number;
  street: Street;
  actor: Actor;
  /** The post by which the actor holds the permission of this endpoint; null for residents and strangers. */
  acting: Post | null;
  now: Date;
  db: Kysely<Tables>;
  services: Services;
  /** `deviceAt`: the phone's own time of a deed recorded without network, as it says; kept, never believed. */
  request: { id: string; ip: string; device: string; deviceAt?: string | null };
  /** Appends to the street's event chain and enqueues the reactions, in this transaction. */
  emit(event: EmittedEvent): Promise<string>;
  /** The same for many at once, in their order. */
  emitAll(events: readonly EmittedEvent[]): Promise<void>;
  newId(): string;
  /** Runs work in a transaction of its own, which stays even when this request is refused (a failed attempt). */
  apart<T>(work: (context: Context) => Promise<T>): Promise<T>;
  /** The same work in the same transaction, done in the name of somebody else or of the system itself. */
  as(actor: Actor | 'system'): Context;
  /** Hands the caller a session (the token), or takes it away (null); only signing in and out use it. */
  setSession(token: string | null): void;
}

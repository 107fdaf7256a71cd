import { sql } from 'kysely';
import type { Context, EmittedEvent } from '#kernel/context.ts';
import { insertMany } from '#kernel/database/insertMany.ts';
import { type EventPayload, payloadHash } from './chain.ts';
import type { Enqueue } from './reactions.ts';

/**
 * Appends one event in the transaction of the context and enqueues its reactions there too.
 * The chain is closed by the sealer just after commit, so that a burst of writers never queues on
 * one row (architecture.md section 6); until then the event is shown as not yet sealed.
 */
export async function emit(context: Context, enqueue: Enqueue, event: EmittedEvent): Promise<string> {
  const { db, streetId } = context;
  const row = payloadOf(context, event);
  const hash = payloadHash(context.services.crypto, row);

  await sql`
    with appended as (
      insert into events (street_id, id, at, actor_id, actor_name, acting_role, name, subject_module,
        subject_id, from_state, to_state, area_path, data, payload_hash)
      values (${streetId}, ${row.id}, ${row.at}, ${row.actorId}, ${row.actorName}, ${row.actingRole}, ${row.name},
        ${row.subjectModule}, ${row.subjectId}, ${row.fromState}, ${row.toState}, ${row.areaPath},
        ${JSON.stringify(row.data)}, ${hash})
    )
    insert into event_queue (street_id, event_id) values (${streetId}, ${row.id})`.execute(db);
  await enqueue(db, streetId, [row]);
  return row.id;
}

/** The same for many, in their order, in two statements. */
export async function emitAll(
  context: Context,
  enqueue: Enqueue,
  events: readonly EmittedEvent[],
): Promise<void> {
  await writeEvents(
    context,
    enqueue,
    events.map((event) => payloadOf(context, event)),
  );
}

/** Appends what was made before, whoever did it, in the transaction of the context. */
export async function writeEvents(
  context: Context,
  enqueue: Enqueue,
  rows: readonly EventPayload[],
): Promise<void> {
  if (rows.length === 0) return;
  await insertMany(
    context,
    'events',
    rows.map((row) => ({
      id: row.id,
      at: row.at,
      actor_id: row.actorId,
      actor_name: row.actorName,
      acting_role: row.actingRole,
      name: row.name,
      subject_module: row.subjectModule,
      subject_id: row.subjectId,
      from_state: row.fromState,
      to_state: row.toState,
      area_path: row.areaPath,
      data: row.data,
      payload_hash: payloadHash(context.services.crypto, row),
    })),
  );
  await insertMany(
    context,
    'event_queue',
    rows.map(({ id }) => ({ event_id: id })),
  );
  await enqueue(context.db, context.streetId, rows);
}

export function payloadOf(context: Context, event: EmittedEvent): EventPayload {
  const { actor, streetId } = context;
  return {
    streetId,
    id: event.id ?? context.newId(),
    at: context.now.toISOString(),
    actorId: actor.accountId,
    actorName: actor.displayName,
    actingRole: context.acting?.role ?? null,
    name: event.name,
    subjectModule: event.subject.module,
    subjectId: event.subject.id,
    fromState: event.from ?? null,
    toState: event.to ?? null,
    areaPath: event.areaPath ?? null,
    data: event.data ?? {},
  };
}

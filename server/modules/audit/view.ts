import type { AuditEvent, AuditEventDetail } from '#contract/audit/records.ts';
import type { Context } from '#kernel/context.ts';
import { payloadHash } from '#kernel/events/chain.ts';
import type { EventRow } from './store/events.ts';

/** Events hold codes and figures only, so nothing is masked here. */
export function viewEvent(row: EventRow): AuditEvent {
  return {
    eventId: row.id,
    seq: row.seq,
    at: row.at,
    actor: { accountId: row.actor_id, name: row.actor_name },
    actingRole: row.acting_role,
    name: row.name,
    subject: { module: row.subject_module, id: row.subject_id },
    from: row.from_state,
    to: row.to_state,
    areaPath: row.area_path,
    data: row.data,
  };
}

export function viewEventDetail(context: Context, row: EventRow): AuditEventDetail {
  const { seq, previous_hash, hash, sealed_at } = row;
  const recomputed = payloadHash(context.services.crypto, {
    streetId: row.street_id,
    id: row.id,
    at: row.at,
    actorId: row.actor_id,
    actorName: row.actor_name,
    actingRole: row.acting_role,
    name: row.name,
    subjectModule: row.subject_module,
    subjectId: row.subject_id,
    fromState: row.from_state,
    toState: row.to_state,
    areaPath: row.area_path,
    data: row.data,
  });
  return {
    ...viewEvent(row),
    payloadHash: row.payload_hash,
    seal:
      seq !== null && previous_hash !== null && hash !== null && sealed_at !== null
        ? { seq, previousHash: previous_hash, hash, sealedAt: sealed_at }
        : null,
    payloadIntact: recomputed === row.payload_hash,
  };
}

import type { AuditEvent, AuditEventDetail } from '#contract/audit/records.ts';
import type { Context } from '#kernel/context.ts';
import { payloadHash } from '#kernel/events/chain.ts';
import { maskName } from '#kernel/mask/mask.ts';
import type { EventRow } from './store/events.ts';

/** Whose an account is, as identity tells it. */
export type AccountNames = ReadonlyMap<string, { name: string; staff: boolean }>;

/** Events hold codes and figures only, so nothing is masked here. */
export function viewEvent(row: EventRow, accounts: AccountNames): AuditEvent {
  return {
    eventId: row.id,
    seq: row.seq,
    at: row.at,
    actor: { accountId: row.actor_id, name: row.actor_name },
    actingRole: row.acting_role,
    name: row.name,
    subject: {
      module: row.subject_module,
      id: row.subject_id,
      accountName: nameOf(accounts, row.subject_id),
    },
    from: row.from_state,
    to: row.to_state,
    areaPath: row.area_path,
    data: row.data,
  };
}

function nameOf(accounts: AccountNames, accountId: string): string | null {
  const account = accounts.get(accountId);
  return account ? (account.staff ? account.name : maskName(account.name)) : null;
}

export function viewEventDetail(context: Context, row: EventRow, accounts: AccountNames): AuditEventDetail {
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
    ...viewEvent(row, accounts),
    payloadHash: row.payload_hash,
    seal:
      seq !== null && previous_hash !== null && hash !== null && sealed_at !== null
        ? { seq, previousHash: previous_hash, hash, sealedAt: sealed_at }
        : null,
    payloadIntact: recomputed === row.payload_hash,
  };
}

import type { Open311Key } from '#contract/open311/records.ts';
import type { Context } from '#kernel/context.ts';
import { mayRevoke } from './policy.ts';
import type { KeyRow } from './store/keys.ts';

export const viewKey = ({ actor, streetId }: Context, row: KeyRow): Open311Key => ({
  keyId: row.id,
  name: row.name,
  madeBy: row.made_by,
  madeAt: row.made_at,
  lastUsedAt: row.last_used_at,
  requestCount: Number(row.request_count ?? 0),
  revokedAt: row.revoked_at,
  revokedBy: row.revoked_by,
  can: { revoke: mayRevoke(actor, streetId, row) },
});

import type { ExportRecord } from '#contract/exports/records.ts';
import type { Context } from '#kernel/context.ts';
import type { ExportDefinition } from './definition.ts';
import { isRequester, mayConsent } from './policy.ts';
import { mayDecide, mayDownload } from './rules.ts';
import type { ExportRow } from './store.ts';

export function viewExport(context: Context, definition: ExportDefinition, row: ExportRow): ExportRecord {
  const consent = mayConsent(context.actor, row);
  return {
    exportId: row.id,
    register: row.register,
    title: definition.title,
    filterText: row.filter_text,
    reason: row.reason,
    masked: row.masked,
    status: row.status,
    byName: row.requested_by_name,
    byRole: row.requested_by_role,
    at: row.requested_at,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
    expiresAt: row.expires_at,
    downloadedAt: row.downloaded_at,
    version: row.version,
    can: {
      decide: consent === true ? mayDecide(row) : consent,
      download: isRequester(context.actor, row) ? mayDownload(row, context.now) : 'export.not_yours',
    },
  };
}

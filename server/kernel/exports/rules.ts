import type { ExportStatus } from '#contract/exports/records.ts';

/** What the rules look at; instants as ISO text. */
export interface ExportFacts {
  status: ExportStatus;
  masked: boolean;
  requested_by: string;
  expires_at: string | null;
}

/** An export can be fetched this long after it was made or approved. */
export const openHours = 24;
/** A download that has been opened can be fetched again this long, where the line broke. */
export const ticketMinutes = 10;

/** May it be downloaded now? True, or the code of the reason. */
export function mayDownload(record: ExportFacts, now: Date): true | string {
  if (record.status === 'waiting') return 'export.waiting';
  if (record.status === 'refused') return 'export.refused';
  if (record.status === 'downloaded') return 'export.downloaded';
  return record.expires_at !== null && record.expires_at > now.toISOString() ? true : 'export.expired';
}

/** A masked export stays ready; an unmasked one is used up by its download. */
export const afterDownload = (record: ExportFacts): ExportStatus => (record.masked ? 'ready' : 'downloaded');

export const mayDecide = (record: ExportFacts): true | string =>
  record.status === 'waiting' ? true : 'export.not_waiting';

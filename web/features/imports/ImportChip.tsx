import type { ImportRecord, ImportStatus } from '#contract/imports/records.ts';
import { type Status, StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { importWords as words } from './words.ts';

const shapes: Record<ImportStatus, Status> = {
  uploaded: 'waiting',
  mapped: 'waiting',
  previewed: 'waiting',
  running: 'progress',
  finished: 'done',
  stopped: 'paused',
  failed: 'returned',
};

/** Where an import stands, as shape and word. */
export function ImportChip({ record }: { record: Pick<ImportRecord, 'status'> }) {
  return <StatusChip status={shapes[record.status]}>{words.statuses[record.status]}</StatusChip>;
}

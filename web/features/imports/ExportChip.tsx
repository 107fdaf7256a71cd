import type { ExportRecord, ExportStatus } from '#contract/exports/records.ts';
import { type Status, StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { exportWords as words } from './words.ts';

const shapes: Record<ExportStatus, Status> = {
  ready: 'normal',
  waiting: 'waiting',
  approved: 'normal',
  refused: 'returned',
  downloaded: 'done',
};

export function ExportChip({ record }: { record: Pick<ExportRecord, 'status'> }) {
  return <StatusChip status={shapes[record.status]}>{words.statuses[record.status]}</StatusChip>;
}

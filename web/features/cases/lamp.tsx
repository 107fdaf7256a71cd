import type { CaseRow } from '#contract/cases/records.ts';
import { untilDue } from '#web/lib/formats.ts';
import { type Status as Chip, StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { labels } from './words.ts';

const chips: Record<CaseRow['lamp'], Chip> = {
  none: 'progress',
  green: 'progress',
  yellow: 'soon',
  red: 'overdue',
};

const over: readonly CaseRow['status'][] = ['closed', 'rejected', 'withdrawn', 'transferred', 'merged'];

type Timed = Pick<CaseRow, 'lamp' | 'dueAt' | 'finishedAt' | 'status'>;

/** The lamp with its time inside; where no clock runs, the state. */
export function Lamp({ of }: { of: Timed }) {
  if (over.includes(of.status)) return <StatusChip status="done">{labels.status[of.status]}</StatusChip>;
  if (of.status === 'suspended') return <StatusChip status="paused" />;
  if (!of.dueAt || of.lamp === 'none' || of.finishedAt)
    return <StatusChip status="progress">{labels.status[of.status]}</StatusChip>;
  return <StatusChip status={chips[of.lamp]}>{untilDue(of.dueAt)}</StatusChip>;
}

/** A red lamp is late; counted and shown red nowhere else. */
export const isLate = ({ lamp }: Timed): boolean => lamp === 'red';

import type { PlainStatus } from '#contract/cases/codes.ts';
import type { PlainCase } from '#contract/cases/records.ts';
import { dueBy } from '#web/lib/formats.ts';
import { EchoLine } from '#web/ui/EchoLine/EchoLine.tsx';
import { type Status as Chip, StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { labels, progressWords as words } from './words.ts';

/** The five words, in the order in which a case meets them. */
const track: readonly PlainStatus[] = ['submitted', 'received', 'in_progress', 'awaiting_answer', 'done'];

const chips: Record<PlainStatus, Chip> = {
  submitted: 'progress',
  received: 'progress',
  in_progress: 'progress',
  awaiting_answer: 'waiting',
  done: 'done',
  not_taken_up: 'returned',
  withdrawn: 'returned',
};

type Tracked = Pick<PlainCase, 'status' | 'dueAt' | 'unit'>;

export function PlainChip({ status }: { status: PlainStatus }) {
  return <StatusChip status={chips[status]}>{labels.plain[status]}</StatusChip>;
}

/** Where it is; nothing for what was not taken up or taken back. */
export function PlainEcho({ status }: { status: PlainStatus }) {
  const at = track.indexOf(status);
  if (at < 0) return null;
  return (
    <EchoLine
      steps={track.map((step) => ({ word: labels.plain[step] }))}
      now={status === 'done' ? track.length : at}
    />
  );
}

export const isUnderWay = (status: PlainStatus): boolean => track.includes(status) && status !== 'done';

/** Who has it now, as a neighbour says it; empty once it is over. */
export function whoNow({ status, unit }: Tracked): string {
  if (!isUnderWay(status)) return labels.plain[status];
  return unit ? words.by(unit) : words.nobody;
}

/** `今天 18:00前`, while it is under way. */
export const promised = ({ status, dueAt }: Tracked): string =>
  dueAt && isUnderWay(status) ? dueBy(dueAt) : '';

import './StatusChip.css';
import { Icon, type IconName } from '../Icon/Icon.tsx';
import { uiWords } from '../words.ts';

export type Status = keyof typeof uiWords.statuses;

const shapes: Record<Status, IconName> = {
  normal: 'ring',
  progress: 'ring',
  waiting: 'dot',
  soon: 'triangle',
  overdue: 'square',
  done: 'check',
  repeat: 'repeat',
  paused: 'pause',
  returned: 'returned',
  supervised: 'tab',
  given: 'seed',
};

/** A state as colour, shape and word; the time belongs inside (`超时 2 小时`). At most two in a row. */
export function StatusChip({ status, children }: { status: Status; children?: string }) {
  return (
    <span className={`jia-chip jia-chip-${status}`}>
      <Icon name={shapes[status]} />
      {children ?? uiWords.statuses[status]}
    </span>
  );
}

/** A plain fact beside a title, `12345 转`: no state, so no shape and no colour. */
export function Tag({ children }: { children: string }) {
  return <span className="jia-chip jia-chip-tag">{children}</span>;
}

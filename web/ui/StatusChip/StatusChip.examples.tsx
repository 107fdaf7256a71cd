import type { Examples } from '../examples.ts';
import { type Status, StatusChip, Tag } from './StatusChip.tsx';

const statuses: [Status, string][] = [
  ['progress', '处理中'],
  ['waiting', '待您评价'],
  ['soon', '剩 40 分'],
  ['overdue', '超时 2 小时'],
  ['done', '已办结'],
  ['repeat', '第3次'],
  ['paused', '挂账'],
  ['returned', '已退回'],
  ['supervised', '督办'],
  ['given', '+15 分'],
];

export const statusChipExamples: Examples = {
  ...Object.fromEntries(
    statuses.map(([status, word]) => [
      status,
      <StatusChip key={status} status={status}>
        {word}
      </StatusChip>,
    ]),
  ),
  'own word': <StatusChip status="normal" />,
  tag: <Tag>12345 转</Tag>,
};

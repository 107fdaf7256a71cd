import type { StatementLine } from '#contract/points/records.ts';
import { sourceUnits } from '#contract/points/sources.ts';
import { dayStamp, daysBetween, figure, moment } from '#web/lib/formats.ts';
import { ListRow } from '#web/ui/ListRow/ListRow.tsx';
import { labels, pointsWords as words } from './words.ts';

/** What a line is about: the activity, the merchant, or the kind of movement. */
export function subjectOf({ title, counterpart, source, kind }: StatementLine): string {
  return (
    title ??
    counterpart ??
    (['grant', 'none'].includes(kind) && source ? labels.source[source] : (labels.kind[kind] ?? ''))
  );
}

/** Why it is so many points, or none. */
function reasonOf(line: StatementLine): string {
  const { source, quantity, outcome, kind } = line;
  if (source === 'hours_backfill') return words.backfill;
  if (kind === 'none' && outcome) return labels.outcome[outcome];
  if (source === null) return labels.kind[kind] ?? '';
  const minutes = quantity !== null && sourceUnits[source] === 'minutes' ? words.minutes(quantity) : null;
  return [labels.source[source], minutes].filter(Boolean).join(' · ');
}

export const signed = (amount: number): string =>
  amount > 0 ? `+${figure(amount)}` : amount < 0 ? `−${figure(-amount)}` : '0';

export function Amount({ amount }: { amount: number }) {
  return (
    <span className={amount > 0 ? 'jia-points-amount' : 'jia-points-amount jia-points-zero'}>
      {signed(amount)}
    </span>
  );
}

/** One movement on the phone. */
export function LineRow({ line, withBalance = false }: { line: StatementLine; withBalance?: boolean }) {
  const [subject, reason] = [subjectOf(line), reasonOf(line)];
  const parts = [
    moment(line.happenedAt ?? line.at),
    reason === subject ? null : reason,
    line.reversed ? words.reversed : null,
    withBalance && line.balance !== null ? words.balance(figure(line.balance)) : null,
  ];
  return (
    <ListRow
      title={subject}
      note={parts.filter(Boolean).join(' · ')}
      trailing={<Amount amount={line.amount} />}
    />
  );
}

/** Points run out at midnight: the last day on which they are good. */
export const lastDay = (at: string): string => {
  const day = dayStamp(new Date(Date.parse(at) - 1));
  return daysBetween(day, day);
};

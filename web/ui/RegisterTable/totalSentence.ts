import { figure } from '#web/lib/formats.ts';
import type { PagedRows } from '#web/lib/query.ts';
import { uiWords } from '../words.ts';

type Counted = Pick<PagedRows<unknown>, 'rows' | 'total' | 'isLoading' | 'hasMore'>;

/** `共 103 条 · 已显示 50 条`. */
export function totalSentence({ rows, total, isLoading, hasMore }: Counted): string {
  if (isLoading) return '';
  if (total === undefined) return uiWords.table.shown(figure(rows.length));
  const all = total === null ? uiWords.table.totalMany : uiWords.table.total(figure(total));
  return hasMore ? `${all} · ${uiWords.table.shown(figure(rows.length))}` : all;
}

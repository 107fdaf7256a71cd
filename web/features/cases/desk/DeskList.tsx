import type { CaseRow } from '#contract/cases/records.ts';
import { clock } from '#web/lib/formats.ts';
import type { PagedRows } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { Lamp } from '../lamp.tsx';
import { labels, deskWords as shared } from '../words.ts';
import { deskLabels, deskWords as words } from './words.ts';

interface DeskListProps {
  rows: PagedRows<CaseRow>;
  caseId: string | undefined;
  picked: readonly string[];
  isSearch: boolean;
  onOpen: (caseId: string) => void;
  onPick: (ids: string[]) => void;
}

/** What waits, nearest date first; several can be picked for one deed. */
export function DeskList({ rows, caseId, picked, isSearch, onOpen, onPick }: DeskListProps) {
  if (rows.error && rows.rows.length === 0) return <Failed error={rows.error} onRetry={rows.retry} />;
  if (rows.isLoading) return <Loading rows={6} />;
  if (rows.rows.length === 0)
    return <EmptyState icon="check">{isSearch ? words.emptySearch : words.empty}</EmptyState>;
  const toggle = (id: string) =>
    onPick(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]);
  return (
    <nav className="jia-desklist" aria-label={words.list} data-keys="list">
      {rows.rows.map((row) => (
        <div key={row.caseId} className="jia-desklist-row" aria-current={row.caseId === caseId || undefined}>
          <input
            type="checkbox"
            aria-label={words.pick(row.title)}
            checked={picked.includes(row.caseId)}
            onChange={() => toggle(row.caseId)}
          />
          <button type="button" onClick={() => onOpen(row.caseId)}>
            <span className="jia-desklist-title">{row.title}</span>
            <span className="jia-desklist-place">{row.placeText || row.area?.name || shared.noPlace}</span>
            <span className="jia-desklist-foot">
              <Lamp of={row} />
              {row.alarms[0] && <StatusChip status="soon">{deskLabels.alarm[row.alarms[0]]}</StatusChip>}
              <span className="jia-caption">
                {labels.kind[row.kind]} · {clock(row.reportedAt)}
                {row.requesterCount > 1 && ` · ${words.several(row.requesterCount)}`}
              </span>
            </span>
          </button>
        </div>
      ))}
      {rows.hasMore && (
        <div className="jia-desklist-more">
          <Button small onPress={rows.more}>
            {words.more}
          </Button>
        </div>
      )}
    </nav>
  );
}

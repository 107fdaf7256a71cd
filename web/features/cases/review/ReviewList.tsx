import type { ReviewRow } from '#contract/cases/review/records.ts';
import { stamp } from '#web/lib/formats.ts';
import type { PagedRows } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { Lamp } from '../lamp.tsx';
import { levelsOf } from './SignatureLine.tsx';
import { reviewWords as words } from './words.ts';

interface ReviewListProps {
  rows: PagedRows<ReviewRow>;
  openId: string | undefined;
  ticked: readonly string[];
  onTick: (caseId: string) => void;
  onOpen: (caseId: string) => void;
}

/** Results of a level, nearest date first; each with the answer that would be signed. */
export function ReviewList({ rows, openId, ticked, onTick, onOpen }: ReviewListProps) {
  return (
    <div className="jia-review-list">
      {rows.rows.map((row) => (
        <Row
          key={row.caseId}
          row={row}
          isOpen={row.caseId === openId}
          isTicked={ticked.includes(row.caseId)}
          onTick={() => onTick(row.caseId)}
          onOpen={() => onOpen(row.caseId)}
        />
      ))}
      <p className="jia-caption jia-review-help">{words.batchHelp}</p>
      {rows.hasMore && <Button onPress={rows.more}>{words.more}</Button>}
    </div>
  );
}

interface RowProps {
  row: ReviewRow;
  isOpen: boolean;
  isTicked: boolean;
  onTick: () => void;
  onOpen: () => void;
}

function Row({ row, isOpen, isTicked, onTick, onOpen }: RowProps) {
  return (
    <div className={isOpen ? 'jia-review-row jia-review-open' : 'jia-review-row'}>
      <label className="jia-review-tick">
        <input
          type="checkbox"
          aria-label={words.choose(row.title)}
          checked={isTicked}
          disabled={row.mayBatch !== true}
          onChange={onTick}
        />
      </label>
      <button type="button" onClick={onOpen} aria-pressed={isOpen}>
        <span className="jia-review-title">{row.title}</span>
        <span className="jia-caption">
          {row.number} · {levelsOf(row.levels)[(row.reviewLevel ?? 1) - 1]}
        </span>
        <span className="jia-review-excerpt">{row.excerpt}</span>
        <span className="jia-review-foot-line">
          {(row.lamp === 'red' || row.lamp === 'yellow') && <Lamp of={{ ...row, finishedAt: null }} />}
          <span className="jia-caption">
            {[row.dueAt && words.due(stamp(row.dueAt)), changesIn(row)].filter(Boolean).join(' · ')}
          </span>
        </span>
      </button>
    </div>
  );
}

/** What is different about it, in few words. */
export function changesIn({ changes, toldFirstAt }: Pick<ReviewRow, 'changes' | 'toldFirstAt'>): string {
  const said = [
    ...(toldFirstAt ? [words.changes.toldFirst] : []),
    ...(changes.returned ? [words.changes.returned] : []),
    ...(changes.textEdits > 0 ? [words.changes.edits(changes.textEdits)] : []),
    ...(changes.dueMoved ? [words.changes.dueMoved] : []),
  ];
  const files = changes.files > 0 ? [words.changes.files(changes.files)] : [];
  return [...(said.length > 0 ? said : [words.changes.none]), ...files].join(' · ');
}

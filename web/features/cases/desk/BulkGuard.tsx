import './bulk.css';
import { readStanding } from '#contract/cases/duty/endpoints.ts';
import type { CaseRow } from '#contract/cases/records.ts';
import { readArea } from '#contract/territory/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { unitOf } from '../units.ts';
import { bulkGuardWords as words } from './words.ts';

type Standing = {
  communityDuty: 'lead' | 'assist' | 'none';
  dutyItem: { code: string; text: string } | null;
};

export interface BulkGuard {
  standing: ReadonlyMap<string, Standing>;
  /** The chosen unit is a community or a grid. */
  isCommunity: boolean;
  /** Cases that the chosen unit may not lead. */
  held: ReadonlySet<string>;
}

/** Article 17 for each picked case, read before anything is sent. */
export function useBulkGuard(rows: readonly CaseRow[], unit: string | null, isAsked: boolean): BulkGuard {
  const ids = rows.map(({ caseId }) => caseId).join(',');
  const { data } = useRead(readStanding, { query: { ids: ids as never } }, { enabled: isAsked });
  const { kind, unitId } = unitOf(unit ?? 'organisation:');
  const area = useRead(readArea, { params: { areaId: unitId } }, { enabled: isAsked && kind === 'area' });
  const isCommunity = kind === 'area' && area.data !== undefined && area.data.level !== 'street';
  const standing = new Map((data?.items ?? []).map((one) => [one.caseId, one]));
  const held = new Set(
    isCommunity
      ? [...standing].filter(([, { communityDuty }]) => communityDuty !== 'lead').map(([caseId]) => caseId)
      : [],
  );
  return { standing, isCommunity, held };
}

/** Each picked case with how the community stands to it, and what stays behind with this unit. */
export function BulkGuardRows({ rows, guard }: { rows: readonly CaseRow[]; guard: BulkGuard }) {
  return (
    <section className="jia-bulk-guard">
      <h3>{words.title}</h3>
      <p className="jia-caption">{guard.held.size > 0 ? words.held(guard.held.size) : words.help}</p>
      <ul>
        {rows.map(({ caseId, number, title }) => {
          const found = guard.standing.get(caseId);
          return (
            <li key={caseId}>
              <span>
                <strong>{title}</strong>
                <span className="jia-caption">{number}</span>
                {found?.dutyItem && (
                  <span className="jia-caption">{words.item(found.dutyItem.code, found.dutyItem.text)}</span>
                )}
                {guard.held.has(caseId) && <span className="jia-bulk-held">{words.stays}</span>}
              </span>
              {found && <Tag>{words.duty[found.communityDuty]}</Tag>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

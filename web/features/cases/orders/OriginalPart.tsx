import './orders.css';
import { type CaseOriginal, readOriginal } from '#contract/cases/orders/endpoints.ts';
import { orderColumns } from '#contract/cases/orders/words.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { originalWords as words } from './words.ts';

const labelOf = ({ column, header }: Pick<CaseOriginal['cells'][number], 'column' | 'header'>) =>
  column ? orderColumns[column].label : header;

/** What the case was made from: the words of a chat, or an order with every cell and what was changed since. */
export function OriginalPart({ record }: { record: CaseRecord }) {
  return (
    <>
      {record.original !== null && (
        <Section title={words.chatTitle}>
          <Sheet>
            <p className="jia-order-cell">{record.original}</p>
          </Sheet>
        </Section>
      )}
      {(record.externalNumber || record.channel === 'open311') && <Order record={record} />}
    </>
  );
}

function Order({ record }: { record: CaseRecord }) {
  const { data } = useRead(readOriginal, { params: { caseId: record.caseId } });
  const original = data?.original;
  if (!original) return null;
  const { cells, changes, changedAt, receivedAt } = original;
  return (
    <Section title={words.title}>
      <Sheet>
        <p className="jia-caption">
          {[
            words.received(moment(receivedAt)),
            ...(changedAt ? [words.changed(moment(changedAt))] : []),
          ].join(' · ')}
        </p>
        <Facts
          facts={cells.map((cell) => ({
            label: labelOf(cell),
            value: <span className="jia-order-cell">{cell.value}</span>,
          }))}
        />
        {changes.length > 0 && (
          <>
            <h4 className="jia-order-changes">{words.changes}</h4>
            <ul className="jia-order-list">
              {changes.map((change) => (
                <li key={`${change.at}${change.column}${change.header}${change.after}`}>
                  <span className="jia-caption">{moment(change.at)}</span> {labelOf(change)}
                  {change.before === null
                    ? words.added(change.after)
                    : words.changedFrom(change.before, change.after)}
                </li>
              ))}
            </ul>
          </>
        )}
      </Sheet>
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { toString as drawCode } from 'qrcode';
import type { ReactNode } from 'react';
import type { CaseRecord } from '#contract/cases/records.ts';
import { clock, dayStamp } from '#web/lib/formats.ts';
import { labels } from '../words.ts';
import { sheetWords as words } from './words.ts';

/** Paper is read on another day: the whole date. */
const moment = (at: string): string => `${dayStamp(at)} ${clock(at)}`;

export interface CaseSheetProps {
  record: CaseRecord;
  street: string;
  printedBy: string;
  printedAt: string;
  /** Place among the sheets printed together. */
  index: number;
}

/** One A4 sheet (W13): numbers, people masked, what was said and done, four boxes to sign. */
export function CaseSheet({ record, street, printedBy, printedAt, index }: CaseSheetProps) {
  return (
    <article className="jia-paper" data-sheet={index} aria-label={record.number}>
      <header className="jia-paper-head">
        <h2>{words.title(street)}</h2>
        <Code caseId={record.caseId} number={record.number} />
      </header>
      <Facts record={record} />
      <Signatures record={record} />
      <footer className="jia-paper-foot">
        <span>{words.printedBy(printedBy)}</span>
        <span>{moment(printedAt)}</span>
        <span>{words.scan}</span>
      </footer>
    </article>
  );
}

/** The way back from paper: it opens the page of the case for whoever may read it. */
function Code({ caseId, number }: { caseId: string; number: string }) {
  const { data } = useQuery({
    queryKey: ['sheet-code', caseId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => drawCode(`${window.location.origin}/a/cases/${caseId}`, { type: 'svg', margin: 0 }),
  });
  return (
    <figure className="jia-paper-code">
      {data && <img alt={words.scan} src={`data:image/svg+xml;utf8,${encodeURIComponent(data)}`} />}
      <figcaption>{number}</figcaption>
    </figure>
  );
}

function requesterOf({ requesters }: CaseRecord): { name: string; phone: string } {
  const [first] = requesters;
  if (!first) return { name: '', phone: '' };
  const name = first.name || words.hidden;
  return {
    name: requesters.length > 1 ? words.several(name, requesters.length) : name,
    phone: first.phone ?? '',
  };
}

function Facts({ record }: { record: CaseRecord }) {
  const requester = requesterOf(record);
  return (
    <table className="jia-paper-facts">
      <tbody>
        <tr>
          <Cell head={words.number}>{record.number}</Cell>
          <Cell head={words.source}>
            {[labels.kind[record.kind], record.externalNumber].filter(Boolean).join(' ')}
          </Cell>
          <Cell head={words.received}>{moment(record.reportedAt)}</Cell>
        </tr>
        <tr>
          <Cell head={words.requester}>{requester.name}</Cell>
          <Cell head={words.phone}>{requester.phone}</Cell>
          <Cell head={words.due}>{record.dueAt ? moment(record.dueAt) : ''}</Cell>
        </tr>
        <tr>
          <Cell head={words.address} span={3}>
            {record.placeText || record.area?.name}
          </Cell>
          <Cell head={words.area}>{record.area?.name}</Cell>
        </tr>
        <tr>
          <Cell head={words.matter}>{record.matter?.name}</Cell>
          <Cell head={words.requestType}>{labels.requestType[record.requestType]}</Cell>
          <Cell head={words.unit}>{record.lead?.name}</Cell>
        </tr>
        <Row head={words.text} tall>
          {record.text}
        </Row>
        <Row head={words.contacts} tall>
          {record.contacts
            .map(({ at, by, way, outcome, note }) =>
              [moment(at), labels.way[way], by, labels.outcome[outcome], note].filter(Boolean).join('　'),
            )
            .join('\n')}
        </Row>
        <Row head={words.result} tall>
          {record.result}
        </Row>
        <tr>
          <Cell head={words.files} span={3}>
            {record.fileIds.length > 0 ? words.photos(record.fileIds.length) : words.noFiles}
          </Cell>
          <Cell head={words.callback}>
            {[
              record.solved && labels.solved[record.solved],
              record.satisfaction && labels.satisfaction[record.satisfaction],
            ]
              .filter(Boolean)
              .join('　')}
          </Cell>
        </tr>
      </tbody>
    </table>
  );
}

function Cell({ head, span = 1, children }: { head: string; span?: number; children: ReactNode }) {
  return (
    <>
      <th scope="row">{head}</th>
      <td colSpan={span}>{children}</td>
    </>
  );
}

function Row({ head, tall, children }: { head: string; tall: boolean; children: ReactNode }) {
  return (
    <tr className={tall ? 'jia-paper-tall' : undefined}>
      <Cell head={head} span={5}>
        {children}
      </Cell>
    </tr>
  );
}

/** Four boxes; what was signed in the system is printed in its box, the rest is for the pen and the seal. */
function Signatures({ record }: { record: CaseRecord }) {
  const depth = record.reviewLevels;
  const first = depth === 4 ? 1 : 2;
  const signed = new Map(
    record.signatures
      .filter(({ round }) => round === record.round)
      .map((one) => [one.level + first - 1, one]),
  );
  return (
    <div className="jia-paper-signs">
      {words.levels.map((level, index) => {
        const signature = signed.get(index + 1);
        return (
          <section key={level}>
            <h3>{level}</h3>
            <p>
              {words.opinion}
              {signature?.instruction}
            </p>
            <p className="jia-paper-sign">
              <span>
                {words.sign}
                {signature?.signer}
                {signature?.onBehalfOf && words.onBehalf(signature.onBehalfOf)}
              </span>
              <span>{signature ? moment(signature.at) : words.emptyDate}</span>
            </p>
            {signature && <p className="jia-paper-digest">{words.digest(signature.digest)}</p>}
            {index === 1 && <p className="jia-paper-seal">{words.seal}</p>}
          </section>
        );
      })}
    </div>
  );
}

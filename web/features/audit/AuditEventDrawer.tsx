import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { getAuditEvent } from '#contract/audit/endpoints.ts';
import type { AuditEvent, AuditEventDetail } from '#contract/audit/records.ts';
import { eventSentence } from '#contract/audit/sentences.ts';
import { moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Facts } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { actorOf, roleOf } from './trail.tsx';
import { auditWords as words } from './words.ts';

/** One line of the trail with its link in the chain. */
export function AuditEventDrawer({ event, onClose }: { event: AuditEvent; onClose: () => void }) {
  const { data, error, refetch } = useRead(getAuditEvent, { params: { eventId: event.eventId } });
  return (
    <Drawer open title={eventSentence(event.name)} size={560} onClose={onClose}>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && (
        <div className="jia-stack">
          {data.payloadIntact ? (
            <StatusChip status="done">{words.intact}</StatusChip>
          ) : (
            <Banner kind="error">{words.altered}</Banner>
          )}
          <Facts facts={factsOf(data)} />
        </div>
      )}
    </Drawer>
  );
}

const code = (text: string): ReactNode => <code className="jia-trail-code">{text}</code>;

function factsOf(event: AuditEventDetail): { label: string; value: ReactNode }[] {
  const { fields } = words;
  const { seal, subject, areaPath, from, to } = event;
  const facts: [string, ReactNode][] = [
    [fields.at, moment(event.at)],
    [fields.who, [actorOf(event), roleOf(event)].filter(Boolean).join(' · ')],
    [fields.name, code(event.name)],
    [fields.module, subject.module],
    [fields.subject, code(subject.id)],
    [fields.change, from || to ? words.change(from ?? '', to ?? '') : null],
    [fields.place, areaPath && code(areaPath)],
    [
      fields.data,
      <pre key="data" className="jia-trail-data">
        {JSON.stringify(event.data, null, 2)}
      </pre>,
    ],
    [fields.payload, code(event.payloadHash)],
    [fields.seq, seal ? String(seal.seq) : words.unsealed],
    [fields.previous, seal && code(seal.previousHash)],
    [fields.hash, seal && code(seal.hash)],
    [fields.sealedAt, seal && moment(seal.sealedAt)],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

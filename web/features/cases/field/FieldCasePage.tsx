import '../cases.css';
import './field.css';
import { useState } from 'react';
import { getCase, readShift } from '#contract/cases/endpoints.ts';
import type { CaseRecord, CaseRow } from '#contract/cases/records.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useMayAnywhere, useMe } from '#web/lib/me.ts';
import { useOutbox } from '#web/lib/outbox.ts';
import { useParam } from '#web/lib/router.ts';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { CaseFiles } from '../CaseFiles.tsx';
import { CaseTimeline } from '../caseParts.tsx';
import { Lamp } from '../lamp.tsx';
import { caseWords, labels } from '../words.ts';
import { Caller, ContactForm } from './Caller.tsx';
import { projected } from './projected.ts';
import { QueuedDeeds } from './QueuedDeeds.tsx';
import { ResultForm } from './ResultForm.tsx';
import { Steps } from './Steps.tsx';
import { TellFirst } from './TellFirst.tsx';
import { fieldWords as words } from './words.ts';

/** One case in the hand: call, arrive, note, hand in. What is done without a network goes out later, in order. */
export function FieldCasePage() {
  const caseId = useParam('caseId');
  const { data: me } = useMe();
  const { data, error, retry } = useKeptRead(getCase, { params: { caseId } });
  return (
    <>
      <PageHeader title={data?.title ?? words.title} onBack action={data && <Lamp of={data} />} />
      {error && !data && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={6} />}
      {data && me && <Handling read={data} accountId={me.accountId} name={me.name} />}
    </>
  );
}

interface HandlingProps {
  /** As the server last told it. */
  read: CaseRecord;
  accountId: string;
  name: string;
}

/** The case as it will be once what waits on this phone has arrived. */
function Handling({ read, accountId, name }: HandlingProps) {
  const [contact, setContact] = useState<CaseRecord['contacts'][number]['way'] | null>(null);
  const { waiting } = useOutbox(deviceOutbox(accountId));
  const record = projected(
    read,
    waiting.filter(({ subject }) => subject === read.caseId),
    name,
  );
  return (
    <>
      <Sheet>
        <div className="jia-stack">
          <div className="jia-case-source">
            <span className="jia-caption">
              {[labels.kind[record.kind], record.externalNumber ?? record.number].join(' · ')}
            </span>
            <Nearby caseId={record.caseId} />
          </div>
          <p className="jia-original">{record.text || caseWords.noText}</p>
          {record.placeText && <p className="jia-caption">{record.placeText}</p>}
          <CaseFiles files={record.files.filter(({ phase }) => phase === null)} word={caseWords.photos} />
          <Caller record={record} onContact={setContact} />
        </div>
      </Sheet>
      <QueuedDeeds accountId={accountId} record={read} />
      <Steps record={record} onContact={() => setContact('phone')} />
      <ResultForm record={record} />
      <TellFirst record={record} />
      <CaseTimeline record={read} short />
      {contact && <ContactForm record={record} way={contact} onClose={() => setContact(null)} />}
    </>
  );
}

/** What else was reported at this address; taken along with the shift. */
function Nearby({ caseId }: { caseId: string }) {
  const [isOpen, setOpen] = useState(false);
  const may = useMayAnywhere();
  const { data } = useKeptRead(readShift, {}, { enabled: may('case.find') });
  const nearby = data?.cases.find(({ record }) => record.caseId === caseId)?.nearby ?? [];
  if (nearby.length === 0) return null;
  return (
    <>
      <button type="button" className="jia-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.nearby(nearby.length)}
      </button>
      {isOpen && <NearbyList rows={nearby} />}
    </>
  );
}

function NearbyList({ rows }: { rows: readonly CaseRow[] }) {
  return (
    <div className="jia-nearby">
      <Section title={words.nearbyTitle}>
        <ul>
          {rows.map((row) => (
            <li key={row.caseId}>
              {row.title}
              <span className="jia-caption">
                {[row.matter?.name, labels.status[row.status]].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

import './system.css';
import type { ReactNode } from 'react';
import { readSystemStatus } from '#contract/system/endpoints.ts';
import type { SystemStatus } from '#contract/system/records.ts';
import { figure, moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { CalendarBanner } from './CalendarBanner.tsx';
import { systemWords as words } from './words.ts';

type Lines = readonly (readonly [label: string, value: ReactNode])[];

/** The state of the machine: what runs, what waits, how far it is sealed. */
export function SystemPage() {
  const { data, error, refetch } = useRead(readSystemStatus);
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return (
    <DeskPage title={words.title}>
      <CalendarBanner />
      <div className="jia-status">
        <Part title={words.sections.machine} lines={machineLines(data)} />
        <Part title={words.sections.database} lines={databaseLines(data)} />
        <Part title={words.sections.trail} lines={trailLines(data)} />
        <Part title={words.sections.queue} lines={queueLines(data)} />
      </div>
    </DeskPage>
  );
}

function Part({ title, lines }: { title: string; lines: Lines }) {
  return (
    <Section title={title}>
      <Sheet>
        <Facts facts={lines.map(([label, value]) => ({ label, value }))} />
      </Sheet>
    </Section>
  );
}

const { fields } = words;

const machineLines = (status: SystemStatus): Lines => [
  [fields.version, status.version],
  [fields.node, status.node],
  [fields.startedAt, moment(status.startedAt)],
  [fields.memory, words.megabytes(status.memoryMegabytes)],
  [fields.crypto, words.suites[status.cryptoSuite]],
];

const databaseLines = ({ database }: SystemStatus): Lines => [
  [fields.databaseVersion, database.version],
  [fields.size, words.megabytes(database.megabytes)],
  [fields.connections, String(database.connections)],
  [fields.commit, database.synchronousCommit ? words.commitOn : soon(words.commitOff)],
];

const sealingLagSecondsMax = 60;

const trailLines = ({ trail }: SystemStatus): Lines => [
  [fields.sealed, words.events(figure(trail.sealedSeq))],
  [fields.unsealed, words.events(figure(trail.unsealedCount))],
  [
    fields.lag,
    trail.sealingLagSeconds > sealingLagSecondsMax
      ? soon(words.lagging)
      : words.seconds(trail.sealingLagSeconds),
  ],
  [fields.head, trail.headPublishedFor ?? words.headNone],
];

function queueLines({ queue }: SystemStatus): Lines {
  if (!queue) return [[fields.waiting, words.noQueue]];
  return [
    [fields.waiting, words.jobs(figure(queue.waiting))],
    [fields.running, words.jobs(figure(queue.running))],
    [fields.failed, queue.failed > 0 ? late(words.jobs(figure(queue.failed))) : words.jobs('0')],
    [fields.oldest, words.seconds(queue.oldestWaitingSeconds)],
  ];
}

const soon = (text: string): ReactNode => <StatusChip status="soon">{text}</StatusChip>;
const late = (text: string): ReactNode => <StatusChip status="overdue">{text}</StatusChip>;

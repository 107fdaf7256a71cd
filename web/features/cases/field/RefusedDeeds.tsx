import './field.css';
import { getCase } from '#contract/cases/endpoints.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useMe } from '#web/lib/me.ts';
import { type Outbox, useOutbox } from '#web/lib/outbox.ts';
import type { Waiting } from '#web/lib/store.ts';
import { RefusedDeed } from './QueuedDeeds.tsx';

/** Everything that did not go out, each with its story, whatever it was about. */
export function RefusedDeeds() {
  const { data: me } = useMe();
  return me ? <List outbox={deviceOutbox(me.accountId)} /> : null;
}

function List({ outbox }: { outbox: Outbox }) {
  return useOutbox(outbox).refused.map((command) =>
    command.deed && command.deed !== 'find' ? (
      <OfCase key={command.sequence} command={command} outbox={outbox} />
    ) : (
      <RefusedDeed key={command.sequence} command={command} outbox={outbox} record={null} />
    ),
  );
}

function OfCase({ command, outbox }: { command: Waiting; outbox: Outbox }) {
  const { data } = useKeptRead(getCase, { params: { caseId: command.subject } });
  return <RefusedDeed command={command} outbox={outbox} record={data ?? null} />;
}

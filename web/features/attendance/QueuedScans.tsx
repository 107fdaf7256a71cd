import { useEffect } from 'react';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { clock } from '#web/lib/formats.ts';
import { useMe } from '#web/lib/me.ts';
import { type Outbox, useOutbox } from '#web/lib/outbox.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { checkInWords as words } from './words.ts';

/** What waits for the network, and what was refused once it came, with the reason. */
export function QueuedScans() {
  const { data: me } = useMe();
  return me ? <Queue outbox={deviceOutbox(me.accountId)} /> : null;
}

function Queue({ outbox }: { outbox: Outbox }) {
  const { waiting, refused } = useOutbox(outbox);
  const isScan = ({ subject }: { subject: string }) => subject.startsWith('attendance:');
  const [kept, not] = [waiting.filter(isScan), refused.filter(isScan)];
  // What has arrived changes who is here.
  useEffect(() => {
    if (kept.length === 0) void refresh(queryClient, ['attendance']);
  }, [kept.length]);
  if (kept.length + not.length === 0) return null;
  return (
    <>
      {kept.length > 0 && <Banner kind="queue">{`${words.keptTitle}。${words.kept}`}</Banner>}
      <RowSheet>
        {not.map((command) => (
          <ListRow
            key={command.sequence}
            title={command.label}
            note={command.problem?.detail}
            leading={<StatusChip status="returned">{words.refused}</StatusChip>}
            trailing={
              <Button small onPress={() => void outbox.drop(command.sequence)}>
                {words.drop}
              </Button>
            }
          />
        ))}
        {kept.map((command) => (
          <ListRow
            key={command.sequence}
            title={command.label}
            note={clock(new Date(command.givenAt))}
            leading={<StatusChip status="paused">{words.waiting}</StatusChip>}
          />
        ))}
      </RowSheet>
    </>
  );
}

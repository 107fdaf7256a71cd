import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { clock } from '#web/lib/formats.ts';
import { useMe } from '#web/lib/me.ts';
import { type Outbox, useOutbox } from '#web/lib/outbox.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { accountWords as words } from './words.ts';

/** What was done without a network: still waiting, or refused with the reason until the person decides. */
export function WaitingCommands() {
  const { data: me } = useMe();
  return me ? <Queue outbox={deviceOutbox(me.accountId)} /> : null;
}

function Queue({ outbox }: { outbox: Outbox }) {
  const { waiting, refused: all } = useOutbox(outbox);
  // A deed on a case tells its own story, above.
  const refused = all.filter(({ deed }) => deed === undefined);
  if (waiting.length + refused.length === 0) return null;
  return (
    <Section
      title={words.waiting}
      aside={
        <Button small kind="quiet" onPress={() => void outbox.flush()}>
          {words.sendNow}
        </Button>
      }
    >
      <RowSheet>
        {refused.map((command) => (
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
        {waiting.map((command) => (
          <ListRow
            key={command.sequence}
            title={command.label}
            note={clock(new Date(command.givenAt))}
            leading={<StatusChip status="paused">{words.waiting}</StatusChip>}
          />
        ))}
      </RowSheet>
    </Section>
  );
}

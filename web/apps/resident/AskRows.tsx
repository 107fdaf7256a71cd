import { Icon } from '#web/ui/Icon/Icon.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { useCaseWays } from './caseWays.ts';
import { residentWords as words } from './words.ts';

interface AskRowsProps {
  /** Who keeps the own estate; null where nobody does. */
  property: string | null;
  isEnterprise: boolean;
}

/** Whom else one can ask: the property company of the own estate, the office for enterprises, and what was solved. */
export function AskRows({ property, isEnterprise }: AskRowsProps) {
  const ways = useCaseWays();
  return (
    <RowSheet>
      {property && (
        <ListRow
          leading={<Icon name="building" />}
          title={words.askProperty}
          note={words.askPropertyNote(property)}
          onPress={ways.property}
        />
      )}
      {isEnterprise && (
        <ListRow
          leading={<Icon name="people" />}
          title={words.askEnterprise}
          note={words.askEnterpriseNote}
          onPress={ways.enterprise}
        />
      )}
      <ListRow leading={<Icon name="chat" />} title={words.ask} note={words.askNote} onPress={ways.ask} />
      <ListRow leading={<Icon name="check" />} title={words.solved} note={words.solvedNote} href="/p" />
    </RowSheet>
  );
}

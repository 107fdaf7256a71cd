import { ListRow } from '#web/ui/ListRow/ListRow.tsx';
import { offerWords as words } from './words.ts';

/** One line among what is mine: what points are good for. */
export function OffersEntry({ onPress }: { onPress: () => void }) {
  return <ListRow title={words.title} note={words.entryNote} onPress={onPress} />;
}

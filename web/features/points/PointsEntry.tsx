import { ListRow } from '#web/ui/ListRow/ListRow.tsx';
import { pointsWords as words } from './words.ts';

/** The way in from the page of one's own things. */
export function PointsEntry({ onPress }: { onPress: () => void }) {
  return <ListRow title={words.title} note={words.entryNote} onPress={onPress} />;
}

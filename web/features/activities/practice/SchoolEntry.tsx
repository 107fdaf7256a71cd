import { useMayAnywhere } from '#web/lib/me.ts';
import { ListRow } from '#web/ui/ListRow/ListRow.tsx';
import { schoolWords as words } from './words.ts';

/** One line among what is mine, for those who speak for a school. */
export function SchoolEntry({ onPress }: { onPress: () => void }) {
  if (!useMayAnywhere()('school.liaise')) return null;
  return <ListRow title={words.entry} note={words.entryNote} onPress={onPress} />;
}

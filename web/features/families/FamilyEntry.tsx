import { readMyFamily } from '#contract/families/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { ListRow } from '#web/ui/ListRow/ListRow.tsx';
import { familyWords as words } from './words.ts';

/** One line among what is mine: the family by its nickname, or what it would be good for. */
export function FamilyEntry({ onPress }: { onPress: () => void }) {
  const { data } = useRead(readMyFamily);
  return <ListRow title={words.title} note={data?.family?.nickname ?? words.entryNote} onPress={onPress} />;
}

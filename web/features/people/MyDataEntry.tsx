import { useNavigate } from '#web/lib/router.ts';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { myDataWords as words } from './words.ts';

/** The way to my data from the page of the person. */
export function MyDataEntry() {
  const navigate = useNavigate();
  return (
    <RowSheet>
      <ListRow
        title={words.entry}
        note={words.entryNote}
        onPress={() => void navigate({ to: '/mine/data' as never })}
      />
    </RowSheet>
  );
}

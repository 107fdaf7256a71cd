import { listNeeds } from '#contract/mutualhelp/teams.ts';
import { useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { helpPaths as paths } from './pages.ts';
import { teamWords as words } from './words.ts';

/** The way to the teams, with how much waits for one. */
export function TeamsEntry() {
  const navigate = useNavigate();
  const { data } = useRead(listNeeds, { query: { limit: 50 } });
  const open = data?.items.filter(({ status }) => status === 'open').length ?? 0;
  return (
    <RowSheet>
      <ListRow
        leading={<Icon name="people" />}
        title={words.title}
        note={words.entryNote(open)}
        onPress={() => void navigate({ to: paths.teams as never })}
      />
    </RowSheet>
  );
}

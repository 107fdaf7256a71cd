import './calls.css';
import { listMyCalls } from '#contract/calls/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { callPaths as paths } from './pages.ts';
import { CallChip, whenOf } from './parts.tsx';
import { callWords as words } from './words.ts';

const shownMax = 5;

/** Calls to action on the page of the community. */
export function CallsPanel() {
  const navigate = useNavigate();
  const { data } = useRead(listMyCalls);
  const open = (callId: string) => void navigate({ to: paths.one as never, params: { callId } as never });
  return (
    <Section title={words.title}>
      {data?.items.length === 0 && <p className="jia-caption">{words.empty}</p>}
      <RowSheet>
        {data?.items.slice(0, shownMax).map((call) => (
          <ListRow
            key={call.callId}
            title={call.title}
            note={`${whenOf(call)} · ${call.area.name}`}
            trailing={<CallChip status={call.status} />}
            onPress={() => open(call.callId)}
          />
        ))}
        <ListRow
          title={words.skills}
          note={words.skillsNote}
          onPress={() => void navigate({ to: paths.skills as never })}
        />
      </RowSheet>
    </Section>
  );
}

import { listAreaHistory } from '#contract/territory/endpoints.ts';
import { territoryEvents } from '#contract/territory/words.ts';
import { stamp } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Loading } from '#web/ui/Loading/Loading.tsx';
import { Timeline } from '#web/ui/Timeline/Timeline.tsx';
import { areaWords as words } from './words.ts';

export function AreaHistory({ areaId }: { areaId: string }) {
  const { data } = useRead(listAreaHistory, { params: { areaId } });
  if (!data) return <Loading rows={4} />;
  if (data.entries.length === 0) return <EmptyState>{words.noHistory}</EmptyState>;
  return (
    <Timeline
      entries={data.entries.map((entry) => ({
        id: entry.eventId,
        time: stamp(entry.at),
        who: entry.who,
        what: [
          territoryEvents[entry.event as keyof typeof territoryEvents] ?? entry.event,
          entry.fields.join('、'),
          entry.reason ? words.reason(entry.reason) : '',
        ]
          .filter(Boolean)
          .join('，'),
      }))}
    />
  );
}

import { listVenues } from '#contract/attendance/endpoints.ts';
import { clock } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useNavigate } from '#web/lib/router.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { attendancePaths as paths } from '../paths.ts';
import { venueWords as words } from './words.ts';

/** Sessions of today at which one may do duty. */
export function VenuesPage() {
  const { data, error, retry } = useKeptRead(listVenues);
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={4} />}
      {data?.items.length === 0 && <EmptyState icon="calendar">{words.none}</EmptyState>}
      {data && data.items.length > 0 && (
        <RowSheet>
          {data.items.map((venue) => (
            <ListRow
              key={venue.sessionId}
              title={`${clock(venue.startsAt)} ${venue.title}`}
              note={`${venue.place} · ${words.counts(venue.expected, venue.present, venue.left)}`}
              onPress={() =>
                void navigate({ to: paths.venue as never, params: { sessionId: venue.sessionId } as never })
              }
            />
          ))}
        </RowSheet>
      )}
    </>
  );
}

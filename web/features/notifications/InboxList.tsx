import { listNotifications, markRead } from '#contract/notifications/endpoints.ts';
import type { NotificationRecord } from '#contract/notifications/records.ts';
import { notificationKindLabels } from '#contract/notifications/words.ts';
import { clock, dayName } from '#web/lib/formats.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { useNavigate, useRouter } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { inboxWords as words } from './words.ts';

/** Notices day by day; each opens what it is about and is read by that. */
export function InboxList({ unread }: { unread: boolean }) {
  const rows = usePages(listNotifications, { query: unread ? { unread: 'true' as const } : {} });
  if (rows.error && rows.rows.length === 0) return <Failed error={rows.error} onRetry={rows.retry} />;
  if (rows.isLoading) return <Loading rows={6} />;
  if (rows.rows.length === 0)
    return <EmptyState icon="bell">{unread ? words.emptyUnread : words.empty}</EmptyState>;
  return (
    <>
      {byDay(rows.rows).map(([day, notices]) => (
        <div key={day} className="jia-inbox-day">
          <Section title={day}>
            <RowSheet>
              {notices.map((notice) => (
                <NoticeRow key={notice.notificationId} of={notice} />
              ))}
            </RowSheet>
          </Section>
        </div>
      ))}
      {rows.hasMore && (
        <div className="jia-inbox-foot">
          <Button onPress={rows.more}>{words.more}</Button>
        </div>
      )}
    </>
  );
}

function NoticeRow({ of }: { of: NotificationRecord }) {
  const navigate = useNavigate();
  const router = useRouter();
  const read = useCommand(markRead);
  const open = () => {
    if (!of.readAt) read.mutate({ params: { notificationId: of.notificationId } });
    if (of.subject.module === 'cases')
      void navigate({ to: '/cases/$caseId' as never, params: { caseId: of.subject.id } as never });
    const place = placesOf(of).find((path) => path in router.routesByPath);
    if (place)
      void navigate({
        to: place as never,
        params: (idName(place) ? { [idName(place)]: of.subject.id } : {}) as never,
      });
    if (of.notice === 'orders_opened') void navigate({ to: '/dispatch' as never });
  };
  return (
    <ListRow
      leading={
        of.readAt ? (
          <span className="jia-inbox-read" />
        ) : (
          <span className="jia-inbox-unread" role="img" aria-label={words.unreadMark} />
        )
      }
      title={of.title}
      note={`${clock(of.at)} · ${of.line}`}
      trailing={<KindChip of={of} />}
      onPress={open}
    />
  );
}

/** Where a notice leads; a shell that has no such page stays where it is. */
const placesOf = ({ subject, notice }: NotificationRecord): readonly string[] => {
  if (notice === 'help_told' || notice === 'help_reported') return ['/help'];
  return places[subject.module] ?? [];
};

const places: Partial<Record<string, readonly string[]>> = {
  mutualhelp: ['/help/$askId'],
  calls: ['/calls/$callId'],
  activities: ['/activities/$activityId'],
  points: ['/points/notice'],
  attendance: ['/hours-notice'],
};

const idName = (path: string): string => path.split('$')[1] ?? '';

/** Late is red and nothing else is: an alarm or a passed date. */
function KindChip({ of: { kind, notice } }: { of: NotificationRecord }) {
  const word = notificationKindLabels[kind];
  if (kind === 'alarm' || notice === 'deadline_passed')
    return <StatusChip status="overdue">{word}</StatusChip>;
  if (notice === 'deadline_near') return <StatusChip status="soon">{word}</StatusChip>;
  return <Tag>{word}</Tag>;
}

function byDay(notices: readonly NotificationRecord[]): [string, NotificationRecord[]][] {
  const days = new Map<string, NotificationRecord[]>();
  for (const notice of notices) {
    const day = dayName(notice.at);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...days];
}

import './notifications.css';
import { countUnread } from '#contract/notifications/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { Link } from '#web/lib/router.ts';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { inboxWords as words } from './words.ts';

/** The way to the inbox with what is unread; a hint of the server keeps it fresh. */
export function Bell() {
  const { data } = useRead(countUnread);
  const count = data?.count ?? 0;
  return (
    <Link to="/inbox" className="jia-bell" aria-label={words.bell(count)}>
      <Icon name="bell" />
      {count > 0 && (
        <span className="jia-bell-count" aria-hidden="true">
          {words.unread(count)}
        </span>
      )}
    </Link>
  );
}

import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Bell } from '#web/features/notifications/Bell.tsx';
import { useMode } from '#web/lib/elder.ts';
import { startLive } from '#web/lib/live.ts';
import { useMe } from '#web/lib/me.ts';
import { queryClient } from '#web/lib/query.ts';
import { Link, useLocation } from '#web/lib/router.ts';
import { PhoneFrame } from '#web/ui/PhoneFrame/PhoneFrame.tsx';
import type { TabEntry } from '#web/ui/TabBar/TabBar.tsx';

/** Layout of both phone shells: pages in the middle, tabs below on the pages that the tabs name. */
export function PhoneShell({ tabs, waiting = 0 }: { tabs: readonly TabEntry[]; waiting?: number }) {
  const { pathname } = useLocation();
  const mode = useMode();
  const { data: me } = useMe();
  const accountId = me?.accountId;
  useEffect(() => (accountId ? startLive(queryClient) : undefined), [accountId]);
  const current = tabs.find((tab) => tab.path === pathname);
  return (
    <PhoneFrame
      tabs={tabs}
      current={current?.path ?? ''}
      hasTabs={current !== undefined && !current.isCentre && !(mode === 'elder' && pathname === '/')}
      waiting={waiting}
      tools={me && <Bell />}
      link={(entry, content, className, isCurrent) => (
        <Link
          key={entry.path}
          to={entry.path}
          className={className}
          aria-current={isCurrent ? 'page' : undefined}
          preload="intent"
        >
          {content}
        </Link>
      )}
    >
      <Outlet />
    </PhoneFrame>
  );
}

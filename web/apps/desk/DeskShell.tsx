import './desk.css';
import { Navigate, Outlet } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale/index.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { useEffect } from 'react';
import { postLine } from '#web/features/identity/MyPosts.tsx';
import { Bell } from '#web/features/notifications/Bell.tsx';
import { startLive } from '#web/lib/live.ts';
import { useMayAnywhere, useMe } from '#web/lib/me.ts';
import { useOnline } from '#web/lib/online.ts';
import { queryClient } from '#web/lib/query.ts';
import { Link, useLocation, useNavigate } from '#web/lib/router.ts';
import { antdTheme } from '#web/ui/antdTheme.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { DeskFrame } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { uiWords } from '#web/ui/words.ts';
import { deskMenu } from './menu.ts';
import { deskPaths } from './paths.ts';
import { deskPages } from './routes.tsx';

// The kit's files are modules, but its package does not say so: the types then see one default too many.
const locale = zhCN as unknown as Locale;

export function DeskShell() {
  const { data: me } = useMe();
  const mayAnywhere = useMayAnywhere();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const isOnline = useOnline();
  const accountId = me?.accountId;
  useEffect(() => (accountId ? startLive(queryClient) : undefined), [accountId]);
  if (!me) return null;

  const menu = deskMenu(deskPages, mayAnywhere);
  if (pathname === '/') return <Navigate to={menu[0]?.path ?? deskPaths.account} replace />;
  return (
    <ConfigProvider theme={antdTheme} locale={locale}>
      <DeskFrame
        menu={menu}
        current={pathname}
        user={{
          name: me.name,
          post: postLine(me),
          onPress: () => void navigate({ to: deskPaths.account }),
        }}
        tools={<Bell />}
        banner={!isOnline && <Banner kind="offline">{uiWords.offlineNow}</Banner>}
        link={(to, content, className, isCurrent) => (
          <Link
            key={to.path}
            to={to.path}
            className={className}
            aria-current={isCurrent ? 'page' : undefined}
          >
            {content}
          </Link>
        )}
      >
        <Outlet />
      </DeskFrame>
    </ConfigProvider>
  );
}

import { Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { dropOldReadings } from '#web/lib/keep.ts';
import { useMayAnywhere, useMe } from '#web/lib/me.ts';
import { keepSending, type Outbox, useOutbox } from '#web/lib/outbox.ts';
import { useLocation } from '#web/lib/router.ts';
import { PhoneShell } from '../PhoneShell.tsx';
import { fieldPaths } from './paths.ts';
import { fieldTabs } from './routes.tsx';

/** The field shell sends what waits, and forgets readings that are too old to keep. */
export function FieldShell() {
  const { data: me } = useMe();
  const { pathname } = useLocation();
  const tabs = useTabs();
  if (!me) return null;
  if (pathname === '/') return <Navigate to={tabs[0]?.path ?? fieldPaths.mine} replace />;
  return <ShellWithOutbox outbox={deviceOutbox(me.accountId)} />;
}

/** Cases are for those who handle them; wardens begin with their entrances. */
function useTabs() {
  const may = useMayAnywhere();
  return fieldTabs.filter(({ path }) => path !== fieldPaths.today || may('case.handle'));
}

function ShellWithOutbox({ outbox }: { outbox: Outbox }) {
  const { waiting } = useOutbox(outbox);
  const tabs = useTabs();
  useEffect(() => keepSending(outbox), [outbox]);
  useEffect(() => void dropOldReadings(), []);
  return <PhoneShell tabs={tabs} waiting={waiting.length} />;
}

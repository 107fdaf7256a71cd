import { Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { dropOldReadings } from '#web/lib/keep.ts';
import { useMe } from '#web/lib/me.ts';
import { keepSending, type Outbox, useOutbox } from '#web/lib/outbox.ts';
import { useLocation } from '#web/lib/router.ts';
import { PhoneShell } from '../PhoneShell.tsx';
import { merchantPaths } from './paths.ts';
import { merchantTabs } from './routes.tsx';

/** The merchants' shell sends the vouchers that were taken without a network. */
export function MerchantShell() {
  const { data: me } = useMe();
  const { pathname } = useLocation();
  if (!me) return null;
  if (pathname === '/') return <Navigate to={merchantPaths.counter} replace />;
  return <ShellWithOutbox outbox={deviceOutbox(me.accountId)} />;
}

function ShellWithOutbox({ outbox }: { outbox: Outbox }) {
  const { waiting } = useOutbox(outbox);
  useEffect(() => keepSending(outbox), [outbox]);
  useEffect(() => void dropOldReadings(), []);
  return <PhoneShell tabs={merchantTabs} waiting={waiting.length} />;
}

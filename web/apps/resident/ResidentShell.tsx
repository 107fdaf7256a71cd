import { useEffect } from 'react';
import { keepSendingReports, useWaitingReports } from '#web/features/cases/reportQueue.ts';
import { useMe } from '#web/lib/me.ts';
import { PhoneShell } from '../PhoneShell.tsx';
import { residentTabs } from './routes.tsx';

/** The resident shell sends the reports that were given without a network. */
export function ResidentShell() {
  const { data: me } = useMe();
  const accountId = me?.accountId;
  const waiting = useWaitingReports();
  useEffect(() => (accountId ? keepSendingReports(accountId) : undefined), [accountId]);
  return <PhoneShell tabs={residentTabs} waiting={waiting.length} />;
}

import { Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTakingAlong } from '#web/features/cases/field/takeAlong.ts';
import { LockGate } from '#web/features/identity/lock/LockGate.tsx';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { dropOldReadings } from '#web/lib/keep.ts';
import { useMayAnywhere, useMe } from '#web/lib/me.ts';
import { keepSending, type Outbox, useOutbox } from '#web/lib/outbox.ts';
import { useLocation } from '#web/lib/router.ts';
import { PhoneShell } from '../PhoneShell.tsx';
import { fieldPaths } from './paths.ts';
import { fieldTabs } from './routes.tsx';

/** The field shell asks for the PIN, takes along, sends what waits, and forgets readings that are too old. */
export function FieldShell() {
  const { data: me } = useMe();
  const { pathname } = useLocation();
  const tabs = useTabs();
  if (!me) return null;
  if (pathname === '/') return <Navigate to={tabs[0]?.path ?? fieldPaths.mine} replace />;
  return (
    <LockGate accountId={me.accountId}>
      <ShellWithOutbox outbox={deviceOutbox(me.accountId)} />
    </LockGate>
  );
}

/** Who handles cases begins with them, a volunteer with what waits for a look, a warden with the own doors. */
function useTabs() {
  const may = useMayAnywhere();
  return fieldTabs.filter(({ shownTo }) => shownTo(may)).slice(0, 5);
}

function ShellWithOutbox({ outbox }: { outbox: Outbox }) {
  const { waiting } = useOutbox(outbox);
  const tabs = useTabs();
  useEffect(() => keepSending(outbox), [outbox]);
  useEffect(() => void dropOldReadings(), []);
  useTakingAlong(useMayAnywhere());
  return <PhoneShell tabs={tabs} waiting={waiting.length} />;
}

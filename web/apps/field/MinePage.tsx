import { attendancePaths } from '#web/features/attendance/paths.ts';
import { venueWords } from '#web/features/attendance/venue/words.ts';
import { callPaths } from '#web/features/calls/pages.ts';
import { fieldCallWords } from '#web/features/calls/words.ts';
import { MyFinds } from '#web/features/cases/field/FoundPage.tsx';
import { RefusedDeeds } from '#web/features/cases/field/RefusedDeeds.tsx';
import { myEntrancesWords } from '#web/features/coverage/words.ts';
import { LockRow } from '#web/features/identity/lock/LockRow.tsx';
import { MyAccount } from '#web/features/identity/MyAccount.tsx';
import { WaitingCommands } from '#web/features/identity/WaitingCommands.tsx';
import { useMayAnywhere } from '#web/lib/me.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { fieldPaths as paths } from './paths.ts';
import { fieldWords as words } from './words.ts';

export function MinePage() {
  return (
    <>
      <PageHeader title={words.tabs.mine} />
      <RefusedDeeds />
      <WaitingCommands />
      <MyFinds />
      <ToCalls />
      <ToEntrances />
      <ToVenues />
      <LockRow />
      <MyAccount />
    </>
  );
}

/** Wardens have their doors among the places below; the others find them here. */
function ToEntrances() {
  const navigate = useNavigate();
  const may = useMayAnywhere();
  if (!may('area.read')) return null;
  return (
    <RowSheet>
      <ListRow
        leading={<Icon name="building" />}
        title={myEntrancesWords.title}
        onPress={() => void navigate({ to: paths.entrances as never })}
      />
    </RowSheet>
  );
}

/** Calls to action and duty of the own places, for who sees activities there. */
function ToCalls() {
  const navigate = useNavigate();
  const may = useMayAnywhere();
  if (!may('activity.read')) return null;
  return (
    <RowSheet>
      <ListRow
        leading={<Icon name="clipboard" />}
        title={fieldCallWords.title}
        note={fieldCallWords.entryNote}
        onPress={() => void navigate({ to: callPaths.field as never })}
      />
    </RowSheet>
  );
}

/** Duty at the venues of today, for who may do it. */
function ToVenues() {
  const navigate = useNavigate();
  const may = useMayAnywhere();
  if (!may('attendance.run')) return null;
  return (
    <RowSheet>
      <ListRow
        leading={<Icon name="calendar" />}
        title={venueWords.title}
        onPress={() => void navigate({ to: attendancePaths.venues as never })}
      />
    </RowSheet>
  );
}

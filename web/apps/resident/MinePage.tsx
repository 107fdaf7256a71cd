import { activityPaths } from '#web/features/activities/paths.ts';
import { SchoolEntry } from '#web/features/activities/practice/SchoolEntry.tsx';
import { attendancePaths } from '#web/features/attendance/paths.ts';
import { checkInWords } from '#web/features/attendance/words.ts';
import { FamilyEntry } from '#web/features/families/FamilyEntry.tsx';
import { MyAccount } from '#web/features/identity/MyAccount.tsx';
import { MyDataEntry } from '#web/features/people/MyDataEntry.tsx';
import { PointsEntry } from '#web/features/points/PointsEntry.tsx';
import { OffersEntry } from '#web/features/redemption/OffersEntry.tsx';
import { redemptionPaths } from '#web/features/redemption/pages.ts';
import { useMe } from '#web/lib/me.ts';
import { useNavigate } from '#web/lib/router.ts';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { useCaseWays } from './caseWays.ts';
import { residentPaths as paths } from './paths.ts';
import { ResidentFooter } from './ResidentFooter.tsx';
import { residentWords as words } from './words.ts';

export function MinePage() {
  const { data: me } = useMe();
  const ways = useCaseWays();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={words.tabs.mine} />
      {me && (
        <RowSheet>
          <ListRow title={words.myCases} onPress={ways.all} />
          <ListRow
            title={checkInWords.entry}
            onPress={() => void navigate({ to: attendancePaths.checkIn as never })}
          />
          <ListRow
            title={checkInWords.myHours}
            onPress={() => void navigate({ to: attendancePaths.hours as never })}
          />
          <FamilyEntry onPress={() => void navigate({ to: paths.family as never })} />
          <PointsEntry onPress={() => void navigate({ to: paths.points as never })} />
          <SchoolEntry onPress={() => void navigate({ to: activityPaths.school as never })} />
          <OffersEntry onPress={() => void navigate({ to: redemptionPaths.offers as never })} />
        </RowSheet>
      )}
      {me && <MyDataEntry />}
      <MyAccount />
      {me && <ResidentFooter streetName={me.street.name} />}
    </>
  );
}

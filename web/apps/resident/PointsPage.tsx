import { HoursBeside } from '#web/features/attendance/HoursBeside.tsx';
import { PointsPage as Points } from '#web/features/points/PointsPage.tsx';
import { OffersPanel } from '#web/features/redemption/OffersPanel.tsx';

/** Points with the hours beside them and what they can be redeemed for, which belong to other features. */
export function PointsPage() {
  return <Points hours={<HoursBeside />} offers={<OffersPanel few />} />;
}

import { PointsPage as Points } from '#web/features/points/PointsPage.tsx';
import { OffersPanel } from '#web/features/redemption/OffersPanel.tsx';

/** Points with what they can be redeemed for, which belongs to another feature. */
export function PointsPage() {
  return <Points offers={<OffersPanel />} />;
}

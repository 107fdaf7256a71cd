import { useFilters, useNavigate } from '#web/lib/router.ts';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { OffersPanel } from './OffersPanel.tsx';
import { redemptionPaths } from './pages.ts';
import { ResidentLimits } from './ResidentLimits.tsx';
import { offerWords as words } from './words.ts';

/** Everything that points are good for; from a shop's own QR code, what that shop offers. */
export function OffersPage() {
  const [{ merchant }] = useFilters();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={words.title}
        onBack
        action={
          <button
            type="button"
            className="jia-button jia-button-quiet"
            onClick={() => void navigate({ to: redemptionPaths.mine as never })}
          >
            {words.mine}
          </button>
        }
      />
      <OffersPanel merchantId={merchant} />
      <ResidentLimits />
    </>
  );
}

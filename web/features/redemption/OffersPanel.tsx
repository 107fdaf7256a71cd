import './redemption.css';
import { useState } from 'react';
import { readMyPoints } from '#contract/points/mine.ts';
import { listOffers, reserveOffer } from '#contract/redemption/endpoints.ts';
import { readLimits } from '#contract/redemption/limits.ts';
import type { OfferRecord } from '#contract/redemption/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages, useRead } from '#web/lib/query.ts';
import { Link, useNavigate } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { redemptionPaths } from './pages.ts';
import { labels, offerWords as words } from './words.ts';

interface OffersPanelProps {
  merchantId?: string | undefined;
  /** A handful with the way to all of them. */
  few?: boolean;
}

const fewMax = 4;

/** What points are good for nearby, with the way to have it. The shell puts it below the balance. */
export function OffersPanel({ merchantId, few = false }: OffersPanelProps) {
  const [chosen, setChosen] = useState<OfferRecord | null>(null);
  const offers = usePages(listOffers, { query: merchantId ? { merchantId } : {} });
  const navigate = useNavigate();
  return (
    <Section title={words.near} aside={few && <Link to={redemptionPaths.offers as never}>{words.all}</Link>}>
      {offers.error && offers.rows.length === 0 && <Failed error={offers.error} onRetry={offers.retry} />}
      {offers.isLoading && <Loading rows={3} />}
      {!offers.isLoading && !offers.error && offers.rows.length === 0 && (
        <EmptyState icon="seed">{words.none}</EmptyState>
      )}
      {offers.rows.length > 0 && (
        <ul className="jia-offers">
          {offers.rows.slice(0, few ? fewMax : undefined).map((offer) => (
            <OfferRow key={offer.offerId} offer={offer} onChoose={() => setChosen(offer)} />
          ))}
        </ul>
      )}
      {offers.hasMore && !few && (
        <Button wide onPress={offers.more}>
          {words.more}
        </Button>
      )}
      {chosen && (
        <RedeemQuestion
          offer={chosen}
          onClose={() => setChosen(null)}
          onReserved={(redemptionId) =>
            void navigate({ to: redemptionPaths.one as never, params: { redemptionId } as never })
          }
        />
      )}
    </Section>
  );
}

function OfferRow({ offer, onChoose }: { offer: OfferRecord; onChoose: () => void }) {
  const { shop, title, points, status, stockLeft } = offer;
  return (
    <li className="jia-offer">
      <span className="jia-offer-text">
        <strong>{title}</strong>
        <span className="jia-caption">{words.left(shop.name, stockLeft)}</span>
        {shop.badge && <Tag>{words.badge}</Tag>}
      </span>
      <span className="jia-offer-points">
        {points}
        <small>{words.unit}</small>
      </span>
      <button
        type="button"
        className="jia-button jia-button-secondary jia-offer-take"
        disabled={status !== 'open'}
        aria-label={status === 'open' ? words.redeemTitle(title) : undefined}
        onClick={onChoose}
      >
        {labels.statuses[status]}
      </button>
    </li>
  );
}

interface RedeemQuestionProps {
  offer: OfferRecord;
  onClose: () => void;
  onReserved: (redemptionId: string) => void;
}

const modes = [
  { value: 'counter', word: words.online },
  { value: 'voucher', word: words.voucher },
] as const;

function RedeemQuestion({ offer, onClose, onReserved }: RedeemQuestionProps) {
  const [mode, setMode] = useState<'counter' | 'voucher'>('counter');
  const { data: limits } = useRead(readLimits);
  const { data: mine } = useRead(readMyPoints);
  const missing = mine ? offer.points - mine.paying.available : 0;
  const reserve = useCommand(reserveOffer, {
    touches: ['redemption', 'points'],
    onDone: ({ redemptionId }) => onReserved(redemptionId),
  });
  return (
    <ConfirmQuestion
      isOpen
      question={words.ask(offer.title, offer.points)}
      yes={words.redeem}
      no={words.notNow}
      yesReason={missing > 0 ? words.short(missing) : undefined}
      busy={reserve.isPending && words.working}
      onYes={() => reserve.mutate({ params: { offerId: offer.offerId }, body: { mode } })}
      onNo={onClose}
    >
      {reserve.error && <Banner kind="error">{sentenceOf(reserve.error)}</Banner>}
      {offer.isOffline && (
        <ChoiceChips label={offer.shop.name} choices={modes} value={mode} onChange={setMode} />
      )}
      <p className="jia-text2">
        {mode === 'voucher' ? words.voucherNote(limits?.voucherHours) : words.askNote(limits?.holdMinutes)}
      </p>
    </ConfirmQuestion>
  );
}

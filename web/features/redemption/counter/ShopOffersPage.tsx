import '../redemption.css';
import { useState } from 'react';
import { listShopOffers, pauseOffer } from '#contract/redemption/counter.ts';
import type { ShopOffer } from '#contract/redemption/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { offerWords, points, yuan } from '../words.ts';
import { OfferQuestion } from './OfferQuestion.tsx';
import { shopOfferWords as words } from './words.ts';

/** What the own shop offers: publish, change, stop for a while. */
export function ShopOffersPage() {
  const rows = usePages(listShopOffers, {});
  const [open, setOpen] = useState<ShopOffer | 'new' | null>(null);
  const pause = useCommand(pauseOffer);
  return (
    <>
      <PageHeader title={words.title} />
      {pause.error && <Banner kind="error">{sentenceOf(pause.error)}</Banner>}
      {rows.error && rows.rows.length === 0 && <Failed error={rows.error} onRetry={rows.retry} />}
      {rows.isLoading && <Loading rows={3} />}
      {!rows.isLoading && !rows.error && rows.rows.length === 0 && (
        <EmptyState icon="seed">{words.none}</EmptyState>
      )}
      {rows.rows.length > 0 && (
        <RowSheet>
          {rows.rows.map((offer) => (
            <ListRow
              key={offer.offerId}
              title={offer.title}
              note={`${points(offer.points)} · ${words.line(offer.stockLeft, offer.stockTotal)} · ${words.subsidy(yuan(offer.subsidyFen))}`}
              trailing={
                <span className="jia-shop-verbs">
                  <Button small onPress={() => setOpen(offer)}>
                    {words.edit}
                  </Button>
                  <Button
                    small
                    onPress={() =>
                      pause.mutate({
                        params: { offerId: offer.offerId },
                        body: { isPaused: !offer.isPaused, version: offer.version },
                      })
                    }
                  >
                    {offer.isPaused ? words.resume : words.pause}
                  </Button>
                </span>
              }
            />
          ))}
        </RowSheet>
      )}
      {rows.hasMore && (
        <Button wide onPress={rows.more}>
          {offerWords.more}
        </Button>
      )}
      <Button kind="primary" wide icon="plus" onPress={() => setOpen('new')}>
        {words.add}
      </Button>
      {open && <OfferQuestion offer={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

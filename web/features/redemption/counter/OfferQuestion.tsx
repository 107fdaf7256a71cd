import { useState } from 'react';
import { type CapPeriod, capPeriods, type OfferKind, offerKinds } from '#contract/redemption/codes.ts';
import { changeOffer, publishOffer } from '#contract/redemption/counter.ts';
import type { ShopOffer } from '#contract/redemption/records.ts';
import { dayStamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { labels } from '../words.ts';
import { shopOfferWords as words } from './words.ts';

const kinds = offerKinds.map((value) => ({ value, word: labels.kinds[value] }));
const periods = capPeriods.map((value) => ({ value, word: labels.periods[value] }));
const offline = [
  { value: 'no', word: words.fields.offlineNo },
  { value: 'yes', word: words.fields.offlineYes },
] as const;

const typedOf = (offer: ShopOffer | null) => ({
  title: offer?.title ?? '',
  points: String(offer?.points ?? ''),
  stock: String(offer?.stockTotal ?? ''),
  personCap: String(offer?.personCap ?? ''),
  familyCap: String(offer?.familyCap ?? ''),
  from: offer?.validFrom ?? dayStamp(new Date()),
  to: offer?.validTo ?? '',
});

const numberOf = (typed: string): number | null => (/^\d+$/.test(typed.trim()) ? Number(typed) : null);

/** A new offer, or a change of one. */
export function OfferQuestion({ offer, onClose }: { offer: ShopOffer | null; onClose: () => void }) {
  const [typed, setTyped] = useState(() => typedOf(offer));
  const [kind, setKind] = useState<OfferKind>(offer?.kind ?? 'service');
  const [period, setPeriod] = useState<CapPeriod>(offer?.capPeriod ?? 'month');
  const [isOffline, setOffline] = useState<'yes' | 'no'>(offer?.isOffline ? 'yes' : 'no');
  const publish = useCommand(publishOffer, { onDone: onClose });
  const change = useCommand(changeOffer, { onDone: onClose });
  const error = publish.error ?? change.error;
  const [points, stock] = [numberOf(typed.points), numberOf(typed.stock)];
  const isWhole = typed.title.trim() && points && stock !== null && typed.from && typed.to;
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    onChange: (value: string) => setTyped((now) => ({ ...now, [key]: value })),
  });
  const number = { inputMode: 'numeric', maxLength: 6 } as const;
  const submit = () => {
    if (!points || stock === null) return;
    const body = {
      title: typed.title.trim(),
      kind,
      points,
      stockTotal: stock,
      personCap: numberOf(typed.personCap),
      familyCap: numberOf(typed.familyCap),
      capPeriod: period,
      validFrom: typed.from,
      validTo: typed.to,
      isOffline: isOffline === 'yes',
    };
    if (offer)
      change.mutate({ params: { offerId: offer.offerId }, body: { ...body, version: offer.version } });
    else publish.mutate({ body });
  };
  const { fields } = words;
  return (
    <ConfirmQuestion
      isOpen
      question={offer ? words.edit : words.add}
      yes={offer ? words.saveEdit : words.save}
      no={words.cancel}
      yesReason={isWhole ? undefined : words.missing}
      busy={(publish.isPending || change.isPending) && words.saving}
      onYes={submit}
      onNo={onClose}
    >
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      <TextField label={fields.title} help={fields.titleHelp} maxLength={40} {...field('title')} />
      <ChoiceChips label={fields.kind} choices={kinds} value={kind} onChange={setKind} />
      <TextField label={fields.points} {...number} {...field('points')} />
      <TextField label={fields.stock} {...number} {...field('stock')} />
      <TextField label={fields.personCap} help={words.noCap} optional {...number} {...field('personCap')} />
      <TextField label={fields.familyCap} help={words.noCap} optional {...number} {...field('familyCap')} />
      <ChoiceChips label={fields.period} choices={periods} value={period} onChange={setPeriod} />
      <TextField label={fields.from} type="date" {...field('from')} />
      <TextField label={fields.to} type="date" {...field('to')} />
      <ChoiceChips label={fields.offline} choices={offline} value={isOffline} onChange={setOffline} />
    </ConfirmQuestion>
  );
}

import '../redemption.css';
import { useState } from 'react';
import { getMerchant } from '#contract/redemption/office.ts';
import type { MerchantRecord } from '#contract/redemption/records.ts';
import { percent } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Link, useParam } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { labels, monthName, yuan } from '../words.ts';
import { EnterScoreForm, MerchantForm } from './MerchantForms.tsx';
import { merchantDeskWords as words } from './words.ts';

/** One merchant: agreement, offers, score file, staff. */
export function MerchantPage() {
  const merchantId = useParam('merchantId');
  const { data, error, refetch } = useRead(getMerchant, { params: { merchantId } });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return <MerchantFile record={data} />;
}

function MerchantFile({ record }: { record: MerchantRecord }) {
  const [open, setOpen] = useState<'edit' | 'score' | null>(null);
  const close = () => setOpen(null);
  const all = record.captured + record.undone;
  return (
    <DeskPage
      title={record.name}
      figures={
        <>
          <Figure value={record.captured} word={words.columns.captured} />
          {all > 0 && <Figure value={percent(record.undone / all)} word={words.undoneShare} />}
        </>
      }
      actions={
        record.can.edit === true && (
          <>
            <Button onPress={() => setOpen('score')}>{words.enter}</Button>
            <Button kind="primary" onPress={() => setOpen('edit')}>
              {words.edit}
            </Button>
          </>
        )
      }
    >
      <div className="jia-merchant">
        <div>
          <Section title={words.facts}>
            <Sheet>
              <Facts facts={factsOf(record)} />
            </Sheet>
          </Section>
          <Offers record={record} />
          <Scores record={record} />
        </div>
        <div>
          <Section title={words.staff}>
            <Sheet>
              <ul className="jia-merchant-lines">
                {record.staff.map((member) => (
                  <li key={member.postId}>
                    <span>{member.name}</span>
                    {member.isOwner && <span className="jia-text2">{words.owner}</span>}
                  </li>
                ))}
              </ul>
            </Sheet>
          </Section>
          <Link to={'/merchants' as never}>{words.back}</Link>
        </div>
      </div>
      {open === 'edit' && <MerchantForm record={record} onClose={close} />}
      {open === 'score' && <EnterScoreForm record={record} onClose={close} />}
    </DeskPage>
  );
}

const factsOf = (record: MerchantRecord) => [
  { label: words.columns.area, value: record.areaName },
  { label: words.columns.agreement, value: record.agreement },
  { label: words.columns.price, value: yuan(record.fenPerPoint) },
  { label: words.columns.status, value: labels.merchants[record.status] },
  { label: words.badge, value: record.badge ? words.yes : words.no },
];

function Offers({ record }: { record: MerchantRecord }) {
  return (
    <Section title={words.offers}>
      <Sheet>
        {record.offers.length === 0 && <p className="jia-text2">{words.offersNone}</p>}
        <ul className="jia-merchant-lines">
          {record.offers.map((offer) => (
            <li key={offer.offerId}>
              <span>{offer.title}</span>
              <span className="jia-text2">
                {words.offerLine(offer.points, offer.stockLeft, offer.stockTotal)}
              </span>
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}

function Scores({ record }: { record: MerchantRecord }) {
  return (
    <Section title={words.scores}>
      <Sheet>
        <p className="jia-text2">{words.scoreRule}</p>
        <ul className="jia-merchant-lines">
          {record.scores.map((score) => (
            <li key={score.month}>
              <span>{`${monthName(score.month)} ${score.score}`}</span>
              <span className="jia-text2">
                {words.scoreLine(score.base, score.items, score.ratingMove, score.ratings)}
              </span>
            </li>
          ))}
        </ul>
        <h3>{words.entries}</h3>
        {record.entries.length === 0 && <p className="jia-text2">{words.entriesNone}</p>}
        <ul className="jia-merchant-lines">
          {record.entries.map((entry) => (
            <li key={entry.entryId}>
              <span>{`${labels.scores[entry.item]} · ${entry.note}`}</span>
              <span className="jia-keep">{entry.points > 0 ? `+${entry.points}` : entry.points}</span>
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}

import './redemption.css';
import { useEffect, useState } from 'react';
import { cancelRedemption, getMyRedemption } from '#contract/redemption/endpoints.ts';
import type { RedemptionRecord } from '#contract/redemption/records.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Link, useParam } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { say } from '#web/ui/say.ts';
import { CodeCard } from './CodeCard.tsx';
import { redemptionPaths } from './pages.ts';
import { QrCode } from './QrCode.tsx';
import { RateForm } from './RateForm.tsx';
import { labels, points, showWords as words } from './words.ts';

/** One redemption: the code to show, then that it was taken, then how it was. */
export function RedeemPage() {
  const redemptionId = useParam('redemptionId');
  const { data, error, refetch } = useRead(getMyRedemption, { params: { redemptionId } });
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} />}
      {data && <Shown record={data} onLook={refetch} />}
    </>
  );
}

const lookMs = 2_000;

function Shown({ record, onLook }: { record: RedemptionRecord; onLook: () => unknown }) {
  const isHeld = record.can.show === true;
  // The phone shows the capture by itself, a moment after the counter.
  useEffect(() => {
    if (!isHeld) return;
    const timer = setInterval(() => void onLook(), lookMs);
    return () => clearInterval(timer);
  }, [isHeld, onLook]);
  if (isHeld)
    return (
      <>
        {record.voucher ? <VoucherCard record={record} /> : <CodeCard record={record} />}
        <Cancel record={record} />
      </>
    );
  const isTaken = record.state === 'captured';
  return (
    <>
      <Sheet>
        <div className="jia-redeem-end">
          <StatusChip status={isTaken ? 'done' : 'returned'}>
            {isTaken && record.capturedAt
              ? words.captured(moment(record.capturedAt))
              : labels.states[record.state]}
          </StatusChip>
          <h2>{record.title}</h2>
          <p className="jia-text2">{`${record.shop.name} · ${points(record.points)}`}</p>
          {record.stars !== null && <p>{words.rated(record.stars)}</p>}
        </div>
      </Sheet>
      {record.can.rate === true && <RateForm redemptionId={record.redemptionId} />}
      {!isTaken && <Link to={redemptionPaths.offers as never}>{words.again}</Link>}
    </>
  );
}

/** Good without a network at the counter; drawn large, because it is dense. */
function VoucherCard({ record }: { record: RedemptionRecord }) {
  return (
    <Sheet>
      <div className="jia-redeem-voucher">
        <h2>{`${record.shop.name} ${record.title}`}</h2>
        <QrCode text={record.voucher ?? ''} word={words.voucherTitle} />
        <p className="jia-text2">{record.voucherUntil && words.voucherNote(moment(record.voucherUntil))}</p>
      </div>
    </Sheet>
  );
}

function Cancel({ record }: { record: RedemptionRecord }) {
  const [isAsked, setAsked] = useState(false);
  const cancel = useCommand(cancelRedemption, {
    touches: ['redemption', 'points'],
    onDone: () => void say(words.cancelled),
  });
  if (record.can.cancel !== true) return null;
  return (
    <>
      {cancel.error && <Banner kind="error">{sentenceOf(cancel.error)}</Banner>}
      <Button
        wide
        kind={isAsked ? 'secondary' : 'quiet'}
        busy={cancel.isPending && '…'}
        onPress={() => {
          setAsked(true);
          cancel.mutate({ params: { redemptionId: record.redemptionId } });
        }}
      >
        {words.cancel}
      </Button>
    </>
  );
}

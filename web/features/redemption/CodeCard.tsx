import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { showCode } from '#contract/redemption/endpoints.ts';
import type { RedemptionRecord } from '#contract/redemption/records.ts';
import { call } from '#web/lib/call.ts';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { QrCode } from './QrCode.tsx';
import { showWords as words } from './words.ts';

const codeSeconds = 60;

/** QR code, six digits and the seconds they are still good. */
export function CodeCard({ record }: { record: RedemptionRecord }) {
  const { redemptionId } = record;
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: [showCode.name, redemptionId],
    queryFn: () => call(showCode, { params: { redemptionId } }),
    gcTime: 0,
    retry: false,
  });
  const left = useSecondsLeft(data?.codeSecondsLeft, dataUpdatedAt);
  useEffect(() => {
    if (left === 0) void refetch();
  }, [left, refetch]);
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  const minutes = Math.ceil(data.holdSecondsLeft / 60);
  return (
    <Sheet>
      <div className="jia-redeem">
        <QrCode text={data.qr} word={words.qr} />
        <div className="jia-redeem-facts">
          <h2>
            <span>{record.shop.name}</span> <span>{record.title}</span>
          </h2>
          <p className="jia-text2">{words.show}</p>
          <p className="jia-redeem-digits">
            <span>{data.digits.slice(0, 3)}</span> <span>{data.digits.slice(3)}</span>
          </p>
          <p className="jia-hint">{words.renew(left ?? 0)}</p>
        </div>
      </div>
      <div className="jia-redeem-time" aria-hidden="true">
        <span style={{ width: `${((left ?? 0) / codeSeconds) * 100}%` }} />
      </div>
      <p className="jia-caption">{minutes > 1 ? words.holdLeft(minutes) : words.lastMinute}</p>
    </Sheet>
  );
}

/** Counts from when the answer came, by a clock that nobody can set: the phone's own may be a day wrong. */
function useSecondsLeft(seconds: number | undefined, answeredAt: number): number | undefined {
  const [passed, setPassed] = useState({ answeredAt, seconds: 0 });
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(
      () => setPassed({ answeredAt, seconds: Math.floor((performance.now() - began) / 1000) }),
      500,
    );
    return () => clearInterval(timer);
  }, [answeredAt]);
  if (seconds === undefined) return undefined;
  return Math.max(0, seconds - (passed.answeredAt === answeredAt ? passed.seconds : 0));
}

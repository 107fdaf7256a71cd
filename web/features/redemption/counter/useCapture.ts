import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { captureCode, captureVoucher } from '#contract/redemption/counter.ts';
import type { OwnShop } from '#contract/redemption/records.ts';
import { call } from '#web/lib/call.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { useMe } from '#web/lib/me.ts';
import { isOffline, sentenceOf } from '#web/lib/problem.ts';
import { refresh } from '#web/lib/query.ts';
import { type Outcome, sound } from './outcome.ts';
import { checkVoucher, isVoucher, rememberVoucher, seenVouchers } from './voucher.ts';
import { counterWords as words } from './words.ts';

const refusals = {
  unable: words.voucherUnable,
  bad: words.voucherBad,
  other: words.voucherOther,
  old: words.voucherOld,
  seen: words.voucherSeen,
};

/** Takes what the customer shows: at once where there is a network, a voucher also where there is none. */
export function useCapture(shop: OwnShop | undefined) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { data: me } = useMe();
  const client = useQueryClient();

  async function take(text: string): Promise<Outcome> {
    try {
      const receipt = isVoucher(text)
        ? await call(captureVoucher, { body: { voucher: text } })
        : await call(captureCode, { body: { code: text } });
      if (isVoucher(text)) rememberVoucher(receipt.redemptionId);
      await refresh(client, ['redemption']);
      return { kind: 'taken', receipt };
    } catch (error) {
      if (!isOffline(error)) return { kind: 'refused', sentence: sentenceOf(error) };
      return isVoucher(text) ? await keep(text) : { kind: 'refused', sentence: words.offlineCode };
    }
  }

  /** Kept and sent later: the signature is the street's, the serial is remembered. */
  async function keep(voucher: string): Promise<Outcome> {
    if (!shop || !me) return { kind: 'refused', sentence: words.voucherUnable };
    const checked = await checkVoucher(voucher, {
      key: shop.voucherKey,
      merchantId: shop.shop.merchantId,
      now: Date.now(),
      seen: seenVouchers(),
    });
    if ('refused' in checked) return { kind: 'refused', sentence: refusals[checked.refused] };
    const { redemptionId, points } = checked.facts;
    rememberVoucher(redemptionId);
    await deviceOutbox(me.accountId).give(
      captureVoucher,
      { body: { voucher } },
      { subject: redemptionId, label: words.voucherLabel },
    );
    return { kind: 'kept', points };
  }

  return {
    outcome,
    isBusy,
    clear: () => setOutcome(null),
    capture: async (text: string) => {
      if (isBusy) return;
      setBusy(true);
      const found = await take(text.trim());
      setBusy(false);
      setOutcome(found);
      sound(found.kind !== 'refused');
    },
  };
}

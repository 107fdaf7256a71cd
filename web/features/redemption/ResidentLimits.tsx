import { readLimits } from '#contract/redemption/limits.ts';
import { useRead } from '#web/lib/query.ts';
import { offerWords as words } from './words.ts';

/** What binds whoever redeems, below what there is to redeem. */
export function ResidentLimits() {
  const { data } = useRead(readLimits);
  return data ? <p className="jia-hint">{words.limits(data)}</p> : null;
}

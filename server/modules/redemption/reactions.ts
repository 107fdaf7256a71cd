import { areaMoved } from '#contract/territory/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { moveMerchants } from './store/merchants.ts';

export const redemptionReactions: readonly Reaction[] = [
  reaction('redemption.follow_moved_area', areaMoved, (context, event) =>
    moveMerchants(context, event.data.fromPath, event.data.toPath),
  ),
];

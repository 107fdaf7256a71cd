import { limits } from '#contract/mutualhelp/codes.ts';
import { helpLapsed } from '#contract/mutualhelp/events.ts';
import type { Context } from '#kernel/context.ts';
import { listDue } from '../store/asks.ts';
import { pledgesOf } from '../store/pledges.ts';
import { endAsk } from './ask.ts';

const atOnceMax = 200;

/** Nobody came, or nobody said thanks in time: the ask ends and the points go back. */
export async function lapse(context: Context): Promise<void> {
  for (const ask of await listDue(context, limits.thanksDays, atOnceMax))
    await endAsk(context, ask, await pledgesOf(context, [ask.id]), { status: 'lapsed' }, helpLapsed.name);
}

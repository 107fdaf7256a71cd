import { headPublished, trailVerified } from '#contract/audit/events.ts';
import type { ChainReport } from '#contract/audit/records.ts';
import { addDays, dayOf, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { verifyChain } from '#kernel/events/verify.ts';
import { countHeads, disagreeingHeads, headBefore, insertHead } from '../store/heads.ts';

/**
 * The chain link by link, then against the published heads: an owner of the database could rewrite the
 * whole chain consistently, but not what has been published.
 */
export async function verifyTrail(context: Context): Promise<ChainReport> {
  const chain = await verifyChain(context.db, context.services.crypto, context.streetId);
  const [disagreeing] = chain.intact ? await disagreeingHeads(context) : [];
  const brokenAt = chain.brokenAt ?? (disagreeing ? { seq: disagreeing.seq, reason: 'head' as const } : null);

  await context.emit({
    name: trailVerified.name,
    subject: { module: 'audit', id: String(context.streetId) },
    data: { intact: brokenAt === null, checkedCount: chain.checkedCount, brokenAtSeq: brokenAt?.seq ?? null },
  });
  return {
    intact: brokenAt === null,
    checkedCount: chain.checkedCount,
    unsealedCount: chain.unsealedCount,
    head: chain.head,
    brokenAt,
    headsChecked: await countHeads(context),
    checkedAt: context.now.toISOString(),
  };
}

/** Publishes yesterday's last link, once; a street without events has nothing to publish. */
export async function publishHead(context: Context): Promise<void> {
  const today = dayOf(context.now);
  const head = await headBefore(context, instantOn(today));
  if (!head) return;

  const day = addDays(today, -1);
  if (!(await insertHead(context, { day, ...head }))) return;
  await context.emit({
    name: headPublished.name,
    subject: { module: 'audit', id: day },
    data: { day, ...head },
  });
}

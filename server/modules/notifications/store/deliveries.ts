import { sql } from 'kysely';
import type {
  DeliveryStatus,
  NoticeFields,
  TextChannel,
  TextTemplate,
} from '#contract/notifications/codes.ts';
import type { Context } from '#kernel/context.ts';
import { counted, decodeCursor } from '#kernel/cursor.ts';

export type DeliveryRow = NonNullable<Awaited<ReturnType<typeof claimDelivery>>>;

export interface NewDelivery {
  eventId: string;
  recipient: { kind: 'account' | 'requester'; id: string };
  caseId: string;
  channel: TextChannel;
  template: TextTemplate;
  fields: NoticeFields;
  leavesAt: Date;
}

/** The same text of the same event goes to one person once. */
export async function insertDelivery(context: Context, given: NewDelivery): Promise<void> {
  await context.db
    .insertInto('deliveries')
    .values({
      street_id: context.streetId,
      id: context.newId(),
      event_id: given.eventId,
      recipient_kind: given.recipient.kind,
      recipient_id: given.recipient.id,
      subject_id: given.caseId,
      channel: given.channel,
      template: given.template,
      fields: JSON.stringify(given.fields),
      status: 'queued',
      attempts: 0,
      next_at: given.leavesAt,
      problem: null,
      at: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function dueDeliveries(context: Context, limit: number): Promise<string[]> {
  const rows = await context.db
    .selectFrom('deliveries')
    .select('id')
    .where('street_id', '=', context.streetId)
    .where('next_at', '<=', context.now.toISOString())
    .orderBy('next_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes one text to send; who comes second gets nothing. */
export async function claimDelivery(context: Context, deliveryId: string) {
  return await context.db
    .updateTable('deliveries')
    .set((build) => ({ status: 'sending', attempts: build('attempts', '+', 1), next_at: null }))
    .where('street_id', '=', context.streetId)
    .where('id', '=', deliveryId)
    .where('status', '=', 'queued')
    .where('next_at', '<=', context.now.toISOString())
    .returningAll()
    .executeTakeFirst();
}

export async function endDelivery(
  context: Context,
  deliveryId: string,
  end: { status: DeliveryStatus; problem: string | null; nextAt: Date | null },
): Promise<void> {
  await context.db
    .updateTable('deliveries')
    .set({
      status: end.status,
      problem: end.problem,
      next_at: end.nextAt,
      done_at: end.status === 'queued' ? null : context.now,
    })
    .where('street_id', '=', context.streetId)
    .where('id', '=', deliveryId)
    .execute();
}

/** What was being sent when the process died: nobody knows whether it arrived, and nothing is sent twice. */
export async function failInterrupted(context: Context, before: Date): Promise<void> {
  await context.db
    .updateTable('deliveries')
    .set({ status: 'failed', problem: 'interrupted', done_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('status', '=', 'sending')
    .where('at', '<', before.toISOString())
    .execute();
}

export async function listDeliveryRows(
  context: Context,
  filter: { status?: DeliveryStatus | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(filter.cursor, 2);
  return await context.db
    .selectFrom('deliveries')
    .selectAll()
    .select(counted)
    .where('street_id', '=', context.streetId)
    .$if(filter.status !== undefined, (query) => query.where('status', '=', filter.status ?? 'queued'))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export async function deleteOldDeliveries(context: Context, before: Date, limit: number): Promise<number> {
  const deleted = await sql`
    delete from deliveries where street_id = ${context.streetId} and id in (
      select id from deliveries
      where street_id = ${context.streetId} and at < ${before.toISOString()}
      order by at limit ${limit})`.execute(context.db);
  return Number(deleted.numAffectedRows ?? 0);
}

// SQL of what each program handed in.
import type { Context } from '#kernel/context.ts';

interface Request {
  caseId: string;
  keyId: string;
  repeatHash: string;
  bodyHash: string;
}

export async function insertRequest(context: Context, request: Request): Promise<void> {
  await context.db
    .insertInto('open311_requests')
    .values({
      street_id: context.streetId,
      case_id: request.caseId,
      key_id: request.keyId,
      repeat_hash: request.repeatHash,
      body_hash: request.bodyHash,
      received_at: context.now,
    })
    .execute();
}

/** The latest that came under this digest since then. */
export async function findRepeat(context: Context, keyId: string, repeatHash: string, since: string) {
  return await context.db
    .selectFrom('open311_requests')
    .select(['case_id', 'body_hash'])
    .where('street_id', '=', context.streetId)
    .where('key_id', '=', keyId)
    .where('repeat_hash', '=', repeatHash)
    .where('received_at', '>', since)
    .orderBy('received_at', 'desc')
    .executeTakeFirst();
}

export async function countSince(context: Context, keyId: string, since: string): Promise<number> {
  const { count } = await context.db
    .selectFrom('open311_requests')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('street_id', '=', context.streetId)
    .where('key_id', '=', keyId)
    .where('received_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function isHandedIn(context: Context, caseId: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('open311_requests')
    .select('case_id')
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row !== undefined;
}

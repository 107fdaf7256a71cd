// Keys of programs: made by the street, shown once, revoked at once.
import { randomBytes } from 'node:crypto';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/open311/endpoints.ts';
import { keyMade, keyRevoked } from '#contract/open311/events.ts';
import type { Open311Key } from '#contract/open311/records.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { mayManage, mayRevoke } from '../policy.ts';
import * as store from '../store/keys.ts';
import { viewKey } from '../view.ts';
import { prefix } from './door.ts';
import { secretHash } from './handIn.ts';

const secretBytes = 24;

export async function listKeys(
  context: Context,
  input: InputOf<typeof endpoints.listKeys>,
): Promise<OutputOf<typeof endpoints.listKeys>> {
  requireManager(context);
  const page = cutPage(await store.listKeyRows(context, input), input.limit, (row) => [row.made_at, row.id]);
  return {
    items: page.rows.map((row) => viewKey(context, row)),
    nextCursor: page.nextCursor,
    total: exactTotal(await store.countKeys(context)),
    jurisdictionId: String(context.streetId),
    address: prefix,
  };
}

export async function makeKey(
  context: Context,
  { name }: InputOf<typeof endpoints.makeKey>,
): Promise<OutputOf<typeof endpoints.makeKey>> {
  requireManager(context);
  const keyId = context.newId();
  const secret = randomBytes(secretBytes).toString('base64url');
  await store.insertKey(context, keyId, name, secretHash(context, secret));
  await tell(context, keyMade.name, keyId);
  return { key: viewKey(context, await load(context, keyId)), secret };
}

export async function revokeKey(
  context: Context,
  { keyId }: InputOf<typeof endpoints.revokeKey>,
): Promise<Open311Key> {
  const verdict = mayRevoke(context.actor, context.streetId, await load(context, keyId));
  if (verdict !== true) throw new Problem(verdict, verdict === 'open311.key_revoked' ? 409 : 403);
  if (!(await store.saveRevocation(context, keyId))) throw new Problem('open311.key_revoked', 409);
  await tell(context, keyRevoked.name, keyId);
  return viewKey(context, await load(context, keyId));
}

async function load(context: Context, keyId: string): Promise<store.KeyRow> {
  const row = await store.findKey(context, keyId);
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

function requireManager({ actor, streetId }: Context): void {
  if (!mayManage(actor, streetId)) throw new Problem('open311.outside_your_area', 403);
}

async function tell(context: Context, name: string, keyId: string): Promise<void> {
  await context.emit({
    name,
    subject: { module: 'open311', id: keyId },
    areaPath: `/${context.streetId}/`,
    data: {},
  });
}

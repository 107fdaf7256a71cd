// SQL on the codes by which another adult joins. Every query is led by the street.
import type { Selectable } from 'kysely';
import { limits } from '#contract/families/codes.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';

const purpose = 'family.invitation';

export async function insertInvitation(context: Context, familyId: string, personId: string, code: string) {
  const { crypto } = context.services;
  return await context.db
    .insertInto('family_invitations')
    .values({
      street_id: context.streetId,
      id: context.newId(),
      family_id: familyId,
      code_index: crypto.blindIndex(purpose, code),
      code_cipher: crypto.encrypt(code),
      made_by: personId,
      made_at: context.now,
      expires_at: new Date(context.now.getTime() + limits.invitationDays * 86_400_000),
      used_at: null,
    })
    .returning(['id', 'expires_at'])
    .executeTakeFirstOrThrow();
}

/** The code in the clear, for who made it. @throws Problem 404 `input.id_unknown`. */
export async function getOwnInvitation(context: Context, invitationId: string, personId: string) {
  const row = await context.db
    .selectFrom('family_invitations')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', '=', invitationId)
    .where('made_by', '=', personId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return { ...row, code: context.services.crypto.decrypt(row.code_cipher) };
}

/** Takes the code once. @throws Problem 409 `family.code_unknown` when unknown, used or too old. */
export async function takeInvitation(
  context: Context,
  code: string,
): Promise<Selectable<{ family_id: string }>> {
  const used = await context.db
    .updateTable('family_invitations')
    .set({ used_at: context.now })
    .where('street_id', '=', context.streetId)
    .where('code_index', '=', context.services.crypto.blindIndex(purpose, code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', context.now.toISOString())
    .returning('family_id')
    .executeTakeFirst();
  if (!used) throw new Problem('family.code_unknown', 409);
  return used;
}

// SQL of a case with who stands around it, in one statement: every move asks for it.
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Context } from '#kernel/context.ts';

export async function findWithParties({ db, streetId }: Context, caseId: string) {
  return await db
    .selectFrom('cases')
    .selectAll('cases')
    .select((build) => [
      jsonArrayFrom(
        build
          .selectFrom('case_assignments as a')
          .select(['a.role', 'a.unit_kind as kind', 'a.unit_id as unitId', 'a.unit_path as path'])
          .where('a.street_id', '=', streetId)
          .where('a.case_id', '=', caseId)
          .where('a.status', 'not in', ['ended', 'waived'])
          .orderBy('a.assigned_at')
          .orderBy('a.id'),
      ).as('units'),
      jsonArrayFrom(
        build
          .selectFrom('case_requesters as r')
          .select([
            'r.id as requesterId',
            'r.account_id as accountId',
            sql<boolean>`r.phone_cipher is not null`.as('hasPhone'),
          ])
          .where('r.street_id', '=', streetId)
          .where('r.case_id', '=', caseId)
          .orderBy('r.added_at')
          .orderBy('r.id'),
      ).as('requesters'),
    ])
    .where('cases.street_id', '=', streetId)
    .where('cases.id', '=', caseId)
    .executeTakeFirst();
}

// SQL of a case that begins: the number, the case, the pairs it is found by and who asked, in one statement.
import { type Insertable, sql } from 'kysely';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { type CaseRow, dueOrder, type Generated } from './cases.ts';
import { searchGrams } from './search.ts';

export type NewCase = Omit<CaseRow, Generated | 'street_id' | 'number' | 'due_order' | 'version' | 'steps'>;
export type NewRequester = Omit<Insertable<Tables['case_requesters']>, 'street_id' | 'case_id'>;

/** Numbers of a street never repeat: the next of today, `20261121-0037`. */
export async function insertCase(
  context: Context,
  row: NewCase,
  requester: NewRequester | null,
): Promise<CaseRow> {
  const { streetId } = context;
  const day = dayOf(context.now);
  const number = sql<string>`(select ${`${day.replaceAll('-', '')}-`}::text || lpad(last::text, greatest(4, length(last::text)), '0') from taken)`;
  const inserting = context.db
    .with('taken', (db) =>
      db
        .insertInto('case_numbers')
        .values({ street_id: streetId, day, last: 1 })
        .onConflict((conflict) =>
          conflict.columns(['street_id', 'day']).doUpdateSet({ last: sql<number>`case_numbers.last + 1` }),
        )
        .returning('last'),
    )
    .with('found_by', (db) =>
      db
        .insertInto('case_search')
        .values({
          street_id: streetId,
          case_id: row.id,
          reported_at: row.reported_at,
          grams: searchGrams(row),
        })
        .returning('case_id'),
    );
  const values = {
    ...row,
    street_id: streetId,
    kind_rules: row.kind_rules && JSON.stringify(row.kind_rules),
    number,
    due_order: dueOrder(row.due_at),
    steps: 0,
    version: 1,
  };
  if (!requester)
    return await inserting.insertInto('cases').values(values).returningAll().executeTakeFirstOrThrow();
  return await inserting
    .with('asked', (db) =>
      db
        .insertInto('case_requesters')
        .values({ ...requester, street_id: streetId, case_id: row.id })
        .returning('id'),
    )
    .insertInto('cases')
    .values(values)
    .returningAll()
    .executeTakeFirstOrThrow();
}

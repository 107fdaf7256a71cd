// What a case is found by: pairs of characters led by the week of the report, the newest weeks looked up first.
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { bigrams, searchText } from '#kernel/search/bigrams.ts';
import type { CasesTable } from '../tables.ts';
import type { Build } from './reach.ts';

interface Searched {
  id: string;
  title: string;
  text: string;
  place_text: string;
  reported_at: string;
}

const weekMs = 7 * 86_400_000;
/** What was reported earlier stands in this week: every week between costs each search a look. */
const firstWeek = Math.floor(Date.UTC(2015, 0, 1) / weekMs);
const weekOf = (at: string | Date): number =>
  Math.max(firstWeek, Math.floor(new Date(at).getTime() / weekMs));

/** `2968漏水`: the week since 1970, then the pair. */
export function searchGrams(row: Omit<Searched, 'id'>): string[] {
  const week = weekOf(row.reported_at);
  return bigrams(`${row.title} ${row.text} ${row.place_text}`).map((pair) => `${week}${pair}`);
}

export async function saveSearch(context: Context, row: Searched): Promise<void> {
  const grams = searchGrams(row);
  await context.db
    .insertInto('case_search')
    .values({ street_id: context.streetId, case_id: row.id, reported_at: row.reported_at, grams })
    .onConflict((conflict) => conflict.columns(['street_id', 'case_id']).doUpdateSet({ grams }))
    .execute();
}

/** Windows of 1, 1, 2, 4, 8 … weeks: a common word ends in the first, a rare one has few rows. */
function windowsBefore(newest: Date): { first: number; last: number }[] {
  const windows: { first: number; last: number }[] = [];
  // A clock that runs ahead by a day may begin a new week.
  let last = weekOf(new Date(newest.getTime() + 86_400_000));
  let weeks = 1;
  while (last >= firstWeek) {
    windows.push({ first: Math.max(firstWeek, last - weeks + 1), last });
    last -= weeks;
    if (windows.length > 1) weeks *= 2;
  }
  return windows;
}

/** Pairs that choose the candidates; more of them do not choose better. */
const pairsMax = 3;

export interface SearchPlace {
  at: string;
  id: string;
}

/**
 * Ids of the cases whose title, text or place holds the words, newest first, one more than `limit`. Each window is
 * read as a whole and put in order; no further window is read once there are enough.
 */
export async function searchCases(
  context: Context,
  words: string,
  matching: (build: Build) => Expression<SqlBool>,
  { after, limit }: { after: SearchPlace | null; limit: number },
): Promise<string[]> {
  const pairs = choosing(bigrams(words));
  const windows = windowsBefore(after ? new Date(after.at) : context.now);
  const keys = pairs.map(
    (pair, place) =>
      sql`(select array_agg(week || ${pair}::text) from generate_series(w.first, w.last) as week) as ${sql.ref(`pair${place}`)}`,
  );
  const found = await sql<{ id: string }>`
    select found.id
    from (values ${sql.join(windows.map(({ first, last }, place) => sql`(${place}::integer, ${first}::integer, ${last}::integer)`))})
      as w(place, first, last)
    cross join lateral (select ${sql.join(keys)}) as keys
    cross join lateral (
      select c.id, w.place, c.reported_at from case_search s
      join cases c on c.street_id = ${context.streetId} and c.id = s.case_id
      where s.street_id = ${context.streetId}
        and ${sql.join(
          pairs.map((_, place) => sql`s.grams && ${sql.ref(`keys.pair${place}`)}`),
          sql` and `,
        )}
        and ${holding(words)}
        and ${after ? sql<SqlBool>`(s.reported_at, s.case_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql<SqlBool>`true`}
        and ${matching(expressionBuilder<Tables & { c: CasesTable }, 'c'>())}
      order by s.reported_at desc, s.case_id desc
      limit ${limit + 1}
    ) as found
    limit ${limit + 1}`.execute(context.db);
  return found.rows.map(({ id }) => id);
}

const choosing = (pairs: readonly string[]): string[] =>
  pairs.length <= pairsMax
    ? [...pairs]
    : Array.from(
        { length: pairsMax },
        (_, place) => pairs[Math.floor((place * (pairs.length - 1)) / (pairsMax - 1))] ?? '',
      );

/** One pair is found by the pairs themselves; more must stand side by side in the text. */
function holding(words: string): Expression<SqlBool> {
  const wanted = searchText(words);
  if ([...wanted].length <= 2) return sql<SqlBool>`true`;
  const pattern = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`lower(replace(c.title || chr(10) || c.text || chr(10) || c.place_text, ' ', '')) like ${pattern}`;
}

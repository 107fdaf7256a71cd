// The lottery. Pure: whoever has the seed and the numbers gets the same order.
import { createHash } from 'node:crypto';
import type { DrawRecord } from '#contract/activities/records.ts';

/** One tap of the lottery: all who came with it are placed together or wait together. */
export interface DrawEntry {
  /** Its number within the session, in order of arrival. */
  number: number;
  /** Places it asks for: a post with a count each; one line without post where the session has none. */
  wants: readonly { postId: string | null; places: number }[];
  /** Drawn before the others: nobody of it had a place lately. */
  first: boolean;
}

/** One line of the published record. */
export type Drawn = DrawRecord['order'][number];

export interface Room {
  places: number;
  /** Empty where the session has no posts. */
  posts: ReadonlyMap<string, number>;
}

/** SHA-256 of a text, hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What decides the order of an entry: SHA-256 of `<seed>:<number>`. */
export const lot = (seed: string, number: number): string => sha256(`${seed}:${number}`);

const peopleOf = (entry: DrawEntry) => entry.wants.reduce((sum, want) => sum + want.places, 0);

/**
 * The order of the draw: those who go first, then the others; within each by their lot, smallest first. Places are
 * given down the line; an entry that no longer fits waits and the next is tried, so that no place stays empty while
 * somebody fits.
 */
export function draw(seed: string, entries: readonly DrawEntry[], room: Room): Drawn[] {
  const lots = entries
    .map((entry) => ({ entry, hash: lot(seed, entry.number) }))
    .sort((a, b) => Number(b.entry.first) - Number(a.entry.first) || (a.hash < b.hash ? -1 : 1));
  const free = freeRoom(room);
  return lots.map(({ entry, hash }) => ({
    number: entry.number,
    people: peopleOf(entry),
    first: entry.first,
    hash,
    placed: free.take(entry.wants),
  }));
}

/** Places that are left; `take` gives all that is wanted, or nothing. */
export function freeRoom(room: Room) {
  let places = room.places;
  const posts = new Map(room.posts);
  const fits = (wants: DrawEntry['wants']) =>
    wants.reduce((sum, want) => sum + want.places, 0) <= places &&
    wants.every((want) => want.postId === null || want.places <= (posts.get(want.postId) ?? 0));
  return {
    take(wants: DrawEntry['wants']): boolean {
      if (!fits(wants)) return false;
      for (const want of wants) {
        places -= want.places;
        if (want.postId !== null) posts.set(want.postId, (posts.get(want.postId) ?? 0) - want.places);
      }
      return true;
    },
  };
}

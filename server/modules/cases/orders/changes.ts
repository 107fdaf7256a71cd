// What a row says that the order did not say before. Pure.

export interface Change {
  /** Key of a known column, or the header of one nobody knows. */
  field: string;
  before: string | null;
  after: string;
}

/** A cell that is blank or missing says nothing: exports differ in their columns. */
export function changesOf(
  known: Readonly<Record<string, string>>,
  came: Readonly<Record<string, string>>,
): Change[] {
  return Object.entries(came).flatMap(([field, after]) => {
    const before = known[field] ?? null;
    return after === '' || plain(before ?? '') === plain(after) ? [] : [{ field, before, after }];
  });
}

/** Line ends and blanks around a text differ between exports of the same order. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

export interface Version {
  digest: string;
  /** The request that brought it: the rows of one file share one. */
  request: string;
}

/**
 * A file may hold the same order twice, one row newer than the other. Handed in again it says nothing new, though its
 * first row differs from what stands: both came together before.
 */
export function isOldNews(versions: readonly Version[], digest: string): boolean {
  const current = versions.at(-1);
  if (!current) return false;
  if (current.digest === digest) return true;
  return versions.some((one) => one.digest === digest && one.request === current.request);
}

// Units that a directory names by their place: what people write for them.
import type { DirectoryUnitKind } from '#contract/cases/duty/codes.ts';
import { localUnitsWritten } from '#contract/cases/duty/words.ts';

/** The community of the place, its grid, its property company; null for the name of an organisation. */
export function localUnitNamed(written: string): Exclude<DirectoryUnitKind, 'organisation'> | null {
  return localUnitsWritten[written.replace(/\s/g, '')] ?? null;
}

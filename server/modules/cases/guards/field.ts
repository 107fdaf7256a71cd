// Guards of work on the spot (domain.md 7.4). Pure.
import type { CaseFile } from '#contract/cases/field/records.ts';
import { refusedUnless, type Verdict } from '../rules.ts';

const isPhoto = ({ mediaType }: CaseFile): boolean => mediaType.startsWith('image/');

/** What somebody settled alone is shown before and after; what an office handles may be proven otherwise. */
export function settledGuard(steps: readonly { name: string }[], files: readonly CaseFile[]): Verdict {
  const begun = steps.findLast(({ name }) => name === 'self_handle' || name === 'start');
  if (begun?.name !== 'self_handle') return true;
  const phases = new Set(files.filter(isPhoto).map(({ phase }) => phase));
  return refusedUnless(phases.has('before') && phases.has('after'), 'case.photos_before_after');
}

/** A check is a look, and a look is a photo. */
export function checkPhotoGuard(files: readonly CaseFile[], given: readonly string[]): Verdict {
  return refusedUnless(
    files.some((file) => given.includes(file.fileId) && isPhoto(file)),
    'case.check_photo',
  );
}

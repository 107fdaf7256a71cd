import { rolePermissions, roles } from '#contract/identity/roles.ts';
import { permissionWords, roleWords } from '#contract/identity/words.ts';
import type { Permission } from '#contract/permissions.ts';
import { ProblemError, sentenceOf } from './problem.ts';
import { refusalWords as words } from './words.ts';

interface Refusal {
  sentence: string;
  /** Asking again gets the same answer: the way out leads elsewhere. */
  isFinal: boolean;
}

const finalStatuses: readonly number[] = [403, 404, 409, 410];

/** What a page says that could not be read. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ProblemError)) return { sentence: sentenceOf(error), isFinal: false };
  const { permission } = error.details;
  const sentence =
    error.code === 'permission.missing' && isPermission(permission) ? meantFor(permission) : error.detail;
  return { sentence, isFinal: finalStatuses.includes(error.status) };
}

const isPermission = (value: unknown): value is Permission =>
  typeof value === 'string' && value in permissionWords;

const namedMax = 5;

/** What the page is for and who opens it, from the roles themselves. */
function meantFor(permission: Permission): string {
  const holders = roles.filter((role) => rolePermissions[role].includes(permission));
  const named = holders.slice(0, namedMax).map((role) => roleWords[role]);
  return words.meantFor(permissionWords[permission], named, holders.length > namedMax);
}

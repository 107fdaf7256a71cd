import { type Expression, type SqlBool, sql } from 'kysely';
import type { Permission } from '#contract/permissions.ts';
import type { Actor, Post } from '#kernel/context.ts';

/** Posts that carry a permission: where the actor holds it. */
export function postsWith(actor: Actor, permission: Permission): readonly Post[] {
  return actor.posts.filter((post) => post.permissions.includes(permission));
}

/** Paths below which the actor holds a permission; empty when nowhere. */
export function areasWith(actor: Actor, permission: Permission): string[] {
  return postsWith(actor, permission).map((post) => post.areaPath);
}

/** Does the actor hold the permission at this place? A path covers itself and everything below it. */
export function covers(actor: Actor, permission: Permission, areaPath: string): boolean {
  return areasWith(actor, permission).some((path) => areaPath.startsWith(path));
}

/** SQL condition: the path in `column` lies below one of `paths`. No path, no rows. */
export function inAreas(column: string, paths: readonly string[]): Expression<SqlBool> {
  if (paths.length === 0) return sql<SqlBool>`false`;
  const patterns = paths.map(startingWith);
  const reference = sql.ref(column);
  return sql<SqlBool>`(${sql.join(
    patterns.map((pattern) => sql`${reference} like ${pattern}`),
    sql` or `,
  )})`;
}

/** The pattern of `like` for what starts with a text. */
export const startingWith = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;

import type { InputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/families/endpoints.ts';
import { nicknameReset } from '#contract/families/events.ts';
import { plainNickname } from '#contract/families/words.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { mayResetNickname } from '../policy.ts';
import { lockFamily, updateFamily } from '../store/families.ts';

/** A nickname that should not be seen gives way to a plain one; the family may choose another. */
export async function resetNickname(context: Context, input: InputOf<typeof endpoints.resetNickname>) {
  const family = await lockFamily(context, input.familyId);
  if (!family) throw new Problem('input.id_unknown', 404);
  const may = mayResetNickname(context.actor, family.area_path);
  if (may !== true) throw new Problem(may, 403);
  const nickname = plainNickname(String(Number.parseInt(family.id.slice(-6), 16) % 1000).padStart(3, '0'));
  if (!(await updateFamily(context, family.id, input.version, { nickname })))
    throw new Problem('version.stale', 409, { changes: [] });
  await context.emit({
    name: nicknameReset.name,
    subject: { module: 'families', id: family.id },
    data: { reason: input.reason },
    areaPath: family.area_path,
  });
  return { familyId: family.id, version: input.version + 1 };
}

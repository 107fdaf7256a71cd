// 有事您找我: property company, then community, then subdistrict. What a tier leaves lying goes up by the clock.
import { lastTier } from '#contract/cases/kinds.ts';
import type { Context } from '#kernel/context.ts';
import { findAreaByCode } from '#modules/territory/index.ts';
import { communityGuard } from '../guards.ts';
import type { CaseRow } from '../store/cases.ts';
import { findCaseRow } from '../store/cases.ts';
import { findMatter } from '../store/matters.ts';
import { assign, unitData } from './dispatch.ts';
import { makeMove } from './step.ts';

/** One tier up; over the community's head where the matter is none of its duties (art. 17). */
export async function escalateByTimer(context: Context, row: CaseRow): Promise<void> {
  const community = row.tier + 1 < lastTier ? await communityThatMay(context, row) : null;
  await escalateTo(context, row, community ?? (await streetArea(context)));
  if (community || row.tier + 1 >= lastTier) return;
  const again = await findCaseRow(context, row.id);
  if (again) await escalateTo(context, again, await streetArea(context));
}

async function escalateTo(context: Context, row: CaseRow, unitId: string): Promise<void> {
  const units = { lead: { kind: 'area' as const, unitId }, helpers: [] };
  const columns = await assign(context, row, units);
  await makeMove(context, row, 'escalate_tier', { data: { ...unitData(units), byTimer: true }, columns });
}

async function communityThatMay(context: Context, row: CaseRow): Promise<string | null> {
  const [, code] = row.area_path.split('/').filter(Boolean);
  const area = code ? await findAreaByCode(context, code) : null;
  if (!area) return null;
  const matter = row.matter_code ? await findMatter(context, row.matter_code) : undefined;
  return communityGuard(true, matter?.community_duty ?? null) === true ? area.areaId : null;
}

async function streetArea(context: Context): Promise<string> {
  const area = await findAreaByCode(context, String(context.streetId));
  if (!area) throw new Error('the street is not on its own map');
  return area.areaId;
}

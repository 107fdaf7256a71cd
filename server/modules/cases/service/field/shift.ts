// What a phone takes along: one answer at the start of the shift instead of a question at each door.
import type { readShift as shiftEndpoint } from '#contract/cases/field/endpoints.ts';
import type { OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { areasWith, postsWith } from '#kernel/scope.ts';
import type { CaseRow } from '../../store/cases.ts';
import { countFoundMatters } from '../../store/field.ts';
import { listCaseRows } from '../../store/list.ts';
import { listMatterRows } from '../../store/matters.ts';
import { viewListed } from '../../view.ts';
import { reachFor } from '../reach.ts';
import { getCase, namesOf } from '../read.ts';
import { listChecks } from './check.ts';

type Shift = OutputOf<typeof shiftEndpoint>;

/** More than anybody does in a shift; the nearest dates come first. */
const casesMax = 40;
const nearbyMax = 6;
const frequentMax = 12;

export async function readShift(context: Context): Promise<Shift> {
  return {
    readAt: context.now.toISOString(),
    cases: await takeCases(context),
    checks: (await listChecks(context)).items,
    frequent: await frequentMatters(context),
  };
}

async function takeCases(context: Context): Promise<Shift['cases']> {
  if (postsWith(context.actor, 'case.handle').length === 0) return [];
  const { reach } = await reachFor(context, { mine: true });
  const rows = await listCaseRows(context, reach, { open: true, limit: casesMax - 1 });
  const taken: Shift['cases'] = [];
  for (const row of rows) {
    const nearby = await listNearby(context, row);
    const names = await namesOf(context, nearby);
    taken.push({
      record: await getCase(context, { caseId: row.id }),
      nearby: nearby.map((one) => viewListed(context, one, names)),
    });
  }
  return taken;
}

/** The same door or building; a whole grid is no address. */
async function listNearby(context: Context, row: CaseRow): Promise<CaseRow[]> {
  const isOwnGrid = areasWith(context.actor, 'case.handle').some((path) => path.startsWith(row.area_path));
  if (isOwnGrid) return [];
  const { reach } = await reachFor(context, {});
  const rows = await listCaseRows(context, reach, { areaPath: row.area_path, limit: nearbyMax });
  return rows.filter(({ id }) => id !== row.id).slice(0, nearbyMax);
}

/** What is found here most, then what a grid worker may settle: a long list makes people choose wrongly. */
async function frequentMatters(context: Context): Promise<string[]> {
  const found = await countFoundMatters(context, areasWith(context.actor, 'case.find'), frequentMax);
  const matters = await listMatterRows(context);
  const settled = matters.filter(({ self_handle }) => self_handle).map(({ code }) => code);
  return [...new Set([...found, ...settled])].slice(0, frequentMax);
}

// Whole streets at once, for set-up, packs and the demo.
import { type AreaKind, kindsOfLevel, type Level } from '#contract/territory/levels.ts';
import type { GridType } from '#contract/territory/records.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { readShape } from '#kernel/geo/read.ts';
import { Problem } from '#kernel/problem.ts';
import { refuseCode, refuseGridType, refuseKind, refuseParent } from '../rules.ts';
import { areasWithCodes, listGridTypes, type NewArea } from '../store/areas.ts';
import { insertAreas, saveGridTypes } from '../store/plant.ts';
import { type NewBorder, plantBoundaries } from './boundary.ts';

/** An area as a pack or a register describes it; its parent comes before it or is known already. */
export interface PlantedArea {
  level: Level;
  kind?: AreaKind | null;
  code: string;
  name: string;
  aliases?: readonly string[];
  /** Null for the street itself. */
  parentCode: string | null;
  gridType?: string | null;
  householdsDeclared?: number | null;
  note?: string;
  /** `2026-01-01`; today where it is not given. */
  validFrom?: string;
  /** Border as GeoJSON geometry in CGCS2000, where there is one. */
  boundary?: unknown;
  /** The border is a drawing, not a survey. */
  schematic?: boolean;
}

/**
 * Adds areas in one go, parents before children, and answers code → id.
 * The same rules as adding one by one; names of siblings are not compared. Borders are drawn where given.
 * @throws Problem 409 `area.*`, 404 `input.id_unknown` for a parent code nobody has, 422 `geo.*`.
 */
export async function plantAreas(
  context: Context,
  areas: readonly PlantedArea[],
): Promise<Map<string, string>> {
  const gridTypes = (await listGridTypes(context)).map((type) => type.code);
  const known = await existingParents(context, areas);
  const today = dayOf(context.now);

  const rows = areas.map((area): NewArea => {
    const parent = area.parentCode === null ? null : known.get(area.parentCode);
    if (parent === undefined) throw new Problem('input.id_unknown', 404, { code: area.parentCode });
    const kind = area.kind ?? kindsOfLevel[area.level]?.[0] ?? null;
    const refused =
      (parent && refuseParent(parent, area.level)) ??
      refuseKind(area.level, kind) ??
      refuseGridType(area.level, area.gridType ?? null, gridTypes) ??
      refuseCode(area.level, area.code, parent?.path ?? '/');
    if (refused) throw new Problem(refused.refused, 409, refused.details);

    const row: NewArea = {
      id: context.newId(),
      level: area.level,
      kind,
      code: area.code,
      name: area.name,
      aliases: [...(area.aliases ?? [])],
      parent_id: parent?.id ?? null,
      path: `${parent?.path ?? '/'}${area.code}/`,
      grid_type: area.gridType ?? null,
      households_declared: area.householdsDeclared ?? null,
      note: area.note ?? '',
      valid_from: area.validFrom ?? today,
      valid_to: null,
    };
    known.set(area.code, { ...row, validTo: null });
    return row;
  });
  await insertAreas(context, rows);

  const [first] = rows;
  if (first) {
    await context.emit({
      name: 'area.planted',
      subject: { module: 'territory', id: first.id },
      areaPath: first.path,
      data: { count: rows.length },
    });
  }
  await plantBoundaries(context, bordersOf(areas, rows));
  return new Map(rows.map((row) => [row.code, row.id]));
}

function bordersOf(areas: readonly PlantedArea[], rows: readonly NewArea[]): NewBorder[] {
  return areas.flatMap(({ boundary, schematic }, index) => {
    const row = rows[index];
    if (!row || !boundary) return [];
    return {
      areaId: row.id,
      areaPath: row.path,
      shape: readShape(boundary, 'CGCS2000'),
      validFrom: row.valid_from,
      datum: 'CGCS2000',
      schematic: schematic ?? false,
      source: '',
    } satisfies NewBorder;
  });
}

/** The types of grid this street knows, in the order of its legend; known codes are updated. */
export async function plantGridTypes(context: Context, gridTypes: readonly GridType[]): Promise<void> {
  await saveGridTypes(context, gridTypes);
}

interface Parent {
  id: string;
  level: Level;
  code: string;
  name: string;
  path: string;
  validTo: string | null;
}

async function existingParents(
  context: Context,
  areas: readonly PlantedArea[],
): Promise<Map<string, Parent>> {
  const planted = new Set(areas.map((area) => area.code));
  const missing = [...new Set(areas.flatMap((area) => area.parentCode ?? []))].filter(
    (code) => !planted.has(code),
  );
  const rows = await areasWithCodes(context, missing);
  return new Map(rows.map((row) => [row.code, { ...row, validTo: row.valid_to }]));
}

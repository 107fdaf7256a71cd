// Rows as the viewer may see them, with what the viewer may do.
import type { Area, AreaName } from '#contract/territory/records.ts';
import type { Actor } from '#kernel/context.ts';
import { mayEdit, mayReshape } from './policy.ts';
import type { AreaRow } from './store/areas.ts';

export function viewArea(actor: Actor, row: AreaRow, childrenCount: number): Area {
  const living = row.valid_to === null || 'area.retired';
  const edit = living === true ? mayEdit(actor, row.path) : living;
  return {
    areaId: row.id,
    level: row.level,
    kind: row.kind,
    code: row.code,
    name: row.name,
    aliases: row.aliases,
    parentId: row.parent_id,
    path: row.path,
    gridType: row.grid_type,
    householdsDeclared: row.households_declared,
    note: row.note,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    childrenCount,
    can: {
      edit,
      add_child: row.level === 'entrance' ? 'area.level_not_below' : edit,
      reshape: living === true ? reshape(actor, row) : living,
    },
  };
}

function reshape(actor: Actor, row: AreaRow): true | string {
  return row.level === 'street' ? 'area.is_street' : mayReshape(actor, row.path);
}

export function viewName(row: Pick<AreaRow, 'id' | 'level' | 'name'>): AreaName {
  return { areaId: row.id, level: row.level, name: row.name };
}

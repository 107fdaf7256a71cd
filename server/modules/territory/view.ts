// Rows as the viewer may see them, with what the viewer may do.
import type {
  Area,
  AreaName,
  AreaResource,
  Boundary,
  BoundaryMatch,
  MapArea,
  PositionRecord,
} from '#contract/territory/records.ts';
import { areaFieldWords } from '#contract/territory/words.ts';
import type { Actor } from '#kernel/context.ts';
import type { MultiPolygon, Position } from '#kernel/geo/shape.ts';
import type { Services } from '#kernel/services.ts';
import { mayEdit, mayReshape } from './policy.ts';
import type { AreaRow } from './store/areas.ts';
import type { BoundaryRow, DrawnArea } from './store/boundaries.ts';
import type { ListedResource } from './store/resources.ts';
import type { FieldChange } from './store/trail.ts';

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

export function viewBoundary(row: BoundaryRow): Boundary {
  return {
    boundaryId: row.id,
    areaId: row.area_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    areaM2: row.area_m2,
    label: { longitude: row.label_longitude, latitude: row.label_latitude },
    datumOfSource: row.datum_of_source,
    schematic: row.schematic,
    source: row.source,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    shape: row.geometry,
  };
}

export function viewMapArea(drawn: DrawnArea): MapArea {
  return {
    areaId: drawn.id,
    level: drawn.level,
    code: drawn.code,
    name: drawn.name,
    gridType: drawn.grid_type,
    label: { longitude: drawn.label_longitude, latitude: drawn.label_latitude },
    schematic: drawn.schematic,
    shape: drawn.geometry,
  };
}

export function viewResource(actor: Actor, row: ListedResource): AreaResource {
  return {
    resourceId: row.id,
    areaId: row.area_id,
    areaName: row.area_name,
    kind: row.kind,
    name: row.name,
    position: positionOf(row.longitude, row.latitude),
    publicPhone: row.public_phone,
    note: row.note,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    can: { edit: mayEdit(actor, row.area_path) },
  };
}

/** One shape of an imported file, before it is phrased for its viewer. */
export interface Match {
  feature: number;
  given: { code: string | null; name: string | null };
  state: 'matched' | 'unmatched' | 'faulty' | 'outside_your_area';
  matchedBy: 'code' | 'alias' | 'name' | 'hand' | null;
  area: AreaRow | null;
  shape: MultiPolygon | null;
  areaM2: number | null;
  label: Position | null;
  metresMoved: number | null;
  problem: Said | null;
  warnings: Said[];
}

export interface Said {
  code: string;
  details: Readonly<Record<string, unknown>>;
}

export function viewMatch(services: Pick<Services, 'sentence'>, match: Match): BoundaryMatch {
  const said = (one: Said) => ({
    code: one.code,
    message: services.sentence(one.code, one.details),
  });
  return {
    feature: match.feature,
    given: match.given,
    state: match.state,
    matchedBy: match.matchedBy,
    area: match.area && viewName(match.area),
    areaM2: match.areaM2,
    label: match.label && { longitude: match.label[0], latitude: match.label[1] },
    metresMoved: match.metresMoved,
    problem: match.problem && said(match.problem),
    warnings: match.warnings.map(said),
    shape: match.shape,
  };
}

function positionOf(longitude: number | null, latitude: number | null): PositionRecord | null {
  return longitude === null || latitude === null ? null : { longitude, latitude };
}

/** Changes with the words of their fields; where a field changed twice, its first and last value. */
export function withLabels(
  changes: readonly FieldChange[],
  labels: Readonly<Record<string, string>>,
): (FieldChange & { label: string })[] {
  const merged = new Map<string, FieldChange & { label: string }>();
  for (const { field, before, after } of changes) {
    const first = merged.get(field);
    merged.set(field, { field, label: labels[field] ?? field, before: first ? first.before : before, after });
  }
  return [...merged.values()];
}

export function viewEvent(row: {
  id: string;
  at: string;
  actor_name: string;
  name: string;
  data: Readonly<Record<string, unknown>>;
}) {
  const fields = Array.isArray(row.data.fields) ? row.data.fields.map(String) : [];
  return {
    eventId: row.id,
    at: row.at,
    who: row.actor_name,
    event: row.name,
    fields: fields.map((field) => areaFieldWords[field as keyof typeof areaFieldWords] ?? field),
    reason: typeof row.data.reason === 'string' ? row.data.reason : null,
  };
}

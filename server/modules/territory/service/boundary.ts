// Borders: history, drawing one, planting many.
import type { InputOf, OutputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/territory/mapEndpoints.ts';
import type { Boundary } from '#contract/territory/records.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import type { Datum } from '#kernel/geo/datum.ts';
import { readShape } from '#kernel/geo/read.ts';
import type { MultiPolygon } from '#kernel/geo/shape.ts';
import { Problem } from '#kernel/problem.ts';
import { measured } from '../place.ts';
import { refuseBoundaryDay } from '../rules.ts';
import * as store from '../store/boundaries.ts';
import { viewBoundary } from '../view.ts';
import { readableArea } from './read.ts';
import { editableArea, refuse } from './refuse.ts';

export async function listBoundaries(
  context: Context,
  input: InputOf<typeof endpoints.listBoundaries>,
): Promise<OutputOf<typeof endpoints.listBoundaries>> {
  const area = await readableArea(context, input.areaId);
  return { boundaries: (await store.boundariesOf(context, area.id)).map(viewBoundary) };
}

export async function drawBoundary(
  context: Context,
  input: InputOf<typeof endpoints.drawBoundary>,
): Promise<Boundary> {
  const area = await editableArea(context, input.areaId);
  const [present] = await store.presentBoundaries(context, [area.id]);

  if ((present?.id ?? null) !== input.replaces) {
    throw new Problem('boundary.changed_meanwhile', 409, {
      by: present?.recorded_by ?? '',
      current: present ? viewBoundary(present) : null,
    });
  }
  const validFrom = input.validFrom ?? dayOf(context.now);
  refuse(refuseBoundaryDay(validFrom, dayOf(context.now), present?.valid_from ?? null));
  const shape = readShape(input.shape, input.datum);

  await saveBoundaries(context, [
    {
      areaId: area.id,
      areaPath: area.path,
      shape,
      validFrom,
      datum: input.datum,
      schematic: input.schematic,
      source: input.source,
    },
  ]);
  const [drawn] = await store.presentBoundaries(context, [area.id]);
  if (!drawn) throw new Error('A border that was just drawn is missing.');
  return viewBoundary(drawn);
}

export interface NewBorder {
  areaId: string;
  areaPath: string;
  /** In CGCS2000 already. */
  shape: MultiPolygon;
  validFrom: string;
  /** Of the source it was read from. */
  datum: Datum;
  schematic: boolean;
  source: string;
}

/** Closes the former borders, writes the new ones and announces each. */
export async function saveBoundaries(context: Context, borders: readonly NewBorder[]): Promise<void> {
  const rows = rowsOf(context, borders);
  await store.replaceBoundaries(context, rows);
  for (const [index, row] of rows.entries()) {
    await context.emit({
      name: 'boundary.drawn',
      subject: { module: 'territory', id: row.area_id },
      areaPath: borders[index]?.areaPath ?? '/',
      data: {
        boundaryId: row.id,
        validFrom: row.valid_from,
        areaM2: row.area_m2,
        datum: row.datum_of_source,
        schematic: row.schematic,
      },
    });
  }
}

/** Borders of a whole street at set-up: one statement, one event. */
export async function plantBoundaries(context: Context, borders: readonly NewBorder[]): Promise<void> {
  const [first] = borders;
  if (!first) return;
  await store.replaceBoundaries(context, rowsOf(context, borders));
  await context.emit({
    name: 'boundary.planted',
    subject: { module: 'territory', id: first.areaId },
    areaPath: first.areaPath,
    data: { count: borders.length },
  });
}

function rowsOf(context: Context, borders: readonly NewBorder[]): store.NewBoundary[] {
  return borders.map((border) => ({
    id: context.newId(),
    area_id: border.areaId,
    valid_from: border.validFrom,
    datum_of_source: border.datum,
    schematic: border.schematic,
    source: border.source,
    ...measured(border.shape),
  }));
}

// A file of borders: read every shape by itself, find its place, say what is wrong, then make the good ones count.
import { readFile } from 'node:fs/promises';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/territory/mapEndpoints.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import type { Upload } from '#kernel/module.ts';
import { Problem } from '#kernel/problem.ts';
import { refuseBoundaryDay } from '../rules.ts';
import { presentBoundaries } from '../store/boundaries.ts';
import { type Match, viewMatch } from '../view.ts';
import { saveBoundaries } from './boundary.ts';
import { matchShapes } from './matchShapes.ts';
import { refuse } from './refuse.ts';

export async function previewBoundaries(
  context: Context,
  input: InputOf<typeof endpoints.previewBoundaries> & { file: Upload },
): Promise<OutputOf<typeof endpoints.previewBoundaries>> {
  const matches = await matchesOf(context, input);
  return { matches: matches.map((match) => viewMatch(context.services, match)) };
}

export async function importBoundaries(
  context: Context,
  input: InputOf<typeof endpoints.importBoundaries> & { file: Upload },
): Promise<OutputOf<typeof endpoints.importBoundaries>> {
  const validFrom = input.validFrom ?? dayOf(context.now);
  const matches = await matchesOf(context, input);
  const good = matches.flatMap((match) =>
    match.state === 'matched' && match.area && match.shape ? [{ area: match.area, shape: match.shape }] : [],
  );

  const present = await presentBoundaries(
    context,
    good.map(({ area }) => area.id),
  );
  const latest =
    present
      .map((row) => row.valid_from)
      .toSorted()
      .at(-1) ?? null;
  refuse(refuseBoundaryDay(validFrom, dayOf(context.now), latest));

  await saveBoundaries(
    context,
    good.map(({ area, shape }) => ({
      areaId: area.id,
      areaPath: area.path,
      shape,
      validFrom,
      datum: input.datum,
      schematic: input.schematic,
      source: input.source,
    })),
  );
  const leftOut = matches.filter((match) => match.state !== 'matched');
  return { drawn: good.length, leftOut: leftOut.map((match) => viewMatch(context.services, match)) };
}

async function matchesOf(
  context: Context,
  input: InputOf<typeof endpoints.previewBoundaries> & { file: Upload },
): Promise<Match[]> {
  const text = await readFile(input.file.path, 'utf8');
  return await matchShapes(context, text, input.datum, assignmentsOf(input.assignments));
}

/** Feature number → id of the place a person chose for it. */
function assignmentsOf(text: string): Map<number, string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Problem('boundary.assignments_unreadable', 400);
  }
  if (typeof parsed !== 'object' || parsed === null)
    throw new Problem('boundary.assignments_unreadable', 400);
  return new Map(Object.entries(parsed).map(([feature, areaId]) => [Number(feature), String(areaId)]));
}

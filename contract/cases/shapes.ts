// Shapes that the endpoints of cases share, and the one way a move or an act is called.
import { z } from 'zod';
import { id, instant, line, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import type { Permission } from '#contract/permissions.ts';
import * as codes from './codes.ts';
import type { Move } from './machine.ts';
import { caseMoved } from './records.ts';

export const caseParams = z.object({ caseId: id });
export const fileIds = z.array(id).max(20).default([]);

export const whatAndWhere = {
  text: text(4000).describe('May be empty when there is a photo'),
  matterCode: line(20).nullable().default(null),
  areaId: id.nullable().default(null),
  placeText: text(200).default(''),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  fileIds,
};

/** A move or act on one case: POST /api/cases/:caseId/<verb>; the body names the version it was made on. */
export function deed<Shape extends z.ZodRawShape>(
  verb: Move | codes.Act | 'decide_extension' | 'arbitrate',
  access: Permission,
  summary: string,
  shape: Shape,
) {
  return endpoint({
    name: `cases.${verb}`,
    method: 'POST',
    path: `/api/cases/:caseId/${verb.replaceAll('_', '-')}`,
    summary,
    access,
    params: caseParams,
    body: z.object({ ...shape, version }),
    output: caseMoved,
  });
}

export const reason = { reason: line(500) };
export const note = { note: text(1000).default('') };
export const unitOf = z.object({ kind: z.enum(codes.unitKinds), unitId: id });
export const helpers = z
  .array(unitOf.extend({ dueAt: instant.nullable().default(null) }))
  .max(10)
  .default([]);

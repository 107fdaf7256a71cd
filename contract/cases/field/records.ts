import { z } from 'zod';
import { id, instant } from '#contract/common.ts';
import { statuses } from '../machine.ts';

export const filePhases = ['before', 'after'] as const;
export type FilePhase = (typeof filePhases)[number];

/** One photo or recording of a case. */
export const caseFile = z
  .object({
    fileId: id,
    mediaType: z.string(),
    phase: z.enum(filePhases).nullable(),
    takenAt: instant.nullable(),
  })
  .meta({ id: 'CaseFile' });
export type CaseFile = z.output<typeof caseFile>;

/** What a checker sees: the place, what was to be done and what was done; no person. */
export const checkRecord = z
  .object({
    caseId: id,
    number: z.string(),
    title: z.string(),
    matter: z.string().nullable(),
    areaName: z.string().nullable(),
    placeText: z.string(),
    result: z.string().nullable(),
    finishedAt: instant.nullable(),
    status: z.enum(statuses),
    version: z.number().int(),
    files: z.array(caseFile),
  })
  .meta({ id: 'CheckRecord' });
export type CheckRecord = z.output<typeof checkRecord>;

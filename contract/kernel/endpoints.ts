import { z } from 'zod';
import { id, instant } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';

export const readHealth = endpoint({
  name: 'kernel.health',
  method: 'GET',
  path: '/api/health',
  summary: 'Ready when it answers 200: version, database and job worker.',
  access: 'public',
  output: z.object({
    status: z.enum(['ready', 'degraded']),
    version: z.string(),
    database: z.object({ state: z.enum(['up', 'down']), version: z.string(), embedded: z.boolean() }),
    worker: z.object({ state: z.enum(['running', 'off', 'stopped']) }),
    demo: z.boolean(),
    street: z.object({ name: z.string(), district: z.string(), schematic: z.boolean() }).nullable(),
    calendarUntil: z.string().nullable().describe('Last day of the published working calendar'),
  }),
});

export const listen = endpoint({
  name: 'kernel.live',
  method: 'GET',
  path: '/api/live',
  summary: 'Server-sent events: a hint that something changed; read it again to know what.',
  access: 'signed_in',
  kind: 'live',
  output: z.object({ seq: z.number(), name: z.string(), module: z.string(), subjectId: z.string() }),
});

export const storedFile = z
  .object({
    fileId: id,
    fileName: z.string(),
    mediaType: z.string(),
    bytes: z.number().int(),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    place: z
      .object({ longitude: z.number(), latitude: z.number() })
      .nullable()
      .describe('Where the photo says it was taken (CGCS2000); offered once, then removed from the file'),
    takenAt: instant.nullable(),
  })
  .meta({ id: 'StoredFile' });
export type StoredFile = z.output<typeof storedFile>;

export const uploadFile = endpoint({
  name: 'kernel.upload_file',
  method: 'POST',
  path: '/api/files',
  summary: 'Takes a photo, PDF or recording; the content decides the type, EXIF and GPS are removed.',
  access: 'signed_in',
  kind: 'upload',
  callsPerMinuteMax: 120,
  body: z.object({
    phase: z.enum(['before', 'after']).optional().describe('What a photo of work shows'),
    takenAt: instant.optional().describe('When the phone took it, where the file does not say'),
  }),
  output: storedFile,
});

const fileParams = z.object({ fileId: id });

export const readFile = endpoint({
  name: 'kernel.read_file',
  method: 'GET',
  path: '/api/files/:fileId',
  summary: 'The file, for its uploader and for those who may see what it belongs to.',
  access: 'signed_in',
  kind: 'stream',
  params: fileParams,
  query: z.object({ size: z.enum(['full', 'thumbnail']).default('full') }),
  output: z.unknown(),
});

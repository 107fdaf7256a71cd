import { z } from 'zod';
import { day, id, instant } from '#contract/common.ts';
import { photoShows, publicAsks } from './codes.ts';

const publicPhoto = z.object({ fileId: id, shows: z.enum(photoShows) });

export const publicCase = z
  .object({
    publicationId: id,
    asks: z.enum(publicAsks),
    title: z.string(),
    asked: z.string(),
    done: z.string(),
    matter: z.string().nullable(),
    community: z.object({ areaId: id, name: z.string() }).nullable(),
    reportedOn: day,
    closedOn: day,
    photos: z.array(publicPhoto),
  })
  .meta({ id: 'PublicCase' });
export type PublicCase = z.output<typeof publicCase>;

export const publication = z
  .object({
    publicationId: id.nullable().describe('Null while nothing is public'),
    title: z.string(),
    asked: z.string(),
    done: z.string(),
    publishedAt: instant.nullable(),
    publishedBy: z.string().nullable(),
    photos: z
      .array(publicPhoto.extend({ chosen: z.boolean(), may: z.union([z.literal(true), z.string()]) }))
      .describe('Pictures of the case; none goes out unless it was chosen'),
    may: z.union([z.literal(true), z.string()]).describe('Whether it may be published; else the reason'),
  })
  .meta({ id: 'CasePublication' });
export type Publication = z.output<typeof publication>;

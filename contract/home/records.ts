import { z } from 'zod';
import { can, id } from '#contract/common.ts';

const callable = {
  name: z.string(),
  phone: z.string().nullable().describe('Null where the viewer may not have it, or there is none'),
};

/** What a person meets at home: where it is, and who is one call away. */
export const home = z
  .object({
    name: z.string().describe('Of the viewer'),
    source: z
      .enum(['register', 'choice'])
      .nullable()
      .describe('How the place is known: household file, own choice; null while it is not'),
    community: z.object({ areaId: id, name: z.string() }).nullable(),
    door: z.string().nullable().describe('Estate, building and entrance as people say it'),
    wardens: z
      .array(z.object({ ...callable, place: z.string() }))
      .describe(
        'Phones in the clear for the neighbours of the own door only: that is what wardens agreed to',
      ),
    gridWorkers: z.array(z.object({ name: z.string() })),
    property: z.object(callable).nullable(),
    communityOffice: z.object(callable).nullable(),
    can: can('choose_community'),
  })
  .meta({ id: 'Home' });
export type Home = z.output<typeof home>;

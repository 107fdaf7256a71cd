import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { levels, resourceKinds } from './levels.ts';
import { datum } from './records.ts';

export const areaCreated = event('area.created', z.object({ level: z.enum(levels), code: z.string() }));
/** A whole set of areas at once, at set-up or by import. */
export const areasPlanted = event('area.planted', z.object({ count: z.number().int() }));
export const areaChanged = event('area.changed', z.object({ fields: z.array(z.string()) }));
/** The area and everything below it have new paths; whoever keeps copies replaces the prefix. */
export const areaMoved = event(
  'area.moved',
  z.object({ parentId: id, fromPath: z.string(), toPath: z.string(), count: z.number().int() }),
);
export const areaRetired = event('area.retired', z.object({ validTo: z.iso.date() }));

export const boundaryDrawn = event(
  'boundary.drawn',
  z.object({
    boundaryId: id,
    validFrom: z.iso.date(),
    areaM2: z.number().int(),
    datum,
    schematic: z.boolean(),
  }),
);
/** A whole set of borders at once, at set-up. */
export const boundariesPlanted = event('boundary.planted', z.object({ count: z.number().int() }));
export const resourceAdded = event('resource.added', z.object({ areaId: id, kind: z.enum(resourceKinds) }));
export const resourceChanged = event(
  'resource.changed',
  z.object({ areaId: id, kind: z.enum(resourceKinds), fields: z.array(z.string()) }),
);
export const resourceRemoved = event(
  'resource.removed',
  z.object({ areaId: id, kind: z.enum(resourceKinds) }),
);

import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { levels } from './levels.ts';

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

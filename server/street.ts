// Planting the street of a pack: its row, grid types, areas and borders.
import type { Kysely } from 'kysely';
import type { Tables } from '#kernel/database/tables.ts';
import type { Street } from '#kernel/http/streets.ts';
import type { Kernel } from '#kernel/kernel.ts';
import { plantProgrammes } from '#modules/activities/index.ts';
import { plantLimits, plantMatters, plantReplyLines } from '#modules/cases/index.ts';
import { plantPoints } from '#modules/points/index.ts';
import { plantAreas, plantGridTypes } from '#modules/territory/index.ts';
import { readAreas } from '../packs/areas.ts';
import { matterPhrases } from '../packs/matterPhrases.ts';
import { matters } from '../packs/matters.ts';
import type { Pack } from '../packs/pack.ts';
import { type PackName, packs } from '../packs/packs.ts';
import { replyLines } from '../packs/replies.ts';

/** @throws Error for a name that no folder below packs/ has. */
export function packCalled(name: string): Pack {
  const pack = (packs as Partial<Record<string, Pack>>)[name as PackName];
  if (pack) return pack;
  throw new Error(`JIA_PACK names no pack: ${name}. There are ${Object.keys(packs).join(', ')}.`);
}

export function streetOfPack(packName: string, demo: boolean): Street {
  const { code, name, district, schematic } = packCalled(packName).street;
  return { streetId: code, name, district, pack: packName, host: null, schematic, demo };
}

/** Writes the street and its areas in the caller's transaction, at the time of the kernel's clock. */
export async function plantPack(kernel: Kernel, db: Kysely<Tables>, street: Street): Promise<void> {
  const pack = packCalled(street.pack);
  const context = kernel.systemContext(street, db);
  const { streetId, name, district, schematic, demo } = street;
  await db
    .insertInto('streets')
    .values({
      street_id: streetId,
      name,
      district,
      pack: street.pack,
      schematic,
      demo,
      created_at: context.now,
    })
    .execute();
  await plantGridTypes(context, pack.gridTypes);
  await plantAreas(
    context,
    readAreas(pack).map((area) => ({ ...area, aliases: area.alias ? [area.alias] : [] })),
  );
  await plantMatters(context, matters, matterPhrases);
  await plantReplyLines(context, [...replyLines, ...(pack.replies ?? [])]);
  await plantProgrammes(context, pack.activityProgrammes ?? []);
  await plantPoints(context, pack.points);
  await plantLimits(context, `${street.pack}-1`, {
    limits: pack.limits ?? [],
    workingHours: pack.calendar.workingHours,
    ...(pack.kinds ? { kinds: pack.kinds } : {}),
  });
}

import { nationalDays } from '#kernel/calendar/national.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import type { Kernel } from '#kernel/kernel.ts';
import { plantAreas, plantGridTypes } from '#modules/territory/index.ts';
import { readAreas } from '../packs/areas.ts';
import { type PackName, packs } from '../packs/packs.ts';

const insertMax = 500;

/**
 * Sets up an empty database with the street of the chosen pack, and its demo people where demo mode is on.
 * Answers whether this deployment is a demo; running it again changes nothing.
 */
export async function setUp(kernel: Kernel, log: (line: string) => void): Promise<boolean> {
  const { config } = kernel.services;
  await seedCalendar(kernel);
  const streets = await kernel.streets.all();
  if (streets.length > 0) return config.JIA_DEMO !== 'off' && streets.every((street) => street.demo);

  const demo = config.JIA_DEMO !== 'off';
  const streetId = await plantStreet(kernel, config.JIA_PACK, demo);
  log(`Set up ${packs[config.JIA_PACK as PackName].street.name} (${streetId}).`);
  if (demo) {
    const { replayDemo } = await import('../demo/replay.ts');
    await replayDemo(kernel, streetId, log);
  }
  return demo;
}

/** Seeds the published years; a day that somebody has corrected since is left alone. */
export async function seedCalendar(kernel: Kernel): Promise<void> {
  const rows = (await nationalDays()).map((day) => ({
    day: day.day,
    is_workday: day.isWorkday,
    kind: day.kind,
    name: day.name,
    source: 'pack',
  }));
  for (let start = 0; start < rows.length; start += insertMax) {
    await kernel.db
      .insertInto('calendar_days')
      .values(rows.slice(start, start + insertMax))
      .onConflict((conflict) => conflict.column('day').doNothing())
      .execute();
  }
}

/** The street, and its areas with their boundaries, in one transaction. Answers the street's id. */
export async function plantStreet(kernel: Kernel, packName: string, demo: boolean): Promise<number> {
  const pack = packs[packName as PackName];
  if (!pack) {
    throw new Error(`JIA_PACK names no pack: ${packName}. There are ${Object.keys(packs).join(', ')}.`);
  }
  const { code, name, district, schematic } = pack.street;
  const street = { streetId: code, name, district, pack: packName, host: null, schematic, demo };
  await inTransaction(kernel.db, async (transaction) => {
    const context = kernel.systemContext(street, transaction);
    await transaction
      .insertInto('streets')
      .values({ street_id: code, name, district, pack: packName, schematic, demo, created_at: context.now })
      .execute();
    await plantGridTypes(context, pack.gridTypes);
    const areas = readAreas(pack);
    await plantAreas(
      context,
      areas.map((area) => ({ ...area, aliases: area.alias ? [area.alias] : [] })),
    );
  });
  return code;
}

import { nationalDays } from '#kernel/calendar/national.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import type { Kernel } from '#kernel/kernel.ts';
import { appointAdministrators, readAdministrators } from './administrators.ts';
import { plantPack, streetOfPack } from './street.ts';

const insertMax = 500;

/**
 * Sets up an empty database: the street of the chosen pack, with its demo people in demo mode, with its first three
 * administrators otherwise. Each is one transaction, so that a process killed halfway leaves nothing behind and the
 * next start begins anew. Answers whether this deployment is a demo; running it again changes nothing.
 */
export async function setUp(kernel: Kernel, log: (line: string) => void): Promise<boolean> {
  const { config } = kernel.services;
  await seedCalendar(kernel);
  const streets = await kernel.streets.all();
  if (streets.length > 0) return config.JIA_DEMO !== 'off' && streets.every((street) => street.demo);

  if (config.JIA_DEMO === 'off') {
    await foundStreet(kernel, log);
    return false;
  }
  const { replayDemo } = await import('../demo/replay.ts');
  await replayDemo(kernel, config.JIA_PACK, log);
  return true;
}

async function foundStreet(kernel: Kernel, log: (line: string) => void): Promise<void> {
  const { JIA_ADMINS, JIA_PACK } = kernel.services.config;
  const administrators = readAdministrators(JIA_ADMINS);
  const street = streetOfPack(JIA_PACK, false);
  const lines: string[] = [];
  await inTransaction(kernel.db, async (db) => {
    lines.length = 0;
    await plantPack(kernel, db, street);
    await appointAdministrators(kernel.systemContext(street, db), administrators, (line) => lines.push(line));
  });
  log(`Set up ${street.name} (${street.streetId}).`);
  for (const line of lines) log(line);
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

/** A street without people, in a transaction of its own. Answers the street's id. */
export async function plantStreet(kernel: Kernel, packName: string, demo: boolean): Promise<number> {
  const street = streetOfPack(packName, demo);
  await inTransaction(kernel.db, (db) => plantPack(kernel, db, street));
  return street.streetId;
}

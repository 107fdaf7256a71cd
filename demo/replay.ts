import { inTransaction } from '#kernel/database/transaction.ts';
import type { Kernel } from '#kernel/kernel.ts';
import { plantPack, streetOfPack } from '../server/street.ts';
import { playBeiyuan } from './replay/beiyuan.ts';
import { beginning } from './replay/posts.ts';
import { playSmallStaff } from './replay/smallStaff.ts';
import { goTo, openStage } from './replay/stage.ts';

/**
 * Plays the demo street into an empty database, through the services that people use and under a clock that runs
 * through the year before today. All of it is one transaction: a demo is there whole or not at all.
 */
export async function replayDemo(
  kernel: Kernel,
  packName: string,
  log: (line: string) => void,
): Promise<void> {
  const street = streetOfPack(packName, true);
  await inTransaction(kernel.db, async (db) => {
    const stage = openStage({ kernel, street, db, log });
    goTo(stage, beginning, 9);
    await plantPack(stage.kernel, db, street);
    log(`${street.name}: communities and grids with their borders.`);
    await (packName === 'beiyuan' ? playBeiyuan(stage) : playSmallStaff(stage));
    stage.clock.set(stage.end);
    await stage.office().emit({
      name: 'demo.planted',
      subject: { module: 'demo', id: String(street.streetId) },
      data: { pack: packName },
    });
  });
}

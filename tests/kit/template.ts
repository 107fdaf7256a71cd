import { tmpdir } from 'node:os';
import { stoppedClock } from '#kernel/clock.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database/database.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { createKernel } from '#kernel/kernel.ts';
import { assignPostTo } from '#modules/identity/index.ts';
import { plantPeople } from '#modules/people/index.ts';
import { findAreaByCode, plantAreas } from '#modules/territory/index.ts';
import { modules } from '../../server/modules.ts';
import { makeServices } from '../../server/services.ts';
import { plantStreet, seedCalendar } from '../../server/setup.ts';
import { testFamilies } from './families.ts';
import { testPeople } from './people.ts';
import { testPlaces } from './places.ts';
import { shopFor } from './shops.ts';

const testSecret = 'only-for-tests-only-for-tests-only-for-tests';
export const plantedAt = '2026-11-01T00:00:00.000Z';

/** Two streets with their people: what every test file starts from. */
export async function plantTemplate(url: string): Promise<void> {
  const database = openDatabase({ url, connectionsMax: 2 });
  try {
    const config = readConfig({ DATA_DIR: tmpdir(), LOG_LEVEL: 'error', JIA_SECRET: testSecret });
    const services = await makeServices(config, modules, { clock: stoppedClock(plantedAt) });
    const kernel = createKernel({ services, database, modules });
    await seedCalendar(kernel);
    await plantStreet(kernel, 'neutral', false);
    await plantStreet(kernel, 'wenjing', false);
    for (const person of testPeople) {
      const street = await kernel.streets.byId(person.streetId);
      if (!street) throw new Error('The template has no street.');
      await inTransaction(kernel.db, async (transaction) => {
        const context = kernel.systemContext(street, transaction);
        if (person === testPeople[0]) {
          await plantAreas(context, testPlaces);
          await plantPeople(context, testFamilies);
        }
        const area = await findAreaByCode(context, person.areaCode);
        if (!area) throw new Error(`No area ${person.areaCode}.`);
        const organisationId = await shopFor(context, person);
        await assignPostTo(context, {
          ...(organisationId ? { organisationId } : {}),
          name: person.name,
          phone: person.phone,
          role: person.role,
          areaId: area.areaId,
        });
      });
    }
  } finally {
    await database.close();
  }
}

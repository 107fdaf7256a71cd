// The classifier of a street: from the phrases of the pack, then from what its own people put right.
import { expect, it } from 'vitest';
import { openCase, registerCase } from '#contract/cases/endpoints.ts';
import { suggestCase } from '#contract/cases/suggest.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { modules } from '../../server/modules.ts';
import { streetId } from '../kit/people.ts';
import { testStreet } from '../kit/street.ts';

const street = await testStreet();
const dispatcher = await street.as('沈派单');
const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
const areaId = items.find(({ code }) => code === '990101001001001E01B01U1')?.areaId ?? '';

/** One run of a schedule of the module, as the worker makes it. */
async function run(name: string): Promise<void> {
  const schedule = modules.flatMap(({ schedules = [] }) => schedules).find((one) => one.name === name);
  const home = (await street.kernel.streets.all()).find((one) => one.streetId === streetId);
  if (!schedule || !home) throw new Error(`no schedule ${name}`);
  await inTransaction(street.kernel.db, (db) => schedule.run(street.kernel.systemContext(home, db)));
}

const suggested = async (text: string) => (await dispatcher.call(suggestCase, { body: { text } })).matters[0];
const open = async (text: string) =>
  await dispatcher.call(openCase, { body: { kind: 'resident_report', channel: 'phone', text, areaId } });
const models = async () =>
  (
    await street.owner.query<{ version: number; own_lessons: number; labels: number }>(
      'select version, own_lessons, labels from case_models where street_id = $1 order by version',
      [streetId],
    )
  ).rows;

it('learns from the pack at once, and from corrected cases in the night', { timeout: 240_000 }, async () => {
  await run('cases.begin_learning');
  expect(await models()).toEqual([{ version: 1, own_lessons: 0, labels: 72 }]);
  await run('cases.begin_learning');
  expect(await models()).toHaveLength(1);
  const plain = await suggested('夜里井盖一轧就响');
  expect(plain).toMatchObject({ code: '0804', words: expect.arrayContaining(['井盖']) });

  const text = '楼后面那辆僵尸车没人要，全是灰';
  expect((await suggested(text))?.code).not.toBe('2001');
  const { caseId } = await open(text);
  const kept = await street.owner.query(
    'select suggested_matter, model_version from cases where street_id = $1 and id = $2',
    [streetId, caseId],
  );
  expect(kept.rows[0]).toMatchObject({ model_version: 1 });

  for (const told of [
    '僵尸车占着车位',
    '院里停着僵尸车',
    '僵尸车轮胎都瘪了',
    '又是那辆僵尸车',
    '僵尸车拖走吧',
    '僵尸车一年没动',
  ]) {
    const taken = await open(told);
    await dispatcher.call(registerCase, {
      params: { caseId: taken.caseId },
      body: { matterCode: '2001', areaId, urgency: 'ordinary', version: taken.version },
    });
  }
  await run('cases.learn');
  const [, second] = await models();
  expect(second).toMatchObject({ version: 2 });
  // What the first one proposed wrongly, and people put right.
  expect(second?.own_lessons).toBeGreaterThan(0);
});

// J12 of the ledger with the whole street around it; `npm run bench -- kill` does it twenty times.
import { afterAll, expect, it } from 'vitest';
import { countOf, killTrials } from '../../bench/kill/trials.ts';
import { benchPlace } from '../../bench/server.ts';

const place = await benchPlace();
afterAll(() => place.remove());

it('nothing that was answered is lost when app and database are killed', { timeout: 480_000 }, async () => {
  const { done, recoveries, lost, faults } = await killTrials(place, {
    kills: 3,
    peopleEach: 80,
    answersBetween: 20,
    progress: () => {},
  });
  expect(lost).toEqual({ signUps: 0, arrivals: 0, departures: 0, points: 0, redemptions: 0 });
  expect(faults).toEqual([]);
  expect(recoveries.map(({ victim }) => victim)).toEqual(['app', 'database', 'both']);
  // Each kill met work of every kind, and nobody was turned away for it.
  expect(countOf(done)).toBeGreaterThanOrEqual(80);
  for (const kind of ['signUps', 'arrivals', 'departures', 'redemptions'] as const)
    expect(done[kind].length, kind).toBeGreaterThan(0);
  expect(done.refused).toEqual([]);
});

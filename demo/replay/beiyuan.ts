import { refreshStatistics } from '#kernel/database/statistics.ts';
import { peopleOfTheStreet } from '../people.ts';
import { plantOffices } from './offices.ts';
import { closedGates, placesOf, plantPlaces } from './places.ts';
import { appointEverybody, beginning, delegateToday } from './posts.ts';
import { plantRegister } from './register.ts';
import { shiftStreet } from './shift.ts';
import { goTo, type Stage, timed } from './stage.ts';
import { playTheYear } from './year.ts';

export async function playBeiyuan(stage: Stage): Promise<void> {
  const street = await timed(
    stage,
    ({ persons }) => `${persons.length} people imagined`,
    async () => shiftStreet(peopleOfTheStreet(), stage.today),
  );
  goTo(stage, beginning, 10);
  await timed(
    stage,
    () => `${street.entrances.length} entrances in ${street.buildings.length} buildings`,
    () => plantPlaces(stage, street),
  );
  const places = await placesOf(stage, [
    ...street.posts.map((post) => post.areaCode),
    ...street.estates.map((estate) => estate.gridCode),
    ...street.entrances.map((entrance) => entrance.code),
    ...closedGates.map((gate) => gate.code),
    ...street.organisations.flatMap((one) => [one.areaCode, ...one.estatesServed]),
  ]);
  const organisationIds = await timed(
    stage,
    (ids) => `${ids.size} organisations`,
    () => plantOffices(stage, street, places),
  );
  const planted = await timed(
    stage,
    ({ householdIds, personIds }) => `${householdIds.size} households, ${personIds.size} residents`,
    () => plantRegister(stage, street),
  );
  await refreshStatistics(stage.db);
  const holders = await timed(
    stage,
    () => `${street.posts.length} posts`,
    () => appointEverybody(stage, street, places, organisationIds),
  );
  await timed(
    stage,
    (count) => `${count} things that happened during the year`,
    () => playTheYear(stage, { street, places, organisationIds, planted, holders }),
  );
  await delegateToday(stage, street, holders);
}

import { peoplePurged, personErased } from '#contract/people/events.ts';
import type { Context } from '#kernel/context.ts';
import type { Schedule } from '#kernel/module.ts';
import { termEndsBefore } from './retention.ts';
import {
  deleteConsentsBefore,
  deleteDecidedBefore,
  deleteRevealsBefore,
  departedBefore,
  erasePersons,
} from './store/erase.ts';

/** A night's work is bounded; what is left over goes the next night. */
const personsANightMax = 1_000;

export const peopleSchedules: readonly Schedule[] = [
  { name: 'people.purge', cron: '20 3 * * *', run: purge },
];

/** Erases and deletes what has served its term. Runs again without harm. */
export async function purge(context: Context): Promise<void> {
  const { now } = context;
  const persons = await departedBefore(context, termEndsBefore('departed', now), personsANightMax);
  await erasePersons(
    context,
    persons.map((person) => person.id),
  );
  for (const person of persons)
    await context.emit({
      name: personErased.name,
      subject: { module: 'people', id: person.id },
      data: { because: 'retention', erasureId: null },
      areaPath: person.area_path,
    });

  const consents = await deleteConsentsBefore(context, termEndsBefore('consent_proof', now));
  const requests =
    (await deleteDecidedBefore(context, termEndsBefore('request', now))) +
    (await deleteRevealsBefore(context, termEndsBefore('trail', now)));
  if (persons.length + consents + requests === 0) return;
  await context.emit({
    name: peoplePurged.name,
    subject: { module: 'people', id: context.newId() },
    data: { persons: persons.length, consents, requests },
  });
}

import { ageOn } from '#kernel/calendar/time.ts';
import { streetPlan } from './plan.ts';
import type { Random } from './random.ts';
import type { DemoGuardianship, DemoPerson } from './types.ts';

const fullAge = 18;
/** A few guardians have taken their word back, so that the screens have both. */
const withdrawnShare = 0.03;

/** Everybody under 18 has the adults of the first two generations above as guardians. */
export function guardianshipsOf(family: readonly DemoPerson[], chance: Random): DemoGuardianship[] {
  const children = family.filter((person) => ageOn(streetPlan.day, person.bornOn) < fullAge);
  const elders = family.filter((person) => person.relation === 'head' || person.relation === 'spouse');
  return children.flatMap((child) => {
    const withdrawn = chance.chance(withdrawnShare) && child.bornOn < '2025-03-01';
    const givenOn = `2025-${String(chance.between(3, 12)).padStart(2, '0')}-15`;
    return elders.map((elder): DemoGuardianship => {
      return {
        childKey: child.key,
        guardianKey: elder.key,
        relation:
          child.relation === 'grandchild' ? 'grandparent' : elder.sex === 'female' ? 'mother' : 'father',
        consent: withdrawn ? 'withdrawn' : 'given',
        givenOn: givenOn < child.bornOn ? child.bornOn : givenOn,
        withdrawnOn: withdrawn ? '2026-09-08' : null,
      };
    });
  });
}

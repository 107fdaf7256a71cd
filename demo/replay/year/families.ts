// Births, and guardians who take their word back.
import { getPerson, registerPerson } from '#contract/people/endpoints.ts';
import { addGuardianship, withdrawConsent } from '#contract/people/protection.ts';
import type { DemoGuardianship, DemoPerson } from '../../types.ts';
import { perform } from '../stage.ts';
import { type Cast, daysAgoOf, type Scene } from '../year.ts';

/** A child is brought to the counter some weeks after its birth. */
const daysUntilRegistered = 20;

export function familyScenes(cast: Cast): Scene[] {
  const { street, planted, stage } = cast;
  const bonds = Map.groupBy(street.guardianships, (bond) => bond.childKey);
  const newborns = street.persons.filter(
    (person) => person.householdCode !== null && !planted.personIds.has(person.key),
  );
  const born = new Set(newborns.map((child) => child.key));
  const withdrawn = [...bonds.values()].flatMap(([first]) =>
    first?.withdrawnOn && !born.has(first.childKey) ? [{ ...first, withdrawnOn: first.withdrawnOn }] : [],
  );
  return [
    ...newborns.map((child) => ({
      daysAgo: Math.max(0, daysAgoOf(stage, child.bornOn) - daysUntilRegistered),
      hour: 9,
      play: () => registerChild(cast, child, bonds.get(child.key) ?? []),
    })),
    ...withdrawn.map((bond) => ({
      daysAgo: daysAgoOf(stage, bond.withdrawnOn),
      hour: 15,
      play: () => takeBack(cast, bond.childKey),
    })),
  ];
}

function clerkFor(cast: Cast, householdCode: string | null) {
  return cast.clerkOf((householdCode ?? '').slice(0, 12));
}

async function registerChild(
  cast: Cast,
  child: DemoPerson,
  [first, ...others]: readonly DemoGuardianship[],
): Promise<void> {
  if (!first) throw new Error(`child ${child.key} has no guardian`);
  const clerk = clerkFor(cast, child.householdCode);
  const { personId } = await perform(cast.stage, clerk, registerPerson, {
    body: {
      name: child.name,
      sex: child.sex,
      bornOn: child.bornOn,
      householdId: cast.householdIdOf(child.householdCode ?? ''),
      ...(child.relation ? { relation: child.relation } : {}),
      guardian: { personId: cast.personIdOf(first.guardianKey), relation: first.relation },
      consent: { evidenceNote: `出生登记第${child.key.slice(1)}号` },
    },
  });
  cast.planted.personIds.set(child.key, personId);
  for (const bond of others) {
    await perform(cast.stage, clerk, addGuardianship, {
      params: { personId },
      body: { guardianId: cast.personIdOf(bond.guardianKey), relation: bond.relation, verified: true },
    });
  }
}

async function takeBack(cast: Cast, childKey: string): Promise<void> {
  const child = cast.street.persons.find((person) => person.key === childKey);
  const clerk = clerkFor(cast, child?.householdCode ?? null);
  const record = await perform(cast.stage, clerk, getPerson, {
    params: { personId: cast.personIdOf(childKey) },
  });
  const standing = record.consents.find((consent) => consent.withdrawnAt === null);
  if (!standing) return;
  await perform(cast.stage, clerk, withdrawConsent, {
    params: { consentId: standing.consentId },
    body: { reason: '家长来居委会说明，不再同意留存' },
  });
}

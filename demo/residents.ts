// Residents of the sampled homes: every door warden's household, and more homes where the plan asks for them.
import type { CareTag, HouseholdTag } from '#contract/people/codes.ts';
import { ageOn } from '#kernel/calendar/time.ts';
import type { FamilyMix, Member } from './families.ts';
import { familyOf } from './families.ts';
import type { FixedFamily } from './fixedFamilies.ts';
import { fixedFamilies } from './fixedFamilies.ts';
import { guardianshipsOf } from './guardians.ts';
import { surnameOf } from './names.ts';
import type { Places } from './places.ts';
import { fullySampledGrid, streetPlan } from './plan.ts';
import type { Random } from './random.ts';
import type { Register } from './register.ts';
import type { DemoEntrance, DemoGuardianship, DemoHousehold, DemoPerson, DemoPost } from './types.ts';

export interface Residents {
  guardianships: DemoGuardianship[];
  wardens: DemoPost[];
  /** Adults with a phone, by community: where part-time workers and volunteers come from. */
  adultsOf: Map<string, { person: DemoPerson; gridCode: string }[]>;
}

const partyHubShare = 0.09;
const trustedShare = 0.12;

/** Fills homes with people; marks hubs and trusted neighbours on the homes it fills. */
export function settleResidents(
  places: Places,
  households: readonly DemoHousehold[],
  register: Register,
  chance: Random,
): Residents {
  const residents: Residents = { guardianships: [], wardens: [], adultsOf: new Map() };
  const homesOf = Map.groupBy(households, (home) => home.entranceCode);
  const doubled = entrancesWithTwoWardens(places.entrances, chance);
  for (const entrance of places.entrances) {
    const homes = homesOf.get(entrance.code) ?? [];
    const wardens = doubled.has(entrance.code) ? 2 : 1;
    for (const { home, mix, warden } of chooseHomes(entrance, homes, wardens, chance)) {
      const family = warden ? 'warden' : mix;
      const members = settle(home, family, register, chance);
      record(residents, entrance, members, warden, chance);
    }
  }
  return residents;
}

interface Chosen {
  home: DemoHousehold;
  mix: FamilyMix;
  warden: boolean;
}

/** The report counts one warden for each stairwell of 帅府, so the entrances with two lie elsewhere. */
function entrancesWithTwoWardens(entrances: readonly DemoEntrance[], chance: Random): Set<string> {
  const extra = streetPlan.wardens - entrances.length;
  const elsewhere = entrances.filter((entrance) => !entrance.code.startsWith(fullySampledGrid.slice(0, 12)));
  return new Set(chance.sample(elsewhere, extra).map((entrance) => entrance.code));
}

function chooseHomes(
  entrance: DemoEntrance,
  homes: readonly DemoHousehold[],
  wardens: number,
  chance: Random,
): Chosen[] {
  const fixed = homes.flatMap((home): Chosen[] => {
    const family = fixedFamilyOf(home);
    if (family) home.houseUse = 'owned';
    return family ? [{ home, mix: 'ordinary', warden: family.warden }] : [];
  });
  const free = homes.filter((home) => home.houseUse !== 'vacant' && !fixedFamilyOf(home));
  // Owners first: a tenant may leave with the lease.
  const byOwner = [
    ...chance.sample(
      free.filter((home) => home.houseUse === 'owned'),
      free.length,
    ),
    ...free.filter((home) => home.houseUse === 'rented'),
  ];
  const missing = wardens - fixed.filter((chosen) => chosen.warden).length;
  const chosen = byOwner.slice(0, missing);
  if (chosen.length < missing) throw new Error(`nobody lives in ${entrance.code}`);
  const complete = entrance.gridCode === fullySampledGrid;
  const share = complete ? 1 : sampledShare(entrance);
  const others = byOwner.slice(missing).filter(() => chance.chance(share));
  return [
    ...fixed,
    ...chosen.map((home): Chosen => ({ home, mix: 'ordinary', warden: true })),
    ...others.map((home): Chosen => ({ home, mix: complete ? 'aged' : 'ordinary', warden: false })),
  ];
}

function sampledShare(entrance: DemoEntrance): number {
  const code = entrance.gridCode.slice(0, 12);
  return streetPlan.communities.find((community) => community.code === code)?.sampled ?? 0;
}

function fixedFamilyOf(home: DemoHousehold): FixedFamily | undefined {
  return fixedFamilies.find((family) => family.householdCode === home.code);
}

function settle(home: DemoHousehold, mix: FamilyMix, register: Register, chance: Random): DemoPerson[] {
  const fixed = fixedFamilyOf(home);
  if (fixed) {
    home.tags = fixed.tags;
    return fixed.members.map((member) => {
      const adult = ageOn(streetPlan.day, member.bornOn) >= 18;
      return register.add({ ...member, householdCode: home.code, hasPhone: adult });
    });
  }
  home.tags = home.houseUse === 'owned' ? tagsOf(chance) : [];
  const members = familyOf(chance, home.houseUse, mix);
  return enrol(members, home, register, chance);
}

function enrol(
  members: readonly Member[],
  home: DemoHousehold,
  register: Register,
  chance: Random,
): DemoPerson[] {
  const surnames = members.map(() => surnameOf(chance));
  const [headSurname = '', spouseSurname = headSurname] = surnames;
  const father =
    members[0]?.sex === 'male' || members[1]?.relation !== 'spouse' ? headSurname : spouseSurname;
  return members.map((member, index) => {
    const young = member.relation === 'child' || member.relation === 'grandchild';
    const fatherOfHead = member.relation === 'parent' && member.sex === 'male';
    return register.add({
      sex: member.sex,
      age: member.age,
      surname: young ? father : fatherOfHead ? headSurname : surnames[index],
      householdCode: home.code,
      relation: member.relation,
      careTags: careTagsOf(member, members, chance),
      hasPhone: member.age >= 18 && (member.age < 80 || chance.chance(0.8)),
    });
  });
}

function tagsOf(chance: Random): HouseholdTag[] {
  const tags: HouseholdTag[] = [];
  if (chance.chance(partyHubShare)) tags.push('party_member_hub');
  if (chance.chance(trustedShare)) tags.push('trusted_neighbour');
  return tags;
}

function careTagsOf(member: Member, members: readonly Member[], chance: Random): CareTag[] {
  const tags: CareTag[] = [];
  const adult = member.age >= 18;
  const young = member.age >= 24 && member.age <= 38 && members.some((other) => other.relation === 'spouse');
  if (member.age >= 65 && members.length === 1) tags.push('lives_alone');
  if (adult && chance.chance(member.age >= 65 ? 0.08 : 0.004)) tags.push('long_ill');
  if (adult && chance.chance(0.015)) tags.push('disabled');
  if (member.relation === 'head' && chance.chance(0.012)) tags.push('low_income');
  if (member.sex === 'female' && young && chance.chance(0.03)) tags.push('pregnant');
  return tags;
}

function record(
  residents: Residents,
  entrance: DemoEntrance,
  members: readonly DemoPerson[],
  warden: boolean,
  chance: Random,
) {
  residents.guardianships.push(...guardianshipsOf(members, chance));
  const head = members[0];
  if (warden && head) residents.wardens.push(wardenPost(head, entrance, chance));
  const communityCode = entrance.gridCode.slice(0, 12);
  const adults = residents.adultsOf.get(communityCode) ?? [];
  const ready = members.filter((person) => person.phone && !person.personaKey && isOfWorkingAge(person));
  adults.push(...ready.map((person) => ({ person, gridCode: entrance.gridCode })));
  residents.adultsOf.set(communityCode, adults);
}

function isOfWorkingAge(person: DemoPerson): boolean {
  const age = ageOn(streetPlan.day, person.bornOn);
  return age >= 22 && age <= 70;
}

function wardenPost(person: DemoPerson, entrance: DemoEntrance, chance: Random): DemoPost {
  const startsOn = `${chance.between(2017, 2025)}-${String(chance.between(1, 12)).padStart(2, '0')}-01`;
  return {
    personKey: person.key,
    role: 'door_warden',
    areaCode: entrance.code,
    organisationCode: null,
    staffing: null,
    startsOn,
  };
}

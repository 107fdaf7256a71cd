import { describe, expect, test } from 'vitest';
import { healthTags } from '#contract/people/codes.ts';
import { ageOn } from '#kernel/calendar/time.ts';
import { readAreas } from '../packs/areas.ts';
import { beiyuan } from '../packs/beiyuan/pack.ts';
import { contains } from '../packs/geometry.ts';
import { digestOf, peopleOfTheStreet } from './people.ts';
import { personas } from './personas.ts';
import { isRealName, realNamesKnown } from './realNames.ts';
import type { DemoPost } from './types.ts';

const street = peopleOfTheStreet();
const areas = readAreas(beiyuan);
const shuaifu = '110112003009';
const courtyardStewardsGrid = `${shuaifu}007`;

const personOf = new Map(street.persons.map((person) => [person.key, person]));
const homeOf = new Map(street.households.map((home) => [home.code, home]));
const entranceOf = new Map(street.entrances.map((entrance) => [entrance.code, entrance]));
const postsAs = (role: DemoPost['role']) => street.posts.filter((post) => post.role === role);
const distinct = <T>(list: readonly T[]) => new Set(list).size;

describe('places', () => {
  test('100 estates, 25 of them courtyards', () => {
    expect(street.estates).toHaveLength(100);
    expect(street.estates.filter((estate) => estate.kind === 'courtyard')).toHaveLength(25);
  });

  test('1,349 entrances: 1,324 stairwells and 25 courtyards', () => {
    expect(street.entrances).toHaveLength(1_349);
    expect(street.entrances.filter((entrance) => entrance.kind === 'unit')).toHaveLength(1_324);
  });

  test('帅府 has 37 buildings with 168 stairwells in 13 grids', () => {
    const inside = street.entrances.filter((entrance) => entrance.gridCode.startsWith(shuaifu));
    expect(inside).toHaveLength(168);
    expect(distinct(inside.map((entrance) => entrance.gridCode))).toBe(13);
    expect(street.buildings.filter((building) => building.code.startsWith(shuaifu))).toHaveLength(37);
  });

  test('103 grids and 16 communities; three grids have no housing, and the map calls them commercial', () => {
    const grids = areas.filter((area) => area.level === 'grid');
    expect(grids).toHaveLength(103);
    expect(areas.filter((area) => area.level === 'community')).toHaveLength(16);
    const inhabited = new Set(street.entrances.map((entrance) => entrance.gridCode));
    const empty = grids.filter((grid) => !inhabited.has(grid.code));
    expect(empty.map((grid) => grid.gridType)).toEqual(['commercial', 'commercial', 'commercial']);
  });

  test('every building and entrance stands inside the grid it belongs to', () => {
    const boundaryOf = new Map(areas.map((area) => [area.code, area.boundary]));
    const inside = ({ gridCode, point }: { gridCode: string; point: readonly [number, number] }) => {
      const boundary = boundaryOf.get(gridCode);
      return boundary ? contains(boundary, point) : false;
    };
    const buildings = street.buildings.map((building) => ({
      gridCode: building.code.slice(0, 15),
      point: building.point,
    }));
    expect([...street.entrances, ...buildings].filter((place) => !inside(place))).toEqual([]);
  });

  test('codes are unique, and each begins with the code of the place above', () => {
    const codes = [...street.estates, ...street.buildings, ...street.entrances, ...street.households].map(
      (place) => place.code,
    );
    expect(distinct(codes)).toBe(codes.length);
    for (const entrance of street.entrances) {
      expect(entrance.code.startsWith(entrance.buildingCode ?? entrance.estateCode)).toBe(true);
      expect(entrance.estateCode.startsWith(entrance.gridCode)).toBe(true);
    }
  });

  test('24,000 to 28,000 homes, at least one behind every entrance, 152 in grid 7 of 帅府', () => {
    expect(street.households.length).toBeGreaterThanOrEqual(24_000);
    expect(street.households.length).toBeLessThanOrEqual(28_000);
    expect(distinct(street.households.map((home) => home.entranceCode))).toBe(street.entrances.length);
    expect(street.households.filter((home) => home.code.startsWith(courtyardStewardsGrid))).toHaveLength(152);
  });
});

describe('people', () => {
  test('1,403 door wardens: each lives behind the own entrance, 54 entrances have two', () => {
    const wardens = postsAs('door_warden');
    expect(wardens).toHaveLength(1_403);
    expect(distinct(wardens.map((post) => post.personKey))).toBe(1_403);
    const strangers = wardens.filter((post) => {
      const home = personOf.get(post.personKey)?.householdCode;
      return !home?.startsWith(`${post.areaCode}-`);
    });
    expect(strangers).toEqual([]);
    const perEntrance = Object.groupBy(wardens, (post) => post.areaCode);
    expect(Object.keys(perEntrance)).toHaveLength(1_349);
    expect(Object.values(perEntrance).filter((posts) => posts?.length === 2)).toHaveLength(54);
  });

  test('phones are unique and clearly invented', () => {
    const phones = street.persons.flatMap((person) => person.phone ?? []);
    expect(distinct(phones)).toBe(phones.length);
    expect(phones.filter((phone) => !/^199\d{8}$/.test(phone))).toEqual([]);
  });

  test('every child under 14 has a guardian of full age in the same home', () => {
    const children = street.persons.filter((person) => ageOn(street.day, person.bornOn) < 14);
    const unguarded = children.filter((child) => {
      const guardians = street.guardianships
        .filter((guardianship) => guardianship.childKey === child.key)
        .map((guardianship) => personOf.get(guardianship.guardianKey));
      const fit = guardians.filter(
        (guardian) =>
          guardian?.householdCode === child.householdCode && ageOn(street.day, guardian?.bornOn ?? '') >= 18,
      );
      return fit.length === 0;
    });
    expect(children.length).toBeGreaterThan(400);
    expect(unguarded).toEqual([]);
  });

  test('both given and withdrawn consents exist, and none is withdrawn before it was given', () => {
    expect(new Set(street.guardianships.map((one) => one.consent))).toEqual(new Set(['given', 'withdrawn']));
    expect(street.guardianships.filter((one) => one.withdrawnOn && one.withdrawnOn < one.givenOn)).toEqual(
      [],
    );
  });

  test('nobody has the name of a person in the reports', () => {
    expect(realNamesKnown).toBe(15);
    expect(street.persons.filter((person) => isRealName(person.name))).toEqual([]);
  });

  test('only children and some elders have no phone', () => {
    const silent = street.persons.filter((person) => !person.phone);
    const ages = silent.map((person) => ageOn(street.day, person.bornOn));
    expect(ages.filter((age) => age >= 18 && age < 80)).toEqual([]);
  });

  test('nobody lives in a vacant home', () => {
    const squatters = street.persons.filter(
      (person) => person.householdCode && homeOf.get(person.householdCode)?.houseUse !== 'owned',
    );
    expect(
      squatters.filter((person) => homeOf.get(person.householdCode ?? '')?.houseUse !== 'rented'),
    ).toEqual([]);
  });

  test('about 6,000 residents in about 2,400 homes', () => {
    const residents = street.persons.flatMap((person) => person.householdCode ?? []);
    expect(Math.abs(residents.length - 6_000)).toBeLessThan(300);
    expect(Math.abs(distinct(residents) - 2_450)).toBeLessThan(150);
  });

  test('the courtyard steward of grid 7 knows over 350 residents, over 50 of them aged 80', () => {
    const known = street.persons.filter((person) => person.householdCode?.startsWith(courtyardStewardsGrid));
    expect(known.length).toBeGreaterThan(350);
    expect(known.filter((person) => ageOn(street.day, person.bornOn) >= 80).length).toBeGreaterThan(50);
  });

  test('no tag tells of the health of a child, and none repeats what the birthday says', () => {
    const wrong = street.persons.filter((person) => {
      const child = ageOn(street.day, person.bornOn) < 18;
      return person.careTags.some((tag) => tag === 'aged_80' || (child && healthTags.includes(tag)));
    });
    expect(wrong).toEqual([]);
    expect(street.persons.filter((person) => person.careTags.length > 0).length).toBeGreaterThan(200);
  });
});

describe('posts', () => {
  test('every post names a person, an area and an organisation that exist', () => {
    const known = new Set([...areas.map((area) => area.code), ...entranceOf.keys()]);
    const organisations = new Set(street.organisations.map((organisation) => organisation.code));
    const broken = street.posts.filter(
      (post) =>
        !personOf.has(post.personKey) ||
        !known.has(post.areaCode) ||
        (post.organisationCode && !organisations.has(post.organisationCode)),
    );
    expect(broken).toEqual([]);
  });

  test('nobody holds the same post twice, and every holder can be reached by phone', () => {
    const held = street.posts.map((post) => `${post.personKey} ${post.role} ${post.areaCode}`);
    expect(distinct(held)).toBe(held.length);
    expect(street.posts.filter((post) => !personOf.get(post.personKey)?.phone)).toEqual([]);
  });

  test('one full-time worker in each grid, one lead for each big grid', () => {
    const fullTime = postsAs('grid_worker').filter((post) => post.staffing === 'full_time');
    expect(distinct(fullTime.map((post) => post.areaCode))).toBe(103);
    expect(distinct(fullTime.map((post) => post.personKey))).toBe(103);
    expect(distinct(postsAs('grid_lead').map((post) => post.areaCode))).toBe(48);
  });

  test('a professional holds several grids, a grid has several part-timers', () => {
    const professional = postsAs('grid_worker').filter((post) => post.staffing === 'professional');
    const grids = Object.values(Object.groupBy(professional, (post) => post.personKey));
    expect(grids.every((posts) => posts?.length === 2)).toBe(true);
    const partTimers = Object.groupBy(postsAs('part_time_grid_worker'), (post) => post.areaCode);
    expect(Object.values(partTimers).every((posts) => (posts?.length ?? 0) >= 2)).toBe(true);
    expect(Object.keys(partTimers)).toHaveLength(103);
  });

  test('about 150 homes for each grid worker', () => {
    const workers = distinct(postsAs('grid_worker').map((post) => post.personKey));
    const load = street.households.length / workers;
    expect(load).toBeGreaterThan(135);
    expect(load).toBeLessThan(165);
  });

  test('帅府 has 15 staff', () => {
    const roles = ['community_secretary', 'community_clerk', 'grid_worker', 'grid_lead'];
    const staff = street.posts.filter(
      (post) => roles.includes(post.role) && post.areaCode.startsWith(shuaifu),
    );
    expect(distinct(staff.map((post) => post.personKey))).toBe(15);
  });

  test('the three administrators are three persons without any other post', () => {
    const admins = ['system_admin', 'security_admin', 'audit_admin'] as const;
    const holders = admins.flatMap((role) => postsAs(role).map((post) => post.personKey));
    expect(distinct(holders)).toBe(3);
    expect(street.posts.filter((post) => holders.includes(post.personKey))).toHaveLength(3);
  });

  test('nobody is the deputy of themselves', () => {
    expect(street.delegations.length).toBeGreaterThan(0);
    expect(street.delegations.filter((one) => one.holderKey === one.deputyKey)).toEqual([]);
  });
});

describe('organisations', () => {
  const count = (kind: string) => street.organisations.filter((one) => one.kind === kind).length;

  test('28 property companies keep every estate that is not a courtyard', () => {
    expect(count('property_company')).toBe(28);
    const kept = new Set(street.estates.flatMap((estate) => estate.propertyCode ?? []));
    expect(kept.size).toBe(28);
    const unkept = street.estates.filter((estate) => !estate.propertyCode);
    expect(unkept.every((estate) => estate.kind === 'courtyard')).toBe(true);
    expect(unkept).toHaveLength(25);
  });

  test('16 schools and 16 community offices, 300 enterprises, 60 merchants, 20 offices, 24 teams, 17 committees', () => {
    expect({
      school: count('school'),
      community: count('community_office'),
      enterprise: count('enterprise'),
      merchant: count('merchant'),
      office: count('section') + count('department'),
      team: count('volunteer_team'),
      committee: count('party_committee'),
    }).toEqual({
      school: 16,
      community: 16,
      enterprise: 300,
      merchant: 60,
      office: 20,
      team: 24,
      committee: 17,
    });
  });

  test('21 units have joined the council, no unit twice', () => {
    expect(street.memberships).toHaveLength(21);
    expect(distinct(street.memberships.map((one) => one.organisationCode))).toBe(21);
  });

  test('every enterprise with party members has a party organisation, and no other has one', () => {
    const enterprises = street.organisations.filter((one) => one.kind === 'enterprise');
    const covered = enterprises.filter((one) => one.partyOrganisation);
    expect(covered.length).toBeGreaterThan(30);
    expect(
      enterprises.filter((one) => Boolean(one.partyMemberCount) !== Boolean(one.partyOrganisation)),
    ).toEqual([]);
  });

  test('no two organisations share a name, and every contact is a person of the street', () => {
    expect(distinct(street.organisations.map((one) => one.name))).toBe(street.organisations.length);
    const lost = street.organisations.filter((one) => one.contactKey && !personOf.has(one.contactKey));
    expect(lost).toEqual([]);
  });
});

describe('personas', () => {
  test.each(personas.map((persona) => [persona.key, persona] as const))(
    '%s is one person of the street and holds the post',
    (_, persona) => {
      const persons = street.persons.filter((person) => person.personaKey === persona.key);
      expect(persons).toHaveLength(1);
      expect(persons[0]).toMatchObject({
        name: persona.name,
        bornOn: persona.bornOn,
        phone: expect.any(String),
      });
      const organisation = street.organisations.find((one) => one.name === persona.organisation);
      const post = street.posts.find((one) => one.personKey === persons[0]?.key && one.role === persona.role);
      expect(post).toMatchObject({
        areaCode: persona.areaCode,
        organisationCode: organisation?.code ?? null,
      });
    },
  );

  test('nobody else carries the name of a persona', () => {
    for (const persona of personas)
      expect(street.persons.filter((person) => person.name === persona.name)).toHaveLength(1);
  });
});

test('the same seed gives the same street, another seed another one', () => {
  expect(digestOf(peopleOfTheStreet())).toBe(digestOf(street));
  expect(digestOf(peopleOfTheStreet('another'))).not.toBe(digestOf(street));
});

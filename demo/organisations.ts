import type { OrganisationKind } from '#contract/organisations/kinds.ts';
import type { PackArea } from '../packs/areas.ts';
import {
  departments,
  enterpriseBrands,
  enterpriseTrades,
  memberUnits,
  merchantBrands,
  merchantTrades,
  propertyBrands,
  schools,
  sections,
  streetTeams,
} from './organisationNames.ts';
import { personaFor, personas } from './personas.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';
import type { Register } from './register.ts';
import type { Residents } from './residents.ts';
import type { DemoMembership, DemoOrganisation, DemoPost } from './types.ts';

export interface Organisations {
  organisations: DemoOrganisation[];
  memberships: DemoMembership[];
  posts: DemoPost[];
}

interface Desk {
  street: PackArea;
  communities: readonly PackArea[];
  grids: readonly PackArea[];
  places: Places;
  residents: Residents;
  register: Register;
  chance: Random;
  made: Organisations;
}

const enterpriseCount = 300;
const merchantCount = 60;
const council: readonly (readonly [OrganisationKind, number])[] = [
  ['department', 5],
  ['school', 4],
  ['property_company', 4],
  ['enterprise', 5],
  ['member_unit', 3],
];

/** Every organisation of the street with its contact, and the posts that go with them. */
export function foundOrganisations(
  places: Places,
  residents: Residents,
  register: Register,
  chance: Random,
): Organisations {
  const level = (wanted: PackArea['level']) => places.areas.filter((area) => area.level === wanted);
  const [street] = level('street');
  if (!street) throw new Error('the pack has no street');
  const made: Organisations = { organisations: [], memberships: [], posts: [] };
  const desk: Desk = {
    street,
    communities: level('community'),
    grids: level('grid'),
    places,
    residents,
    register,
    chance,
    made,
  };
  foundOffices(desk);
  foundPropertyCompanies(desk);
  foundSchools(desk);
  foundEnterprises(desk);
  foundMerchants(desk);
  foundTeams(desk);
  foundPartyCommittees(desk);
  return made;
}

function foundOffices(desk: Desk) {
  const { street } = desk;
  for (const name of sections) found(desk, 'section', { name, areaCode: street.code });
  for (const name of departments) found(desk, 'department', { name, areaCode: street.code });
  for (const name of memberUnits) found(desk, 'member_unit', { name, areaCode: street.code });
  for (const { name, code, kind } of desk.communities)
    found(desk, 'community_office', {
      name: `${name}${kind === 'village' ? '村委会' : '居委会'}`,
      areaCode: code,
    });
}

/** The first company keeps the estates of 帅府; the others share the rest, community by community. */
function foundPropertyCompanies(desk: Desk) {
  const estates = desk.places.estates.filter((estate) => estate.kind === 'estate');
  const shuaifu = estates.filter((estate) => estate.communityCode === '110112003009');
  const others = estates.filter((estate) => estate.communityCode !== '110112003009');
  propertyBrands.forEach((brand, index) => {
    const kept =
      index === 0
        ? shuaifu
        : others.filter(
            (_, place) => Math.floor((place * (propertyBrands.length - 1)) / others.length) === index - 1,
          );
    const areaCode = kept[0]?.communityCode ?? desk.street.code;
    const company = found(desk, 'property_company', { name: `${brand}物业服务有限公司`, areaCode });
    company.estatesServed = kept.map((estate) => estate.code);
    for (const estate of kept) estate.propertyCode = company.code;
    appointPropertyStaff(desk, company, index === 0 ? 3 : 2);
  });
}

function appointPropertyStaff(desk: Desk, company: DemoOrganisation, count: number) {
  for (let index = 0; index < count; index++) {
    const seat = index === 0 ? personaFor('property_staff', company.areaCode, company.name) : undefined;
    const person = desk.register.add(
      seat ? { ...seat, personaKey: seat.key } : { sex: desk.chance.chance(0.4) ? 'female' : 'male' },
    );
    if (index === 0) setContact(company, person);
    desk.made.posts.push(post(person.key, 'property_staff', company, '2023-01-01'));
  }
}

function foundSchools(desk: Desk) {
  for (const [name, branch] of schools) {
    const anywhere = desk.chance.pick(desk.communities).code;
    const sex = desk.chance.chance(0.7) ? 'female' : 'male';
    const seat = personas.find((one) => one.role === 'school_liaison' && one.organisation === name);
    const school = found(desk, 'school', { name, branch, areaCode: seat?.areaCode ?? anywhere });
    const person = desk.register.add(seat ? { ...seat, personaKey: seat.key } : { sex });
    setContact(school, person);
    if (seat) desk.made.posts.push(post(person.key, 'school_liaison', school, '2025-09-01'));
  }
}

function foundEnterprises(desk: Desk) {
  const names = enterpriseBrands.flatMap((brand) =>
    enterpriseTrades.map(([trade, branch]) => ({ name: `${brand}${trade}有限公司`, branch })),
  );
  for (const { name, branch } of names.slice(0, enterpriseCount)) {
    const persona = name === '云杉数据技术有限公司';
    const areaCode = persona ? '110112003007' : workplace(desk);
    const enterprise = found(desk, 'enterprise', { name, branch, areaCode, ...partyLife(name, desk.chance) });
    const seat = personaFor('enterprise_contact', areaCode, name);
    const sex = desk.chance.chance(0.5) ? 'female' : 'male';
    const person = desk.register.add(seat ? { ...seat, personaKey: seat.key } : { sex });
    setContact(enterprise, person);
    desk.made.posts.push(post(person.key, 'enterprise_contact', enterprise, '2025-09-01'));
  }
}

function partyLife(name: string, chance: Random) {
  const count = chance.weighted([
    [null, 20],
    [0, 62],
    [chance.between(1, 9), 18],
  ]);
  const shortName = name.replace('有限公司', '');
  return { partyMemberCount: count, partyOrganisation: count ? `${shortName}党支部` : null };
}

/** Half the enterprises sit in the grids without housing, the others anywhere. */
function workplace(desk: Desk): string {
  const commercial = desk.grids.filter((grid) => grid.gridType === 'commercial');
  return desk.chance.pick(desk.chance.chance(0.5) ? commercial : desk.grids).code;
}

function foundMerchants(desk: Desk) {
  const names = merchantBrands.flatMap((brand) =>
    merchantTrades.map((branch) => ({ name: brand + branch, branch })),
  );
  foundShopOfPersona(desk);
  for (const { name, branch } of desk.chance.sample(names, merchantCount - 1)) {
    const shop = found(desk, 'merchant', { name, branch, areaCode: desk.chance.pick(desk.grids).code });
    setContact(shop, desk.register.add({ sex: desk.chance.chance(0.5) ? 'female' : 'male' }));
  }
}

/** The counter that a visitor may stand behind. */
function foundShopOfPersona(desk: Desk) {
  const seat = personas.find(({ role }) => role === 'merchant_staff');
  if (!seat?.organisation) return;
  const shop = found(desk, 'merchant', {
    name: seat.organisation,
    branch: seat.organisation.slice(2),
    areaCode: seat.areaCode,
  });
  const person = desk.register.add({ ...seat, personaKey: seat.key });
  setContact(shop, person);
  desk.made.posts.push(post(person.key, 'merchant_staff', shop, '2025-09-01'));
}

function foundTeams(desk: Desk) {
  for (const community of desk.communities) {
    const team = found(desk, 'volunteer_team', {
      name: `${community.name}志愿服务队`,
      areaCode: community.code,
    });
    setContact(team, leaderIn(desk, community.code));
  }
  for (const name of streetTeams) {
    const team = found(desk, 'volunteer_team', { name, areaCode: desk.street.code });
    setContact(team, leaderIn(desk, desk.chance.pick(desk.communities).code));
  }
}

function leaderIn(desk: Desk, communityCode: string) {
  const adults = desk.residents.adultsOf.get(communityCode) ?? [];
  return desk.chance.pick(adults).person;
}

function foundPartyCommittees(desk: Desk) {
  const { made, street, chance } = desk;
  const committee = found(desk, 'party_committee', {
    name: `${street.name}党建工作协调委员会`,
    areaCode: street.code,
  });
  for (const community of desk.communities) {
    const kind = community.kind === 'village' ? '党支部' : '党委';
    found(desk, 'party_committee', { name: `${community.name}${kind}`, areaCode: community.code });
  }
  for (const [kind, count] of council)
    for (const unit of chance.sample(
      made.organisations.filter((one) => one.kind === kind),
      count,
    ))
      made.memberships.push({
        committeeCode: committee.code,
        organisationCode: unit.code,
        joinedOn: '2025-03-18',
      });
}

/** A shop front or a room of the area; the street's own offices share one house. */
function addressIn({ street, places, chance }: Desk, areaCode: string): string {
  const room = chance.between(1, 28);
  if (areaCode === street.code) return `${street.name}政务服务楼${room}室`;
  const near = places.estates.filter(
    (estate) => estate.kind === 'estate' && estate.gridCode.startsWith(areaCode),
  );
  if (near.length > 0) return `${chance.pick(near).name}底商${room}号`;
  const grid = places.areas.find((area) => area.code === areaCode);
  return `${grid?.name ?? areaCode}临街${room}号`;
}

type Essentials = Pick<DemoOrganisation, 'name' | 'areaCode'> & Partial<DemoOrganisation>;

function found(desk: Desk, kind: OrganisationKind, essentials: Essentials): DemoOrganisation {
  const { made } = desk;
  const number = made.organisations.filter((one) => one.kind === kind).length + 1;
  const organisation: DemoOrganisation = {
    code: `${kind}-${String(number).padStart(3, '0')}`,
    kind,
    address: addressIn(desk, essentials.areaCode),
    phone: null,
    contactKey: null,
    branch: null,
    partyMemberCount: null,
    partyOrganisation: null,
    estatesServed: [],
    ...essentials,
  };
  made.organisations.push(organisation);
  return organisation;
}

function setContact(organisation: DemoOrganisation, person: { key: string; phone: string | null }) {
  organisation.contactKey = person.key;
  organisation.phone = person.phone;
}

function post(
  personKey: string,
  role: DemoPost['role'],
  organisation: DemoOrganisation,
  startsOn: string,
): DemoPost {
  return {
    personKey,
    role,
    areaCode: organisation.areaCode,
    organisationCode: organisation.code,
    staffing: null,
    startsOn,
  };
}

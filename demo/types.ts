// What the demo street is made of, as plain records. A later step replays them through the services, so nothing here
// knows a table or an id: every reference is a readable key of this file.
import type { Role } from '#contract/identity/roles.ts';
import type { OrganisationKind } from '#contract/organisations/kinds.ts';
import type { CareTag, GuardianRelation, HouseholdTag, HouseUse, Relation } from '#contract/people/codes.ts';
import type { Position } from '../packs/areas.ts';

export interface DemoStreet {
  seed: string;
  /** The demo's today; ages are meant on this day. */
  day: string;
  estates: readonly DemoEstate[];
  buildings: readonly DemoBuilding[];
  entrances: readonly DemoEntrance[];
  households: readonly DemoHousehold[];
  persons: readonly DemoPerson[];
  guardianships: readonly DemoGuardianship[];
  organisations: readonly DemoOrganisation[];
  memberships: readonly DemoMembership[];
  posts: readonly DemoPost[];
  delegations: readonly DemoDelegation[];
}

/** 小区 or 平房院落. Each lies in exactly one grid. */
export interface DemoEstate {
  /** Grid code and `E01`. */
  code: string;
  kind: 'estate' | 'courtyard';
  name: string;
  gridCode: string;
  communityCode: string;
  /** Code of the property company; null for a courtyard, which the community looks after itself. */
  propertyCode: string | null;
  builtIn: number;
  point: Position;
}

export interface DemoBuilding {
  /** Estate code and `B03`. */
  code: string;
  estateCode: string;
  number: number;
  name: string;
  floors: number;
  point: Position;
}

/** 楼门: a stairwell of a building, or the gate of a courtyard, which stands below the estate itself. */
export interface DemoEntrance {
  /** Building code and `U3`, or courtyard code and `U1`. */
  code: string;
  kind: 'unit' | 'gate';
  buildingCode: string | null;
  estateCode: string;
  gridCode: string;
  number: number;
  name: string;
  floors: number;
  point: Position;
}

export interface DemoHousehold {
  /** Entrance code, a dash and the room. */
  code: string;
  entranceCode: string;
  floor: number;
  room: string;
  houseUse: HouseUse;
  tags: readonly HouseholdTag[];
}

/** No identity number is ever invented: a valid one could belong to somebody. */
export interface DemoPerson {
  /** `p00001`, in the order of generation. */
  key: string;
  name: string;
  sex: 'female' | 'male';
  bornOn: string;
  /** 11 digits beginning with 199, unique in the street; null for children and for some elders. */
  phone: string | null;
  /** Null for people who work here and live elsewhere. */
  householdCode: string | null;
  relation: Relation | null;
  /** Without `aged_80`, which is read from the day of birth; no health tag on a child. */
  careTags: readonly CareTag[];
  personaKey: string | null;
}

export interface DemoGuardianship {
  childKey: string;
  guardianKey: string;
  relation: GuardianRelation;
  /** The guardian's word that the child's file may be kept (`child_record`), and when. */
  consent: 'given' | 'withdrawn';
  givenOn: string;
  withdrawnOn: string | null;
}

export interface DemoOrganisation {
  /** Kind and a number, `property_company-03`. */
  code: string;
  kind: OrganisationKind;
  name: string;
  /** The area it sits in: street, community or grid. */
  areaCode: string;
  address: string;
  /** Duty or contact phone of the office. */
  phone: string | null;
  contactKey: string | null;
  /** Industry of an enterprise, trade of a merchant, stage of a school. */
  branch: string | null;
  /** 非公党建: enterprises and merchants; null where nobody has asked yet. */
  partyMemberCount: number | null;
  /** Name of its party organisation; every one with party members has one. */
  partyOrganisation: string | null;
  /** Estates a property company keeps. */
  estatesServed: readonly string[];
}

/** A unit that has joined a party committee (党建协调委员会). */
export interface DemoMembership {
  committeeCode: string;
  organisationCode: string;
  joinedOn: string;
}

export type Staffing = 'full_time' | 'professional' | 'part_time';

export interface DemoPost {
  personKey: string;
  role: Role;
  /** Any area of the pack, or an estate or entrance of this file. */
  areaCode: string;
  organisationCode: string | null;
  /** Grid posts only: 专职一格一员, 专业一员多格, 兼职一格多员. */
  staffing: Staffing | null;
  startsOn: string;
}

/** AB角: the deputy acts in the holder's post; days are counted from the day of the replay. */
export interface DemoDelegation {
  holderKey: string;
  role: Role;
  deputyKey: string;
  startsInDays: number;
  endsInDays: number;
  reason: string;
}

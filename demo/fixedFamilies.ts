// The stairwell of three personas, written by hand: the warden, the elder upstairs, the family on the fourth floor.
import type { CareTag, HouseholdTag, Relation } from '#contract/people/codes.ts';
import { personas } from './personas.ts';

export interface FixedMember {
  name: string;
  sex: 'female' | 'male';
  bornOn: string;
  relation: Relation;
  careTags: readonly CareTag[];
  personaKey: string | null;
}

export interface FixedFamily {
  householdCode: string;
  warden: boolean;
  tags: readonly HouseholdTag[];
  members: readonly FixedMember[];
}

const entrance = '110112003009007E01B03U3';

export const fixedFamilies: readonly FixedFamily[] = [
  {
    householdCode: `${entrance}-101`,
    warden: true,
    tags: ['party_member_hub', 'trusted_neighbour'],
    members: [seat('door_warden', 'head', []), member('贺建平', 'male', '1966-03-21', 'spouse')],
  },
  {
    householdCode: `${entrance}-201`,
    warden: false,
    tags: [],
    members: [seat('elder', 'head', ['lives_alone', 'long_ill'])],
  },
  {
    householdCode: `${entrance}-402`,
    warden: false,
    tags: [],
    members: [
      member('陆景行', 'male', '1987-11-02', 'head'),
      seat('mother', 'spouse', []),
      member('陆知远', 'male', '2017-05-19', 'child'),
      member('陆小满', 'female', '2020-05-20', 'child'),
    ],
  },
];

function seat(key: string, relation: Relation, careTags: readonly CareTag[]): FixedMember {
  const persona = personas.find((candidate) => candidate.key === key);
  if (!persona) throw new Error(`no persona ${key}`);
  const { name, sex, bornOn } = persona;
  return { name, sex, bornOn, relation, careTags, personaKey: key };
}

function member(name: string, sex: 'female' | 'male', bornOn: string, relation: Relation): FixedMember {
  return { name, sex, bornOn, relation, careTags: [], personaKey: null };
}

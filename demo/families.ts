// Who lives together: a few shapes of household with believable ages.
import type { HouseUse, Relation } from '#contract/people/codes.ts';
import type { Random } from './random.ts';

export interface Member {
  relation: Relation;
  sex: 'female' | 'male';
  age: number;
}

export type FamilyMix = 'warden' | 'ordinary' | 'aged' | 'tenants';

type Shape = (chance: Random) => Member[];

const mixes: Readonly<Record<FamilyMix, readonly (readonly [Shape, number])[]>> = {
  // A door warden answers the phone and knows the neighbours: the head is between 40 and 76.
  warden: [
    [(chance) => alone(chance, 55, 72), 18],
    [(chance) => couple(chance, 46, 76), 58],
    [(chance) => withChildren(chance, 40, 47, 1), 24],
  ],
  ordinary: [
    [(chance) => alone(chance, 60, 90), 9],
    [(chance) => couple(chance, 64, 88), 15],
    [(chance) => couple(chance, 27, 62), 15],
    [(chance) => withChildren(chance, 28, 46, 1), 24],
    [(chance) => withChildren(chance, 32, 46, 2), 14],
    [threeGenerations, 13],
    [oneParent, 4],
    [grandparentsWithChild, 6],
  ],
  // An old compound: more than half the homes have somebody over 75.
  aged: [
    [(chance) => alone(chance, 76, 91), 10],
    [(chance) => couple(chance, 76, 89), 24],
    [eldersWithGrownChild, 18],
    [(chance) => withChildren(chance, 28, 46, 1), 16],
    [(chance) => withChildren(chance, 32, 46, 2), 14],
    [threeGenerations, 18],
  ],
  tenants: [
    [(chance) => alone(chance, 22, 38), 28],
    [flatmates, 26],
    [(chance) => couple(chance, 24, 40), 24],
    [(chance) => withChildren(chance, 28, 40, 1), 22],
  ],
};

export function familyOf(chance: Random, houseUse: HouseUse, mix: FamilyMix): Member[] {
  return chance.weighted(mixes[houseUse === 'rented' && mix !== 'warden' ? 'tenants' : mix])(chance);
}

const sexOf = (chance: Random) => (chance.chance(0.5) ? 'female' : 'male');
const otherSex = (sex: Member['sex']) => (sex === 'female' ? 'male' : 'female');

function head(chance: Random, youngest: number, oldest: number): Member {
  return { relation: 'head', sex: sexOf(chance), age: chance.between(youngest, oldest) };
}

function alone(chance: Random, youngest: number, oldest: number): Member[] {
  return [head(chance, youngest, oldest)];
}

function couple(chance: Random, youngest: number, oldest: number): Member[] {
  const first = head(chance, youngest, oldest);
  const age = Math.max(22, first.age + chance.between(-4, 3));
  return [first, { relation: 'spouse', sex: otherSex(first.sex), age }];
}

function child(chance: Random, parentAge: number): Member {
  const age = Math.min(24, Math.max(0, parentAge - chance.between(24, 33)));
  return { relation: 'child', sex: sexOf(chance), age };
}

function withChildren(chance: Random, youngest: number, oldest: number, count: number): Member[] {
  const parents = couple(chance, youngest, oldest);
  const age = Math.min(...parents.map((parent) => parent.age));
  return [...parents, ...Array.from({ length: count }, () => child(chance, age))];
}

function threeGenerations(chance: Random): Member[] {
  const family = withChildren(chance, 31, 46, chance.chance(0.3) ? 2 : 1);
  const age = (family[0]?.age ?? 40) + chance.between(24, 32);
  const first: Member = { relation: 'parent', sex: sexOf(chance), age };
  if (chance.chance(0.4)) return [...family, first];
  const second: Member = { relation: 'parent', sex: otherSex(first.sex), age: age - 1 };
  return [...family, first, second];
}

function oneParent(chance: Random): Member[] {
  const parent = head(chance, 30, 45);
  return [parent, child(chance, parent.age)];
}

function grandparentsWithChild(chance: Random): Member[] {
  const pair = couple(chance, 58, 70);
  return [...pair, { relation: 'grandchild', sex: sexOf(chance), age: chance.between(1, 12) }];
}

function eldersWithGrownChild(chance: Random): Member[] {
  const pair = couple(chance, 77, 90);
  return [...pair, { relation: 'child', sex: sexOf(chance), age: chance.between(46, 58) }];
}

function flatmates(chance: Random): Member[] {
  const first = head(chance, 22, 34);
  const others = Array.from({ length: chance.between(1, 2) }, (): Member => {
    return { relation: 'flatmate', sex: first.sex, age: chance.between(22, 34) };
  });
  return [first, ...others];
}

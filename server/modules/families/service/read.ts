import type { InputOf } from '#contract/define.ts';
import type * as endpoints from '#contract/families/endpoints.ts';
import type { Companion, FamilyRecord } from '#contract/families/records.ts';
import type { Context } from '#kernel/context.ts';
import {
  callerFact,
  type PersonFact,
  personFacts,
  standingConsents,
  wardsOfPerson,
  wardsOfPersons,
} from '#modules/people/index.ts';
import { areasByCodes, getArea } from '#modules/territory/index.ts';
import { mayResetNickname } from '../policy.ts';
import { roomFor } from '../rules.ts';
import {
  type FamilyRow,
  familiesByIds,
  listFamilyRows,
  type MemberRow,
  membershipsOf,
  membersOf,
} from '../store/families.ts';

export async function readMyFamily(context: Context) {
  const self = await callerFact(context);
  const wards = await wardsOfPerson(context, self.personId);
  const memberships = await membershipsOf(context, [self.personId, ...wards.map((one) => one.personId)]);
  const own = memberships.find((one) => one.person_id === self.personId);
  const [family] = own ? await familiesByIds(context, [own.family_id]) : [];
  const free = wards.filter((ward) => !memberships.some((one) => one.person_id === ward.personId));
  return {
    family: family ? await viewFamily(context, family, self, wards) : null,
    children: free.map(({ personId, name, age }) => ({ personId, name, age })),
  };
}

async function viewFamily(
  context: Context,
  family: FamilyRow,
  self: PersonFact,
  wards: readonly PersonFact[],
): Promise<FamilyRecord> {
  const members = await membersOf(context, [family.id]);
  const people = await personFacts(
    context,
    members.map((one) => one.person_id),
  );
  const isAdult = !self.isMinor || 'family.minor';
  return {
    familyId: family.id,
    nickname: family.nickname,
    onBoard: family.on_board,
    foundedAt: family.founded_at,
    members: members.map((row) => ({
      memberId: row.id,
      personId: row.person_id,
      part: row.part,
      name: people.get(row.person_id)?.name ?? '',
      nickname: row.nickname,
      age: people.get(row.person_id)?.age ?? null,
      isSelf: row.person_id === self.personId,
      inMyCare: wards.some((one) => one.personId === row.person_id),
      joinedAt: row.joined_at,
    })),
    version: family.version,
    can: {
      change: isAdult,
      invite: isAdult === true ? roomFor('adult', members) : isAdult,
      addChild: isAdult === true ? roomFor('child', members) : isAdult,
    },
  };
}

/** Oneself first, then children in care, then the other adults of the family. */
export async function listCompanions(context: Context): Promise<{ items: Companion[] }> {
  const self = await callerFact(context);
  return { items: (await companionsOf(context, [self.personId])).get(self.personId) ?? [] };
}

/** Person → whom that person may sign up, for many at once; an unknown person is missing. */
export async function companionsOf(
  context: Context,
  personIds: readonly string[],
): Promise<Map<string, Companion[]>> {
  const wards = await wardsOfPersons(context, personIds);
  const own = await membershipsOf(context, personIds);
  const members = await membersOf(
    context,
    own.map((one) => one.family_id),
  );
  const adults = members.filter((one) => one.part === 'adult').map((one) => one.person_id);
  const known = await personFacts(context, [...personIds, ...adults]);
  for (const ward of [...wards.values()].flat()) known.set(ward.personId, ward);
  const memberships = [...members, ...(await membershipsOf(context, [...known.keys()]))];
  const consents = await standingConsents(context, [...known.keys()]);
  return new Map(
    personIds.flatMap((personId) => {
      const self = known.get(personId);
      if (!self) return [];
      const familyId = own.find((one) => one.person_id === personId)?.family_id;
      const others = members.filter((one) => one.family_id === familyId && one.part === 'adult');
      const people = new Map([self, ...(wards.get(personId) ?? [])].map((one) => [one.personId, one]));
      for (const { person_id } of others) {
        const adult = known.get(person_id);
        if (adult) people.set(person_id, adult);
      }
      const active = [...people.values()].filter((one) => one.active);
      return [[personId, active.map((one) => viewCompanion(one, personId, memberships, consents))] as const];
    }),
  );
}

function viewCompanion(
  { personId, name, bornOn, age, isChild, isMinor }: PersonFact,
  selfId: string,
  memberships: readonly MemberRow[],
  consents: ReadonlyMap<string, ReadonlySet<string>>,
): Companion {
  const membership = memberships.find((one) => one.person_id === personId);
  return {
    personId,
    name,
    nickname: membership?.nickname ?? null,
    bornOn,
    age,
    isChild,
    isMinor,
    isSelf: personId === selfId,
    familyId: membership?.family_id ?? null,
    consented: consents.get(personId)?.has('volunteer_points') ?? false,
    photoConsent: consents.get(personId)?.has('publish_photos') ?? false,
  };
}

export async function listFamilies(context: Context, input: InputOf<typeof endpoints.listFamilies>) {
  const areaPath = input.areaId === undefined ? undefined : (await getArea(context, input.areaId)).path;
  const { rows, nextCursor, total } = await listFamilyRows(context, { ...input, areaPath });
  const members = Map.groupBy(
    await membersOf(
      context,
      rows.map(({ id }) => id),
    ),
    (one) => one.family_id,
  );
  const places = await placesOf(context, rows);
  const count = (id: string, part: MemberRow['part']) =>
    members.get(id)?.filter((one) => one.part === part).length ?? 0;
  return {
    items: rows.map((row) => ({
      familyId: row.id,
      nickname: row.nickname,
      place: places.get(row.id) ?? '',
      adultCount: count(row.id, 'adult'),
      childCount: count(row.id, 'child'),
      onBoard: row.on_board,
      foundedAt: row.founded_at,
      version: row.version,
      can: { resetNickname: mayResetNickname(context.actor, row.area_path) },
    })),
    nextCursor,
    total,
  };
}

const gridLevels: readonly string[] = ['big_grid', 'grid'];

/** Family id → place from the community down, as one says it, which leaves the grids out. */
async function placesOf(
  context: Context,
  rows: readonly { id: string; area_path: string }[],
): Promise<Map<string, string>> {
  const codes = (path: string) => path.split('/').filter(Boolean).slice(1);
  const known = await areasByCodes(context, [...new Set(rows.flatMap((row) => codes(row.area_path)))]);
  const said = (path: string) =>
    codes(path)
      .map((code) => known.get(code))
      .flatMap((place) => (place && !gridLevels.includes(place.level) ? [place.name] : []))
      .join(' ');
  return new Map(rows.map((row) => [row.id, said(row.area_path)]));
}

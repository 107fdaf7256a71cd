// Volunteer families of the demo: month by month some more, those with children first among them.
import { sql } from 'kysely';
import {
  addChild,
  foundFamily,
  inviteToFamily,
  joinFamily,
  readInvitation,
  readMyFamily,
} from '#contract/families/endpoints.ts';
import { addDays } from '#kernel/calendar/time.ts';
import { plantPosts } from '#modules/identity/index.ts';
import { apart } from '../chapters/apart.ts';
import type { Chapter } from '../chapters/tell.ts';
import { personas } from '../personas.ts';
import { random } from '../random.ts';
import { goTo, type Holder, perform, type Stage } from '../replay/stage.ts';

const months = 12;
const familiesPerMonth = 125;
const daysPerMonth = 30;
const familiesNumber = 0x3000;
/** Of the families with two parents at home, how many have both in. */
const bothShare = 0.6;
const boardShare = 0.45;
/** Eighteen years. */
const grownDays = 18 * 366;
/** So many times sooner come homes with children. */
const childrenFirst = 4;

/** The months of the year, the oldest first: who founds a family in winter takes part in spring. */
export const familyChapters: readonly Chapter[] = Array.from({ length: months }, (_, month): Chapter => {
  const daysAgo = (months - month) * daysPerMonth;
  return {
    key: `families ${month}`,
    number: familiesNumber + month,
    tell: (stage) => tellFamilies(stage, month, daysAgo),
  };
});

interface Parent {
  id: string;
  name: string;
  phone: string;
  areaId: string;
  householdId: string | null;
}

async function tellFamilies(stage: Stage, month: number, daysAgo: number): Promise<void> {
  const chance = random(`families ${month}`);
  goTo(stage, daysAgo, 8);
  const founders = await parentsOf(stage, familiesPerMonth);
  const partners = await partnersOf(
    stage,
    founders.filter(() => chance.chance(bothShare)),
  );
  const holders = await openAccounts(stage, [...founders, ...partners]);
  for (const [place, parent] of founders.entries()) {
    const holder = holders.get(parent.id);
    if (!holder) continue;
    const partner = partners.find((one) => one.householdId === parent.householdId);
    await apart(stage, `family ${month}/${place}`, async () => {
      goTo(
        stage,
        daysAgo - chance.between(0, daysPerMonth - 2),
        chance.between(8, 21),
        chance.between(0, 59),
      );
      await found(
        stage,
        holder,
        `${chance.pick(callNames)}${chance.pick(endings)}`,
        chance.chance(boardShare),
      );
      const other = partner && holders.get(partner.id);
      if (other) await join(stage, holder, other);
    });
  }
}

async function found(stage: Stage, holder: Holder, nickname: string, onBoard: boolean): Promise<void> {
  const { children } = await perform(stage, holder, readMyFamily, {});
  const childIds = children.map(({ personId }) => personId);
  await perform(stage, holder, foundFamily, { body: { nickname, childIds, onBoard, agreed: true } });
}

async function join(stage: Stage, holder: Holder, other: Holder): Promise<void> {
  const { invitationId } = await perform(stage, holder, inviteToFamily, {});
  const { code } = await perform(stage, holder, readInvitation, { params: { invitationId } });
  await perform(stage, other, joinFamily, { body: { code, agreed: true } });
  const { children } = await perform(stage, other, readMyFamily, {});
  for (const { personId } of children)
    await perform(stage, other, addChild, { body: { personId, agreed: true } });
}

/**
 * One grown-up with a phone of each home where more than one lives and nobody is in a family yet: a guardian where there
 * are children. Scattered over the street, the mother of the personas first. Who works for the street has a post and
 * stays out; door wardens are the volunteers they are.
 */
async function parentsOf(stage: Stage, count: number): Promise<Parent[]> {
  const { streetId } = stage.street;
  const mother = personas.find(({ key }) => key === 'mother')?.name ?? '';
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (p.household_id) p.id, p.name, p.phone_cipher, p.area_id, p.household_id,
        case when p.name = ${mother} then 0 else ('x' || left(md5(p.household_id::text), 7))::bit(28)::int
          / (case when exists (select 1 from persons c where c.street_id = ${streetId}
            and c.household_id = p.household_id and c.status = 'active'
            and c.born_on > ${addDays(stage.today, -grownDays)}) then ${childrenFirst} else 1 end) end as scattered
      from persons p
      where p.street_id = ${streetId} and p.status = 'active' and p.phone_cipher is not null
        and p.household_id is not null and p.born_on < ${addDays(stage.today, -grownDays)}
        and exists (select 1 from persons o where o.street_id = ${streetId} and o.household_id = p.household_id
          and o.id <> p.id and o.status = 'active')
        and not exists (select 1 from persons o
          join family_members m on m.street_id = ${streetId} and m.person_id = o.id and m.left_at is null
          where o.street_id = ${streetId} and o.household_id = p.household_id)
        and not exists (select 1 from accounts a
          join posts w on w.street_id = ${streetId} and w.account_id = a.id
            and w.role not in ('resident', 'door_warden')
          where a.street_id = ${streetId} and a.person_id = p.id)
      order by p.household_id, p.name <> ${mother},
        not exists (select 1 from guardianships g where g.street_id = ${streetId} and g.guardian_id = p.id
          and g.ended_at is null), p.id) as homes
    order by scattered, id limit ${count}`.execute(stage.db);
  return rows.map((row) => parentOf(stage, row));
}

/** The other grown-ups at home who could come along. */
async function partnersOf(stage: Stage, founders: readonly Parent[]): Promise<Parent[]> {
  const { streetId } = stage.street;
  const { rows } = await sql<Row>`
    select distinct on (p.household_id) p.id, p.name, p.phone_cipher, p.area_id, p.household_id
    from persons p
    where p.street_id = ${streetId} and p.status = 'active' and p.phone_cipher is not null
      and p.household_id = any(${founders.flatMap(({ householdId }) => householdId ?? [])}::uuid[])
      and p.id <> all(${founders.map(({ id }) => id)}::uuid[])
      and p.relation in ('head', 'spouse')
      and not exists (select 1 from accounts a where a.street_id = ${streetId} and a.person_id = p.id)
    order by p.household_id, p.id`.execute(stage.db);
  return rows.map((row) => parentOf(stage, row));
}

interface Row {
  id: string;
  name: string;
  phone_cipher: string;
  area_id: string;
  household_id: string | null;
}

const parentOf = (stage: Stage, row: Row): Parent => ({
  id: row.id,
  name: row.name,
  phone: stage.kernel.services.crypto.decrypt(row.phone_cipher),
  areaId: row.area_id,
  householdId: row.household_id,
});

/** As after the first sign-in with the phone. Who has an account, as the personas, keeps it. */
async function openAccounts(stage: Stage, people: readonly Parent[]): Promise<Map<string, Holder>> {
  const { streetId } = stage.street;
  const known = await stage.db
    .selectFrom('accounts')
    .select(['id', 'person_id', 'name'])
    .where('street_id', '=', streetId)
    .where('person_id', '=', sql<string>`any(${people.map(({ id }) => id)}::uuid[])`)
    .execute();
  const holders = new Map(
    known.map(({ id, person_id, name }) => [
      person_id ?? '',
      { accountId: id, personId: person_id, name, phone: '', posts: [] } as Holder,
    ]),
  );
  const fresh = people.filter(({ id }) => !holders.has(id));
  const given = await plantPosts(
    stage.office(),
    fresh.map(({ name, phone, areaId }) => ({ name, phone, areaId, role: 'resident' as const })),
  );
  for (const [index, { accountId, personId }] of given.entries()) {
    const one = fresh[index];
    if (one) holders.set(one.id, { accountId, personId, name: one.name, phone: one.phone, posts: [] });
  }
  return holders;
}

const callNames =
  '墨墨 小满 豆豆 糖糖 米粒 果果 团团 圆圆 安安 乐乐 朵朵 星星 沐沐 可可 阳阳 小雨 桃桃 石头 小鱼 禾苗 小树 贝贝 壮壮 妞妞 小北 暖暖 芽芽 小舟 点点 嘟嘟 葡萄 橙子 芒果 小麦 木木 西西 元元 多多 悠悠 晨晨'.split(
    ' ',
  );
const endings = ['一家', '一家', '一家人', '之家', '爸妈', '小队', '家庭'] as const;

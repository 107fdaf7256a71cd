// The practice lists of the two school terms, what schools gave back, and the groups in which it is told (1+1+N).
import { sql } from 'kysely';
import {
  changeGroup,
  confirmHours,
  makeGroup,
  makePractice,
  publishPractice,
  reportClass,
} from '#contract/activities/practice.ts';
import { plantPosts } from '#modules/identity/index.ts';
import type { Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import { type Random, random } from '../random.ts';
import { goTo, type Holder, perform, postOf, type Stage } from '../replay/stage.ts';
import { clerkOf } from './now.ts';

const streetOf = (stage: Stage) =>
  sql<{ id: string }>`
  select id from areas where street_id = ${stage.street.streetId} and level = 'street'`.execute(stage.db);

type Item = readonly [title: string, hours: string, programme: string];

const items: Readonly<Record<'spring' | 'autumn', readonly Item[]>> = {
  spring: [
    ['植树护绿：认领一棵楼前的树', '2小时', '遛弯儿计划'],
    ['等灯等灯：路口文明劝导', '每次1.5小时', '等灯等灯'],
    ['给独居老人送一次饭', '1小时', '文明北苑人·家园守望者'],
    ['社区图书角整理', '2小时', '宝贝计划'],
    ['到邻家社区留学一天', '4小时', '社区留学生'],
    ['家庭用水记录一周', '自己安排', ''],
  ],
  autumn: [
    ['垃圾分类桶前引导', '每次1小时', '文明北苑人·家园守望者'],
    ['小小图书员', '每次2小时', '宝贝计划'],
    ['重阳节看望楼里的老人', '1小时', '文明北苑人·家园守望者'],
    ['护河捡拾', '1.5小时', '遛弯儿计划'],
    ['家里的急救包：和家长一起练', '1.5小时', '宝贝计划'],
    ['扫雪：清自家楼门口', '下雪时', '文明北苑人·家园守望者'],
  ],
};

/** Published in the week so many weeks ago; a list of the other term is then the one before. */
const terms = [
  { season: 'spring', firstMonth: 2, title: '寒假和春季学期社会实践清单' },
  { season: 'autumn', firstMonth: 9, title: '暑假和秋季学期社会实践清单' },
] as const;

const foreword =
  '1 次楼院服务 + 1 次家庭劳动 + N 项自选。参加后由社区登记时长，学校只看到班级、昵称和小时数。';

interface Liaison {
  holder: Holder;
  school: string;
}

/** Told at once for the whole year: two lists, what the schools answered, the register of groups. */
export async function tellPractice(stage: Stage, office: Office): Promise<void> {
  const [manager] = office.of('activity_manager');
  const street = (await streetOf(stage)).rows[0];
  if (!manager || !street) return;
  const chance = random('practice');
  await apart(stage, 'groups', () => tellGroups(stage, office, chance.fork('groups')));
  const programmes = await programmesByName(stage);
  const liaisons = await liaisonsOf(stage);
  for (const { season, firstMonth, title } of terms) {
    const daysAgo = daysSinceMonth(stage.today, firstMonth);
    await apart(stage, `practice ${season}`, async () => {
      goTo(stage, daysAgo, 10);
      const year = new Date(stage.clock.now()).getFullYear();
      const { listId, version } = await perform(stage, manager, makePractice, {
        body: {
          term: `${year}年${season === 'spring' ? '春' : '秋'}季学期`,
          title,
          foreword,
          areaId: street.id,
          items: items[season].map(([line, hoursText, programme]) => ({
            title: line,
            hoursText,
            programmeId: programmes.get(programme) ?? null,
            activityId: null,
          })),
        },
      });
      await perform(stage, manager, publishPractice, { params: { listId }, body: { version } });
      await answers(stage, liaisons, listId, daysAgo, chance.fork(season));
    });
  }
}

/** Days since the month last began. */
function daysSinceMonth(today: string, month: number): number {
  const thisYear = Number(today.slice(0, 4));
  const began = (year: number) => Date.parse(`${year}-${String(month).padStart(2, '0')}-01T00:00:00Z`);
  const now = Date.parse(`${today}T00:00:00Z`);
  const since = began(thisYear) <= now ? began(thisYear) : began(thisYear - 1);
  return Math.round((now - since) / 86_400_000);
}

/** Figures of classes, and hours by nickname: nothing else of a pupil. */
async function answers(
  stage: Stage,
  liaisons: readonly Liaison[],
  listId: string,
  daysAgo: number,
  chance: Random,
): Promise<void> {
  const params = { listId };
  for (const { holder } of liaisons) {
    const classes = chance.sample(classNames, 3);
    for (const className of classes) {
      goTo(stage, Math.max(0, daysAgo - chance.between(5, 12)), 11);
      const body = { className, pupils: chance.between(12, 34) };
      await perform(stage, holder, reportClass, { params, body });
    }
    for (const nickname of chance.sample(nicknames, 5)) {
      goTo(stage, Math.max(0, daysAgo - chance.between(40, 70)), 16);
      const body = { className: chance.pick(classes), nickname, hours: chance.between(2, 12) / 2 };
      await perform(stage, holder, confirmHours, { params, body });
    }
  }
}

const classNames = ['三（1）班', '三（2）班', '四（1）班', '四（3）班', '五（2）班'] as const;
const nicknames = '小满 豆豆 米粒 乐乐 朵朵 沐沐 阳阳 桃桃 壮壮 芽芽 点点 木木'.split(' ');

async function programmesByName(stage: Stage): Promise<ReadonlyMap<string, string>> {
  const rows = await stage.db
    .selectFrom('programmes')
    .select(['id', 'name'])
    .where('street_id', '=', stage.street.streetId)
    .execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** The contact of each school keeps the list for it. */
async function liaisonsOf(stage: Stage): Promise<Liaison[]> {
  const { streetId } = stage.street;
  const { rows } = await sql<Row>`
    select o.id, o.name as school, c.name, c.phone_cipher, a.id as area_id, a.path,
      p.id as post_id, p.account_id, w.person_id
    from organisations o
    join organisation_contacts c on c.street_id = ${streetId} and c.organisation_id = o.id and c.position = 1
    join areas a on a.street_id = ${streetId} and a.level = 'community' and o.area_path like a.path || '%'
    left join posts p on p.street_id = ${streetId} and p.organisation_id = o.id and p.role = 'school_liaison'
    left join accounts w on w.street_id = ${streetId} and w.id = p.account_id
    where o.street_id = ${streetId} and o.kind = 'school' and o.status = 'active' and c.phone_cipher is not null
    order by o.name, o.id`.execute(stage.db);
  goTo(stage, 364, 9);
  const { crypto } = stage.kernel.services;
  // A visitor may come in as one of them, who holds the post from the beginning.
  const without = rows.filter(({ post_id }) => post_id === null);
  const planted = await plantPosts(
    stage.office(),
    without.map(({ id, name, area_id, phone_cipher }) => ({
      name,
      phone: crypto.decrypt(phone_cipher),
      areaId: area_id,
      role: 'school_liaison' as const,
      organisationId: id,
    })),
  );
  const given = new Map(without.map(({ id }, index) => [id, planted[index]]));
  return rows.flatMap(({ id, school, name, area_id, path, post_id, account_id, person_id }) => {
    const held =
      post_id && account_id ? { postId: post_id, accountId: account_id, personId: person_id } : null;
    const one = held ?? given.get(id);
    if (!one) return [];
    const posts = [postOf(one.postId, 'school_liaison', { areaId: area_id, path }, id)];
    return [{ school, holder: { accountId: one.accountId, personId: one.personId, name, phone: '', posts } }];
  });
}

interface Row {
  id: string;
  school: string;
  name: string;
  phone_cipher: string;
  area_id: string;
  path: string;
  post_id: string | null;
  account_id: string | null;
  person_id: string | null;
}

/** Who keeps which group and how many it reaches; counted again in autumn. */
async function tellGroups(stage: Stage, office: Office, chance: Random): Promise<void> {
  for (const here of office.neighbourhoods) {
    const clerk = clerkOf(here);
    if (!clerk) continue;
    for (const [name, kind, least, most] of groups) {
      goTo(stage, 350 - chance.between(0, 20), 15);
      const facts = {
        ...{ name, kind, areaId: here.areaId, ownerName: clerk.name, status: 'active' as const },
        members: chance.between(least, most),
      };
      const { groupId, version } = await perform(stage, clerk, makeGroup, { body: facts });
      goTo(stage, chance.between(20, 60), 15);
      const members = facts.members + chance.between(3, 40);
      await perform(stage, clerk, changeGroup, { params: { groupId }, body: { ...facts, members, version } });
    }
  }
}

const groups = [
  ['志愿家庭群', 'family', 60, 220],
  ['楼门邻里群', 'residents', 180, 480],
  ['亲子活动群', 'children', 40, 160],
] as const;

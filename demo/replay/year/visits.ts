// The grid worker's rounds, and families that come and go.
import {
  changeHousehold,
  getHousehold,
  moveHousehold,
  registerHousehold,
  registerPerson,
  revealPerson,
} from '#contract/people/endpoints.ts';
import { fullySampledGrid } from '../../plan.ts';
import type { DemoHousehold } from '../../types.ts';
import { type Holder, perform } from '../stage.ts';
import type { Cast, Scene } from '../year.ts';

const notes = [
  '水表箱在左手边，抄表请先敲门',
  '白天没人，晚上七点后在家',
  '阳台外挂花盆已提醒收进屋内',
  '燃气软管已更换，下次复看日期',
  '老人耳背，敲门请重一些',
  '家里有小狗，入户前先打招呼',
  '电动车停到车棚，已答应',
  '愿意帮邻居收快递',
  '孩子上小学，放学由外婆接',
  '想报名楼门议事会',
];

export function visitScenes(cast: Cast): Scene[] {
  const worker = cast.persona('grid_worker');
  const homes = cast.street.households.filter((home) => home.entranceCode.startsWith(fullySampledGrid));
  const lived = homes.filter((home) => home.houseUse !== 'vacant');
  const visits = notes.map((note, index) => ({
    daysAgo: 301 - index * 30,
    hour: 18,
    play: () => leaveNote(cast, worker, lived[(index * 13 + 4) % lived.length], note),
  }));
  return [...visits, ...careCalls(cast), ...comings(cast)];
}

async function leaveNote(
  cast: Cast,
  worker: Holder,
  home: DemoHousehold | undefined,
  note: string,
): Promise<void> {
  const params = { householdId: cast.householdIdOf(home?.code ?? '') };
  const { version } = await perform(cast.stage, worker, getHousehold, { params });
  await perform(cast.stage, worker, changeHousehold, { params, body: { version, note } });
}

/** 王奶奶 is rung every other week by the grid worker, and by the warden in between. */
function careCalls(cast: Cast): Scene[] {
  const elder = cast.street.persons.find((person) => person.personaKey === 'elder');
  const params = { personId: cast.personIdOf(elder?.key ?? '') };
  return Array.from({ length: 12 }, (_, index) => ({
    daysAgo: 3 + index * 7,
    hour: 9,
    minute: 40,
    play: () =>
      perform(cast.stage, cast.persona(index % 2 === 0 ? 'grid_worker' : 'door_warden'), revealPerson, {
        params,
        body: { purpose: 'care_visit', reason: '问问身体和用药', fields: ['phone'] },
      }),
  }));
}

const newcomers = [
  { name: '范晓明', sex: 'male', bornOn: '1990-06-11', relation: 'head' },
  { name: '丁若兰', sex: 'female', bornOn: '1992-10-02', relation: 'spouse' },
] as const;

/** One family of the grid left in spring; another moved in behind the same door. */
function comings(cast: Cast): Scene[] {
  const clerk = cast.persona('community_clerk');
  const posted = new Set(cast.street.posts.map((post) => post.personKey));
  const members = Map.groupBy(cast.street.persons, (person) => person.householdCode);
  const home = cast.street.households.findLast((each) => {
    const people = members.get(each.code) ?? [];
    const plain = people.every((person) => !posted.has(person.key) && !person.personaKey);
    return each.entranceCode.startsWith(fullySampledGrid) && people.length > 0 && plain;
  });
  const entrance = cast.places.get(home?.entranceCode ?? '');
  if (!home || !entrance) throw new Error('no family of the grid could leave');
  return [
    {
      daysAgo: 214,
      hour: 10,
      play: async () => {
        const params = { householdId: cast.householdIdOf(home.code) };
        const { version } = await perform(cast.stage, clerk, getHousehold, { params });
        const body = { version, to: null, reason: '搬到亦庄，离单位近' };
        await perform(cast.stage, clerk, moveHousehold, { params, body });
      },
    },
    {
      daysAgo: 187,
      hour: 14,
      play: async () => {
        const { householdId } = await perform(cast.stage, clerk, registerHousehold, {
          body: { areaId: entrance.areaId, room: home.room, houseUse: 'rented' },
        });
        for (const person of newcomers)
          await perform(cast.stage, clerk, registerPerson, { body: { ...person, householdId } });
      },
    },
  ];
}

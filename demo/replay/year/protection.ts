// What residents asked about their own data, and leave to see a minor: some decided, some waiting today.
import { askCorrection, giveMyConsent } from '#contract/people/mine.ts';
import {
  decideErasure,
  decideMinorAccess,
  requestErasure,
  requestMinorAccess,
} from '#contract/people/protection.ts';
import { ageOn } from '#kernel/calendar/time.ts';
import { fullySampledGrid } from '../../plan.ts';
import { type Holder, perform } from '../stage.ts';
import type { Cast, Scene } from '../year.ts';

export function protectionScenes(cast: Cast): Scene[] {
  return [...minors(cast), ...ownRequests(cast), ...erasures(cast)];
}

function minors(cast: Cast): Scene[] {
  const worker = cast.persona('grid_worker');
  const secretary = cast.persona('community_secretary');
  const children = cast.street.persons
    .filter((person) => person.householdCode?.startsWith(fullySampledGrid))
    .filter(
      (person) => ageOn(cast.stage.today, person.bornOn) < 14 && cast.planted.personIds.has(person.key),
    );
  const withdrawn = new Set(
    cast.street.guardianships.filter((bond) => bond.withdrawnOn).map((bond) => bond.childKey),
  );
  const [first, second] = children.filter((child) => !withdrawn.has(child.key));
  const ask = (child: typeof first, reason: string) =>
    perform(cast.stage, worker, requestMinorAccess, {
      params: { personId: cast.personIdOf(child?.key ?? '') },
      body: { purpose: 'home_visit', reason },
    });
  return [
    {
      daysAgo: 44,
      hour: 9,
      play: async () => {
        const { requestId } = await ask(first, '放学后独自在家，联系家长确认接送人');
        await perform(cast.stage, secretary, decideMinorAccess, {
          params: { requestId },
          body: { decision: 'approve', reason: '情况属实，当天联系' },
        });
      },
    },
    { daysAgo: 1, hour: 17, play: () => ask(second, '学校反映近期缺课，需联系监护人') },
  ];
}

function ownRequests(cast: Cast): Scene[] {
  const mother = cast.persona('mother');
  const consent = (purpose: 'volunteer_points' | 'care_contact') => () =>
    perform(cast.stage, mother, giveMyConsent, { body: { purpose } });
  return [
    { daysAgo: 88, hour: 20, play: consent('volunteer_points') },
    { daysAgo: 88, hour: 20, minute: 2, play: consent('care_contact') },
    {
      daysAgo: 2,
      hour: 21,
      play: () =>
        perform(cast.stage, mother, askCorrection, {
          body: { field: 'other', wanted: '车牌登记的是旧车，请改成新车' },
        }),
    },
  ];
}

function erasures(cast: Cast): Scene[] {
  const clerk = cast.persona('community_clerk');
  const secretary = cast.persona('community_secretary');
  const posted = new Set(cast.street.posts.map((post) => post.personKey));
  const guardians = new Set(cast.street.guardianships.map((bond) => bond.guardianKey));
  const [first, second] = cast.street.persons.filter(
    (person) =>
      person.householdCode?.startsWith('110112003009001') &&
      person.relation === 'flatmate' &&
      !posted.has(person.key) &&
      !guardians.has(person.key),
  );
  return [
    ...(first ? [{ daysAgo: 60, hour: 10, play: () => decided(cast, clerk, secretary, first.key) }] : []),
    ...(second
      ? [{ daysAgo: 4, hour: 11, play: () => wish(cast, clerk, second.key, '租期到了，不再住这里') }]
      : []),
  ];
}

async function wish(cast: Cast, clerk: Holder, key: string, reason: string) {
  return await perform(cast.stage, clerk, requestErasure, {
    params: { personId: cast.personIdOf(key) },
    body: { reason },
  });
}

async function decided(cast: Cast, clerk: Holder, secretary: Holder, key: string): Promise<void> {
  const { erasureId } = await wish(cast, clerk, key, '已搬到外区');
  await perform(cast.stage, secretary, decideErasure, {
    params: { erasureId },
    body: { decision: 'approve', reason: '已核实搬离，没有未办完的事' },
  });
}

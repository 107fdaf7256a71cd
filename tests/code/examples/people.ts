import { noticeVersion } from '#contract/people/codes.ts';
import { askCorrection, giveMyConsent } from '#contract/people/mine.ts';
import * as protection from '#contract/people/protection.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

async function personParams(world: World) {
  const { personId, version } = await world.newPerson();
  return { params: { personId }, version };
}

async function householdParams(world: World) {
  const { householdId, version } = await world.newHousehold();
  return { params: { householdId }, version };
}

/** A child of eight with a guardian whose consent is on paper. */
async function newChild(world: World) {
  const guardian = await world.newPerson();
  const child = await world.newPerson({
    phone: undefined,
    bornOn: '2018-06-01',
    guardian: { personId: guardian.personId, relation: 'mother' },
    consent: { evidenceNote: '档案001' },
  });
  return { childId: child.personId, guardianId: guardian.personId };
}

async function newGuardianship(world: World) {
  const { childId } = await newChild(world);
  const second = await world.newPerson();
  return (await world.as('周网格')).call(protection.addGuardianship, {
    params: { personId: childId },
    body: { guardianId: second.personId, relation: 'father', verified: true },
  });
}

async function newMinorAccess(world: World) {
  const { childId } = await newChild(world);
  return (await world.as('周网格')).call(protection.requestMinorAccess, {
    params: { personId: childId },
    body: { purpose: 'care_visit', reason: '假期看护' },
  });
}

async function newConsent(world: World) {
  const { params } = await personParams(world);
  return (await world.as('周网格')).call(protection.recordConsent, {
    params,
    body: { purpose: 'care_contact', evidenceNote: '档案002' },
  });
}

async function newErasure(world: World) {
  const { params } = await personParams(world);
  return (await world.as('周网格')).call(protection.requestErasure, { params, body: { reason: '本人提出' } });
}

const newCorrection = async (world: World, field: 'name' | 'sex') =>
  (await world.as('陈居民')).call(askCorrection, { body: { field, wanted: '写错了' } });

const mine = { holder: '陈居民', outsider: '赵楼长' } as const;
const decided = { decision: 'decline', reason: '材料不全' };

export const peopleExamples: Record<string, Example> = {
  'people.list_persons': list((world) => world.personOf('陈居民')),
  'people.get_person': record(personParams),
  'people.register_person': record((world) => ({ body: { name: '新邻居', areaId: world.id('entrance') } })),
  'people.correct_person': record(async (world) => {
    const { params, version } = await personParams(world);
    return { params, body: { version, sex: 'female' } };
  }),
  'people.reveal_person': record(async (world) => ({
    ...(await personParams(world)),
    body: { purpose: 'home_visit' },
  })),
  'people.list_households': list(async (world) => (await world.newHousehold()).householdId),
  'people.get_household': record(householdParams),
  'people.register_household': record((world) => ({
    body: { areaId: world.id('entrance'), room: '8801', houseUse: 'rented' },
  })),
  'people.change_household': record(async (world) => {
    const { params, version } = await householdParams(world);
    return { params, body: { version, note: '门铃坏了' } };
  }),
  'people.move_household': record(async (world) => {
    const { params, version } = await householdParams(world);
    return { params, body: { version, to: null, reason: '搬离' } };
  }),
  'people.list_trusted_contacts': list(async (world) => {
    const { householdId } = await (await world.as('周网格')).call(
      (await import('#contract/people/endpoints.ts')).registerHousehold,
      {
        body: { areaId: world.id('entrance'), room: '7701', houseUse: 'owned', tags: ['trusted_neighbour'] },
      },
    );
    return householdId;
  }),
  'people.add_guardianship': record(async (world) => {
    const { childId } = await newChild(world);
    const { personId } = await world.newPerson();
    return {
      params: { personId: childId },
      body: { guardianId: personId, relation: 'father', verified: true },
    };
  }),
  'people.end_guardianship': record(async (world) => {
    const { guardianshipId } = await newGuardianship(world);
    return { params: { guardianshipId }, body: { reason: '监护变更' } };
  }),
  'people.request_minor_access': record(async (world) => {
    const { childId } = await newChild(world);
    return { params: { personId: childId }, body: { purpose: 'care_visit', reason: '假期看护' } };
  }),
  'people.list_minor_access': list(async (world) => (await newMinorAccess(world)).requestId),
  'people.decide_minor_access': record(async (world) => {
    const { requestId } = await newMinorAccess(world);
    return { params: { requestId }, body: decided };
  }),
  'people.record_consent': record(async (world) => ({
    params: (await personParams(world)).params,
    body: { purpose: 'care_contact', evidenceNote: '档案003' },
  })),
  'people.withdraw_consent': record(async (world) => {
    const { consentId } = await newConsent(world);
    return { params: { consentId }, body: { reason: '本人撤回' } };
  }),
  'people.request_erasure': record(async (world) => ({
    params: (await personParams(world)).params,
    body: { reason: '本人提出' },
  })),
  'people.list_erasures': list(async (world) => (await newErasure(world)).erasureId),
  'people.decide_erasure': record(async (world) => {
    const { erasureId } = await newErasure(world);
    return { params: { erasureId }, body: decided };
  }),
  'people.list_corrections': list(async (world) => (await newCorrection(world, 'name')).correctionId),
  'people.decide_correction': record(async (world) => {
    const { correctionId } = await newCorrection(world, 'sex');
    return { params: { correctionId }, body: decided };
  }),
  'people.read_mine': list((world) => world.personOf('陈居民'), mine),
  'people.copy_mine': list(
    (world) => world.personOf('陈居民'),
    { holder: '陈居民' },
    () => ({ query: { format: 'json' } }),
  ),
  'people.ask_correction': self(() => ({ body: { field: 'phone', wanted: '换了号码' } }), {
    holder: '陈居民',
  }),
  'people.give_my_consent': self(() => ({ body: { purpose: 'volunteer_points' } }), { holder: '陈居民' }),
  'people.withdraw_my_consent': record(
    async (world) => {
      const { consentId } = await (await world.as('陈居民')).call(giveMyConsent, {
        body: { purpose: 'care_contact' },
      });
      return { params: { consentId } };
    },
    { ...mine, elsewhere: 'person.not_linked' },
  ),
  'people.register_my_child': self(
    () => ({ body: { name: '陈小花', bornOn: '2020-05-05', relation: 'mother', agreed: true } }),
    { holder: '陈居民' },
  ),
  'people.accept_notice': self(() => ({ body: { version: noticeVersion } }), { holder: '陈居民' }),
  'people.ask_erasure': self(() => ({ body: { reason: '要搬走了' } }), { holder: '陈居民' }),
};

import { describe, expect, test } from 'vitest';
import { correctPerson, getPerson, registerPerson, revealPerson } from '#contract/people/endpoints.ts';
import { readMine, registerMyChild, withdrawMyConsent } from '#contract/people/mine.ts';
import {
  addGuardianship,
  decideMinorAccess,
  endGuardianship,
  listMinorAccess,
  recordConsent,
  requestMinorAccess,
  withdrawConsent,
} from '#contract/people/protection.ts';
import { testPeopleOfStreet } from './kit/street.ts';

const people = await testPeopleOfStreet();
const { street } = people;
const grid = await people.as('周网格');
const secretary = await people.as('李书记');
const resident = await people.as('陈居民');

const look = { purpose: 'home_visit' as const, fields: ['name' as const, 'phone' as const] };

describe('seeing somebody in the clear', () => {
  test('asks for the right, the place and a purpose', async () => {
    const granny = await people.named('钱奶奶');
    const params = { personId: granny.personId };
    const reveal = async (name: string, body: object = look) =>
      (await people.as(name)).refusal(revealPerson, { params, body: body as typeof look });
    expect(await street.stranger.refusal(revealPerson, { params, body: look })).toMatchObject({
      status: 401,
    });
    expect(await reveal('沈派单')).toMatchObject({ status: 403, code: 'permission.missing' });
    expect(await reveal('周网格')).toMatchObject({ status: 403, code: 'person.outside_your_area' });
    expect(await reveal('文书记')).toMatchObject({ status: 403 });
    expect(await reveal('吴网格', { fields: ['phone'] })).toMatchObject({ status: 400 });
    expect(await reveal('吴网格', { purpose: 'other' })).toMatchObject({
      code: 'person.reveal_reason_missing',
    });
    const { rows } = await street.owner.query('select count(*)::int as n from reveals');
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('answers only what was asked, and writes down who looked and why', async () => {
    const chen = await people.named('陈居民');
    const params = { personId: chen.personId };
    expect(await grid.call(revealPerson, { params, body: { purpose: 'home_visit' } })).toEqual({
      personId: chen.personId,
      values: { phone: '19900001001' },
    });
    const { rows } = await street.owner.query(
      `select actor_name, acting_role, data from events where name = 'person.revealed' and subject_id = $1`,
      [chen.personId],
    );
    expect(rows).toMatchObject([
      { actor_name: '周网格', data: { purpose: 'home_visit', fields: ['phone'], minor: false } },
    ]);
    expect((await resident.call(readMine)).looks).toMatchObject([
      { byName: '周网格', byRole: 'grid_worker', purpose: 'home_visit', fields: ['phone'] },
    ]);
  });

  test('leaves no clear value behind in remembered answers', async () => {
    const { rows } = await street.owner.query('select answer from idempotency_keys');
    expect(JSON.stringify(rows)).not.toContain('19900001001');
  });
});

describe('a minor', () => {
  test('is not seen before somebody else has approved, and only for 24 hours', async () => {
    const child = await people.named('陈小树');
    const params = { personId: child.personId };
    expect(child).toMatchObject({ minor: true, age: 8 });
    expect(await grid.refusal(revealPerson, { params, body: look })).toMatchObject({
      status: 403,
      code: 'person.minor_approval_needed',
    });
    // Approving posts have the right too, but not the leave of somebody else.
    expect(await secretary.refusal(revealPerson, { params, body: look })).toMatchObject({
      code: 'person.minor_approval_needed',
    });

    const asked = await grid.call(requestMinorAccess, {
      params,
      body: { purpose: 'care_visit', reason: '放学后独自在家，需联系' },
    });
    expect(asked).toMatchObject({
      status: 'requested',
      personName: '陈**',
      can: { decide: expect.any(String) },
    });
    expect(
      await grid.refusal(requestMinorAccess, { params, body: { purpose: 'care_visit', reason: '再问' } }),
    ).toMatchObject({ code: 'minor_access.open_already' });

    const decide = {
      params: { requestId: asked.requestId },
      body: { decision: 'approve', reason: '情况属实' },
    } as const;
    expect(await grid.refusal(decideMinorAccess, decide)).toMatchObject({ status: 403 });
    expect(await (await people.as('马书记')).refusal(decideMinorAccess, decide)).toMatchObject({
      code: 'person.outside_your_area',
    });
    const seen = await secretary.call(listMinorAccess, { query: { status: 'requested' } });
    expect(seen.items).toMatchObject([{ requestId: asked.requestId, can: { decide: true } }]);
    expect(await secretary.call(decideMinorAccess, decide)).toMatchObject({
      status: 'approved',
      until: '2026-11-22T02:00:00.000Z',
    });
    expect(await secretary.refusal(decideMinorAccess, decide)).toMatchObject({
      code: 'minor_access.decided_already',
    });

    expect(await grid.call(revealPerson, { params, body: look })).toMatchObject({
      values: { name: '陈小树', phone: null },
    });
    street.clock.advance(24 * 3_600_000);
    const later = await people.as('周网格');
    expect(await later.refusal(revealPerson, { params, body: look })).toMatchObject({
      code: 'person.minor_approval_needed',
    });
    street.clock.set('2026-11-21T02:00:00.000Z');
  });

  test('nobody approves the own request', async () => {
    const child = await people.named('陈小树');
    const asked = await secretary.call(requestMinorAccess, {
      params: { personId: child.personId },
      body: { purpose: 'check_record', reason: '核对' },
    });
    const decide = {
      params: { requestId: asked.requestId },
      body: { decision: 'approve', reason: '可以' },
    } as const;
    expect(await secretary.refusal(decideMinorAccess, decide)).toMatchObject({
      status: 403,
      code: 'minor_access.own_request',
    });
    const principal = await people.as('高主任');
    expect(
      await principal.call(decideMinorAccess, {
        ...decide,
        body: { decision: 'decline', reason: '先打给家长' },
      }),
    ).toMatchObject({ status: 'declined', decisionReason: '先打给家长', until: null });
    expect(
      await secretary.refusal(revealPerson, { params: { personId: child.personId }, body: look }),
    ).toMatchObject({ code: 'person.minor_approval_needed' });
  });

  test('adults need no leave', async () => {
    const chen = await people.named('陈居民');
    expect(
      await grid.refusal(requestMinorAccess, {
        params: { personId: chen.personId },
        body: { purpose: 'care_visit', reason: '看看' },
      }),
    ).toMatchObject({ code: 'minor_access.not_a_minor' });
  });
});

describe('a child under 14', () => {
  const child = { name: '小石头', bornOn: '2020-06-01' };

  test('is not entered without guardian and consent, and the sentence says what to do', async () => {
    const areaId = people.door('first');
    const mother = await people.named('陈居民');
    const refuse = (more: object) => grid.refusal(registerPerson, { body: { ...child, areaId, ...more } });
    expect(await refuse({})).toMatchObject({
      status: 409,
      code: 'person.guardian_missing',
      detail: expect.stringContaining('监护人'),
    });
    const guardian = { personId: mother.personId, relation: 'mother' };
    expect(await refuse({ guardian })).toMatchObject({ code: 'person.guardian_consent_missing' });
    expect(await refuse({ guardian, consent: {} })).toMatchObject({
      code: 'person.guardian_consent_missing',
    });
    expect(
      await refuse({ guardian, consent: { evidenceFileId: '00000000-0000-7000-8000-000000000000' } }),
    ).toMatchObject({ code: 'consent.evidence_unknown' });
    expect(
      await refuse({ guardian: { ...guardian, personId: (await people.named('陈小树')).personId } }),
    ).toMatchObject({ code: 'person.guardian_minor' });
    expect(
      await refuse({ guardian, consent: { evidenceNote: '档-7' }, careTags: ['disabled'] }),
    ).toMatchObject({ code: 'person.no_health_tags_for_children', detail: expect.stringContaining('残疾') });
  });

  test('is entered with the guardian’s paper, and loses contact data when it is withdrawn', async () => {
    const mother = await people.named('陈居民');
    const entered = await people.person(grid, {
      ...child,
      phone: '13800001111',
      areaId: people.door('first'),
      careTags: ['left_behind'],
      guardian: { personId: mother.personId, relation: 'mother' },
      consent: { evidenceNote: '档-2026-7' },
    });
    expect(entered).toMatchObject({
      guardianships: [{ guardianName: '陈**', relation: 'mother' }],
      consents: [{ purpose: 'child_record', way: 'paper', evidence: true, withdrawnAt: null }],
    });
    const consentId = entered.consents[0]?.consentId ?? '';
    const other = await people.as('吴网格');
    expect(await other.refusal(withdrawConsent, { params: { consentId }, body: {} })).toMatchObject({
      status: 403,
    });
    // The mother takes it back on her own phone, as easily as it was given.
    expect(await resident.call(withdrawMyConsent, { params: { consentId } })).toMatchObject({
      withdrawnAt: '2026-11-21T02:00:00.000Z',
    });
    expect(await grid.call(getPerson, { params: { personId: entered.personId } })).toMatchObject({
      name: '小**',
      phone: null,
      careTags: [],
    });
    expect(await resident.refusal(withdrawMyConsent, { params: { consentId } })).toMatchObject({
      code: 'consent.withdrawn_already',
    });
  });

  test('is entered by the guardian on the own phone', async () => {
    const answer = await resident.call(registerMyChild, {
      body: { name: '陈小雨', bornOn: '2022-01-01', relation: 'mother', agreed: true },
    });
    expect(answer.consents).toMatchObject([{ purpose: 'child_record', way: 'guardian' }]);
    expect((await resident.call(readMine)).children.map((one) => one.name)).toContain('陈小雨');
    expect(
      await resident.refusal(registerMyChild, {
        body: { name: '陈大', bornOn: '1999-01-01', relation: 'mother', agreed: true },
      }),
    ).toMatchObject({ code: 'person.not_a_minor' });
  });

  test('keeps a guardian, and nobody becomes a child by correction', async () => {
    const tree = await people.named('陈小树');
    const [bond] = tree.guardianships;
    const end = { params: { guardianshipId: bond?.guardianshipId ?? '' }, body: { reason: '登记有误' } };
    expect(await grid.refusal(endGuardianship, end)).toMatchObject({ code: 'person.guardian_last' });
    const zhao = await people.named('赵楼长');
    await grid.call(addGuardianship, {
      params: { personId: tree.personId },
      body: { guardianId: zhao.personId, relation: 'grandparent', verified: true },
    });
    expect(await grid.call(endGuardianship, end)).toEqual({ done: true });
    expect(
      await grid.refusal(correctPerson, {
        params: { personId: zhao.personId },
        body: { version: zhao.version, bornOn: '2020-01-01' },
      }),
    ).toMatchObject({ code: 'person.guardian_missing' });
    expect(
      await grid.refusal(addGuardianship, {
        params: { personId: zhao.personId },
        body: { guardianId: tree.personId, relation: 'other', verified: false },
      }),
    ).toMatchObject({ code: 'person.not_a_minor' });
  });
});

describe('consent on paper', () => {
  test('needs its evidence, its giver, and is given once', async () => {
    const zhao = await people.named('赵楼长');
    const params = { personId: zhao.personId };
    const record = (body: object) =>
      grid.refusal(recordConsent, { params, body: { purpose: 'care_contact', ...body } });
    expect(await record({})).toMatchObject({ status: 400, code: 'consent.evidence_missing' });
    expect(await record({ purpose: 'child_record', evidenceNote: '档-1' })).toMatchObject({
      code: 'consent.not_for_adults',
    });
    await grid.call(recordConsent, { params, body: { purpose: 'care_contact', evidenceNote: '档-1' } });
    expect(await record({ evidenceNote: '档-2' })).toMatchObject({ code: 'consent.given_already' });

    const tree = await people.named('陈小树');
    expect(
      await grid.refusal(recordConsent, {
        params: { personId: tree.personId },
        body: { purpose: 'publish_photos', evidenceNote: '档-3' },
      }),
    ).toMatchObject({ code: 'consent.guardian_needed' });
  });
});

import { describe, expect, test } from 'vitest';
import { getHousehold, getPerson, moveHousehold, revealPerson } from '#contract/people/endpoints.ts';
import {
  acceptNotice,
  askCorrection,
  askErasure,
  giveMyConsent,
  readMine,
  withdrawMyConsent,
} from '#contract/people/mine.ts';
import {
  decideCorrection,
  decideErasure,
  listCorrections,
  listErasures,
  requestErasure,
} from '#contract/people/protection.ts';
import { runSchedule } from '#kernel/jobs/worker.ts';
import { testPeopleOfStreet } from './kit/street.ts';
import { peopleSchedules } from './schedule.ts';

const people = await testPeopleOfStreet();
const { street } = people;
const resident = await people.as('陈居民');
const secretary = await people.as('李书记');
const clerk = await people.as('郑社工');

async function purge() {
  for (const schedule of peopleSchedules) await runSchedule(street.kernel, schedule);
}

describe('my data', () => {
  test('are for the signed-in and for whom the register knows', async () => {
    expect(await street.stranger.refusal(readMine)).toMatchObject({ status: 401 });
    expect(await (await people.as('沈派单')).refusal(readMine)).toMatchObject({
      status: 409,
      code: 'person.not_linked',
    });
  });

  test('are shown to me in the clear, with children, terms and notice', async () => {
    const mine = await resident.call(readMine);
    expect(mine).toMatchObject({
      name: '陈居民',
      phone: '19900001001',
      household: { room: '101', memberCount: 2 },
      children: [{ name: '陈小树', consents: [{ purpose: 'child_record' }] }],
      notice: { acceptedAt: null },
    });
    expect(mine.retention.find((term) => term.purpose === 'departed')?.years).toBe(1);
    await resident.call(acceptNotice, { body: { version: mine.notice.version } });
    expect((await resident.call(readMine)).notice.acceptedAt).toBe('2026-11-21T02:00:00.000Z');
    expect(await resident.refusal(acceptNotice, { body: { version: '1999' } })).toMatchObject({
      code: 'notice.version_unknown',
    });
  });

  test('go with me as JSON and as a workbook', async () => {
    const json = await resident.send({ method: 'GET', url: '/api/people/mine/copy?format=json' });
    expect(json.json()).toMatchObject({ name: '陈居民', phone: '19900001001' });
    expect(json.headers['cache-control']).toBe('no-store');
    const sheet = await resident.send({ method: 'GET', url: '/api/people/mine/copy' });
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(sheet.headers['content-disposition']).toContain('.xlsx');
  });

  test('consent is given and taken back by me, and for my child only', async () => {
    const given = await resident.call(giveMyConsent, { body: { purpose: 'volunteer_points' } });
    expect(given).toMatchObject({ way: 'self', withdrawnAt: null });
    const params = { consentId: given.consentId };
    expect(await (await people.as('赵楼长')).refusal(withdrawMyConsent, { params })).toMatchObject({
      status: 403,
      code: 'consent.not_yours',
    });
    expect((await resident.call(withdrawMyConsent, { params })).withdrawnAt).not.toBeNull();

    const tree = await people.named('陈小树');
    const body = { purpose: 'publish_photos', childId: tree.personId } as const;
    expect(await (await people.as('赵楼长')).refusal(giveMyConsent, { body })).toMatchObject({
      code: 'person.not_your_child',
    });
    expect(await resident.call(giveMyConsent, { body })).toMatchObject({ way: 'guardian' });
    expect(await resident.refusal(giveMyConsent, { body: { purpose: 'child_record' } })).toMatchObject({
      code: 'consent.not_for_adults',
    });
  });

  test('a correction is asked, seen by the grid and answered', async () => {
    const asked = await resident.call(askCorrection, { body: { field: 'phone', wanted: '13900001234' } });
    expect(asked).toMatchObject({ status: 'requested' });
    const rows = await street.owner.query(
      'select to_jsonb(c) as row from correction_requests c union all select answer from idempotency_keys',
    );
    expect(JSON.stringify(rows.rows)).not.toContain('13900001234');
    expect((await resident.call(readMine)).corrections).toMatchObject([{ wanted: '13900001234' }]);
    expect((await (await people.as('吴网格')).call(listCorrections)).items).toEqual([]);
    const { items } = await clerk.call(listCorrections, { query: { status: 'requested' } });
    expect(items).toMatchObject([{ wanted: '13900001234', personName: '陈**' }]);
    const decide = {
      params: { correctionId: asked.correctionId },
      body: { decision: 'approve', reason: '已按证件改好' },
    } as const;
    expect(await (await people.as('马书记')).refusal(decideCorrection, decide)).toMatchObject({
      status: 403,
    });
    expect(await clerk.call(decideCorrection, decide)).toMatchObject({ status: 'approved' });
    expect(await clerk.refusal(decideCorrection, decide)).toMatchObject({
      code: 'correction.decided_already',
    });
  });
});

describe('being deleted', () => {
  test('is decided by somebody else who answers for it, and leaves the trail whole', async () => {
    const home = await people.household(clerk, 'first', '801');
    const person = await people.person(clerk, {
      name: '孔乙己',
      phone: '13855556666',
      householdId: home.householdId,
    });
    const params = { personId: person.personId };
    await clerk.call(revealPerson, { params, body: { purpose: 'other', reason: '核对孔乙己的电话' } });
    const asked = await clerk.call(requestErasure, { params, body: { reason: '本人书面申请' } });
    expect(asked).toMatchObject({ dueOn: '2026-12-21', bySelf: false });
    expect(await clerk.refusal(requestErasure, { params, body: { reason: '再次' } })).toMatchObject({
      code: 'erasure.open_already',
    });
    const decide = {
      params: { erasureId: asked.erasureId },
      body: { decision: 'approve', reason: '已核实本人身份' },
    } as const;
    expect(await clerk.refusal(decideErasure, decide)).toMatchObject({ code: 'permission.missing' });
    expect(await (await people.as('马书记')).refusal(decideErasure, decide)).toMatchObject({ status: 403 });
    expect((await secretary.call(listErasures)).items).toMatchObject([{ can: { decide: true } }]);
    expect(await secretary.call(decideErasure, decide)).toMatchObject({ status: 'approved', personName: '' });

    expect(await clerk.call(getPerson, { params })).toMatchObject({
      status: 'erased',
      name: '',
      phone: null,
      can: { reveal: 'person.erased', correct: 'person.erased' },
    });
    expect((await clerk.call(getHousehold, { params: { householdId: home.householdId } })).members).toEqual(
      [],
    );
    const dump = await street.owner.query(
      'select row_to_json(p) as row from persons p union all select row_to_json(r) from reveals r',
    );
    expect(JSON.stringify(dump.rows)).not.toContain('孔乙己');
    const events = await street.owner.query('select name from events where subject_id = $1 order by name', [
      person.personId,
    ]);
    expect(events.rows.map((row) => row.name)).toEqual([
      'erasure.approved',
      'erasure.requested',
      'person.erased',
      'person.registered',
      'person.revealed',
    ]);
  });

  test('waits while a child would stand alone', async () => {
    const asked = await resident.call(askErasure, { body: {} });
    const decide = {
      params: { erasureId: asked.erasureId },
      body: { decision: 'approve', reason: '同意' },
    } as const;
    expect(await secretary.refusal(decideErasure, decide)).toMatchObject({
      status: 409,
      code: 'person.guards_children',
      detail: expect.stringContaining('1 个孩子'),
    });
    const declined = { ...decide, body: { decision: 'decline', reason: '先登记另一位监护人' } } as const;
    expect(await secretary.call(decideErasure, declined)).toMatchObject({ status: 'declined' });
    expect((await resident.call(readMine)).erasure).toMatchObject({
      status: 'declined',
      decisionReason: '先登记另一位监护人',
    });
  });
});

describe('retention', () => {
  test('who left is erased after the term and not before', async () => {
    const home = await people.household(clerk, 'first', '901');
    const person = await people.person(clerk, { name: '过客', householdId: home.householdId });
    await clerk.call(moveHousehold, {
      params: { householdId: home.householdId },
      body: { version: 1, to: null, reason: '搬走' },
    });
    const statusNow = async () =>
      (await (await people.as('郑社工')).call(getPerson, { params: { personId: person.personId } })).status;
    street.clock.set('2027-11-20T02:00:00.000Z');
    await purge();
    expect(await statusNow()).toBe('departed');
    street.clock.set('2027-11-22T02:00:00.000Z');
    await purge();
    await purge();
    expect(await statusNow()).toBe('erased');
    const { rows } = await street.owner.query(
      `select data from events where name = 'person.erased' and subject_id = $1`,
      [person.personId],
    );
    expect(rows).toEqual([{ data: { because: 'retention', erasureId: null } }]);
    street.clock.set('2026-11-21T02:00:00.000Z');
  });

  test('proofs, requests and looks go after three years', async () => {
    const counts = async () =>
      (
        await street.owner.query(`select
          (select count(*)::int from consents where withdrawn_at is not null) as consents,
          (select count(*)::int from correction_requests) as corrections,
          (select count(*)::int from reveals) as looks`)
      ).rows[0];
    expect(await counts()).not.toMatchObject({ consents: 0 });
    street.clock.set('2029-11-20T02:00:00.000Z');
    await purge();
    expect(await counts()).not.toMatchObject({ consents: 0 });
    street.clock.set('2029-11-22T02:00:00.000Z');
    await purge();
    expect(await counts()).toEqual({ consents: 0, corrections: 0, looks: 0 });
    street.clock.set('2026-11-21T02:00:00.000Z');
  });
});

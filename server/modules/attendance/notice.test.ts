// Public notice of hours: proofs and checks without names, objections of residents, the answer of somebody else.
import { beforeAll, expect, it } from 'vitest';
import { correctHours, drawSpotCheck, listHours } from '#contract/attendance/desk.ts';
import * as attendance from '#contract/attendance/endpoints.ts';
import * as notice from '#contract/attendance/notice.ts';
import { listNotifications } from '#contract/notifications/endpoints.ts';
import { listPersons } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { begins, ends, sessionToday, stays, venueOf } from '../../../tests/kit/attendance.ts';
import { neighbour } from '../../../tests/kit/neighbours.ts';
import { testStreet } from '../../../tests/kit/street.ts';

const street = await testStreet();
const today = street.clock.now().toISOString().slice(0, 10);
let communityId = '';
let entryId = '';
let code = '';

beforeAll(async () => {
  const secretary = await street.as('李书记');
  const areas = (await secretary.call(listAreas, { query: { limit: 200 } })).items;
  communityId = areas.find((area) => area.code === '990101001001')?.areaId ?? '';
  const chen = (await secretary.call(listPersons, { query: { name: '陈居民' } })).items[0]?.personId ?? '';
  const mother = await street.as('陈居民');
  const sessionId = await sessionToday(secretary, communityId, [{ by: mother, personIds: [chen] }]);
  const venue = await venueOf(street, await street.as('郑社工'), sessionId);
  await stays(street, venue, '陈居民', chen, begins, ends);
  const body = { personId: chen, organisationId: null, fromOn: '2026-01-01', toOn: today };
  const { certificateId } = await (await street.as('陈居民')).call(attendance.issueCertificate, { body });
  code = (await (await street.as('陈居民')).call(attendance.readCertificate, { params: { certificateId } }))
    .code;
  entryId = (await (await street.as('李书记')).call(listHours, {})).items[0]?.entryId ?? '';
});

const certificates = async (who?: string) =>
  (await (who ? await street.as(who) : street.stranger).call(notice.listNoticedCertificates, {})).items;

it('shows proofs to the stranger without the name and without the whole code', async () => {
  const [one] = await certificates();
  expect(one).toMatchObject({ name: '陈**', number: code.slice(-6), count: 1, holds: true, objected: null });
  expect(one?.can.object).toBe('notice.residents_only');
  expect(JSON.stringify(one)).not.toContain(code);
  const other = await street.stranger.call(notice.listNoticedCertificates, { query: { month: '2026-01' } });
  expect(other.items).toEqual([]);
  const now = await street.stranger.call(notice.listNoticedCertificates, {
    query: { month: today.slice(0, 7) },
  });
  expect(now.items).toHaveLength(1);
});

it('publishes what a draw found; rows nobody drew cannot be called wrong', async () => {
  const secretary = await street.as('李书记');
  const draw = { areaId: communityId, seed: '晴', from: '2026-01-01', to: today };
  const { items } = await secretary.call(drawSpotCheck, { query: draw });
  expect(items.map((one) => one.entryId)).toEqual([entryId]);
  const body = { ...draw, wrongIds: [] as string[], result: '与签到表一致' };
  expect((await (await street.as('马书记')).refusal(notice.publishCheck, { body })).code).toBe(
    'attendance.outside_your_area',
  );
  const strange = { ...body, wrongIds: [communityId] };
  expect((await secretary.refusal(notice.publishCheck, { body: strange })).code).toBe('notice.not_drawn');
  const empty = { ...body, from: '2026-01-01', to: '2026-01-02' };
  expect((await secretary.refusal(notice.publishCheck, { body: empty })).code).toBe('notice.nothing_drawn');
  await secretary.call(notice.publishCheck, { body: { ...body, wrongIds: [entryId] } });
  const [check] = (await street.stranger.call(notice.listNoticedChecks, {})).items;
  expect(check).toMatchObject({ drawn: 1, outOf: 1, wrong: 1, seed: '晴', result: '与签到表一致' });
});

it('takes the objection of a neighbour once, and lets neither maker nor holder answer it', async () => {
  const [one] = await certificates();
  const params = { kind: 'certificate', subjectId: one?.certificateId ?? '' } as const;
  const body = { text: '那天没有开门' };
  expect((await (await street.as('陈居民')).refusal(notice.objectToHours, { params, body })).code).toBe(
    'notice.own',
  );
  const neighbour = await street.as('赵楼长');
  await neighbour.call(notice.objectToHours, { params, body });
  expect((await neighbour.refusal(notice.objectToHours, { params, body })).code).toBe('notice.objected');
  expect((await certificates())[0]).toMatchObject({ objected: 'open', mine: null });

  const secretary = await street.as('李书记');
  const { items } = await secretary.call(notice.listHoursObjections, {});
  expect(items[0]?.about).toContain('陈**');
  const decide = {
    params: { objectionId: items[0]?.objectionId ?? '' },
    body: { uphold: true, reason: '已核实' },
  };
  expect((await (await street.as('马书记')).refusal(notice.decideHoursObjection, decide)).status).toBe(403);
  await secretary.call(notice.decideHoursObjection, decide);
  expect((await secretary.refusal(notice.decideHoursObjection, decide)).code).toBe('attendance.not_waiting');
  expect((await certificates('赵楼长'))[0]?.mine).toEqual({ state: 'upheld', decision: '已核实' });
  await street.react();
  expect((await neighbour.call(listNotifications, { query: {} })).items).toMatchObject([
    { notice: 'objection_upheld', title: '您提的异议成立', line: '已核实' },
  ]);
  expect((await certificates())[0]).toMatchObject({ objected: 'upheld', mine: null });
});

it('says of a proof that its record was corrected, and ends after thirty days', async () => {
  const asked = { params: { entryId }, body: { minutes: 1, reason: '异议属实' } };
  const { requestId } = await (await street.as('韩活动')).call(correctHours, asked);
  await (await street.as('李书记')).call(attendance.approveCorrection, { params: { requestId } });
  const [one] = await certificates();
  expect(one?.holds).toBe(false);
  street.clock.advance(31 * 86_400_000);
  const newcomer = await neighbour(street, {
    name: '钱奶奶',
    phone: '19900007001',
    bornOn: '1950-01-01',
    areaCode: '990101001001001E01B01U1',
    room: '305',
  });
  const params = { kind: 'certificate', subjectId: one?.certificateId ?? '' } as const;
  const late = await newcomer.refusal(notice.objectToHours, {
    params,
    body: { text: '不对' },
  });
  expect(late.code).toBe('notice.over');
});

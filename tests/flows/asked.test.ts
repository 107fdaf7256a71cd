// 有事您找我 and 企业诉求: whom a request reaches first, and who may make it.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { assignPost } from '#contract/identity/endpoints.ts';
import { registerOrganisation, setAreasServed } from '#contract/organisations/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { type ReportStage, report, reportStage } from '../kit/reports.ts';

let stage: ReportStage;
let company = '';
const plumber = '19900003001';
const enterprise = '19900003002';

beforeAll(async () => {
  stage = await reportStage();
  const secretary = await stage.as('李书记');
  const { items } = await secretary.call(listAreas, { query: { limit: 200 } });
  const estate = items.find(({ code }) => code === '990101001001001E01')?.areaId ?? '';
  const { organisationId, version } = await secretary.call(registerOrganisation, {
    body: { kind: 'property_company', name: '和安物业', areaId: stage.communityId },
  });
  company = organisationId;
  await secretary.call(setAreasServed, {
    params: { organisationId },
    body: { areaIds: [estate], version },
  });
  const firm = await secretary.call(registerOrganisation, {
    body: { kind: 'enterprise', name: '梧桐纸业', areaId: stage.communityId },
  });
  const security = await stage.as('安全员');
  const posts = [
    ['何师傅', plumber, 'property_staff', company],
    ['柳经理', enterprise, 'enterprise_contact', firm.organisationId],
  ] as const;
  for (const [name, phone, role, organisation] of posts)
    await security.call(assignPost, {
      body: { name, phone, role, areaId: stage.communityId, organisationId: organisation },
    });
});

const asked = (more: Record<string, unknown> = {}) =>
  report(stage, '陈居民', { kind: 'property_request', text: '单元门关不上', matterCode: '0101', ...more });

describe('a request to the property company', () => {
  it('is with the company at once, and its people take it along', async () => {
    const on = await asked();
    const staff = await stage.street.byPhone(plumber);
    const shift = await staff.call(cases.readShift);
    expect(shift.cases.map(({ record }) => record.caseId)).toContain(on.caseId);
    const record = await staff.call(cases.getCase, { params: { caseId: on.caseId } });
    expect(record).toMatchObject({ status: 'dispatched', kind: 'property_request' });
    expect(record.assignments[0]?.unit).toMatchObject({ unitId: company, name: '和安物业' });
    expect(record.can.accept).toBe(true);
    const mine = await (await stage.as('陈居民')).call(cases.getMyCase, { params: { caseId: on.caseId } });
    expect(mine.unit).toBe('和安物业');
  });

  it('goes there too when the community writes it down for a caller', async () => {
    const { caseId, status } = await (await stage.as('李书记')).call(cases.openCase, {
      body: {
        kind: 'property_request',
        channel: 'phone',
        text: '单元门关不上',
        matterCode: '0101',
        areaId: stage.entranceId,
        requester: { name: '郝街坊' },
      },
    });
    expect(status).toBe('dispatched');
    const record = await (await stage.as('李书记')).call(cases.getCase, { params: { caseId } });
    expect(record.lead?.kind).toBe('organisation');
  });

  it('waits for the community where its matter is not known', async () => {
    const on = await asked({ matterCode: null });
    const record = await (await stage.as('李书记')).call(cases.getCase, { params: { caseId: on.caseId } });
    expect(record.status).toBe('submitted');
  });

  it('shows the company nothing else', async () => {
    const other = await report(stage, '陈居民');
    const staff = await stage.street.byPhone(plumber);
    expect(await staff.refusal(cases.getCase, { params: { caseId: other.caseId } })).toMatchObject({
      status: 403,
      code: 'case.outside_your_area',
    });
  });
});

describe('a demand of an enterprise', () => {
  const body = { kind: 'enterprise_demand', text: '新员工落户要哪些材料', placeText: '梧桐里1号院' } as const;

  it('comes from its contact', async () => {
    const contact = await stage.street.byPhone(enterprise);
    const { caseId } = await contact.call(cases.reportCase, { body });
    const { items } = await contact.call(cases.listMyCases);
    expect(items.map((one) => [one.caseId, one.kind])).toEqual([[caseId, 'enterprise_demand']]);
  });

  it('is nothing that a resident makes', async () => {
    const refusal = await (await stage.as('陈居民')).refusal(cases.reportCase, { body });
    expect(refusal).toMatchObject({ status: 403, code: 'case.enterprise_only' });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import * as endpoints from '#contract/identity/endpoints.ts';
import { readArea } from '#contract/territory/endpoints.ts';
import { findAreaByCode } from '#modules/territory/index.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { type Caller, type TestStreet, testStreet } from '../../../tests/kit/street.ts';

let street: TestStreet;
let security: Caller;
const grid = '990101001001001';

beforeAll(async () => {
  street = await testStreet();
  security = await street.as('安全员');
});

async function areaId(code: string): Promise<string> {
  const here = await street.kernel.streets.byId(streetId);
  if (!here) throw new Error('no street');
  const area = await findAreaByCode(street.kernel.systemContext(here, street.kernel.db), code);
  return area?.areaId ?? '';
}

const newPost = async (phone: string, role = 'grid_worker' as const) => ({
  body: { name: '新来人', phone, role, areaId: await areaId(grid) },
});

describe('assigning a post', () => {
  it('is refused to whoever does not keep posts', async () => {
    const secretary = await street.as('李书记');
    expect(await secretary.refusal(endpoints.assignPost, await newPost('19922220001'))).toMatchObject({
      status: 403,
      code: 'permission.missing',
    });
  });

  it('is refused for a place of another street', async () => {
    const other = await street.as('文安全');
    expect(await other.refusal(endpoints.assignPost, await newPost('19922220001'))).toMatchObject({
      status: 404,
    });
  });

  it('opens the account, works at once and ends at once', async () => {
    const post = await security.call(endpoints.assignPost, await newPost('19922220002'));
    expect(post).toMatchObject({ role: 'grid_worker', holderPhone: '199****0002', can: { end: true } });

    const stale = await security.refusal(endpoints.endPost, {
      params: { postId: post.postId },
      body: { reason: '调离', version: post.version + 1 },
    });
    expect(stale).toMatchObject({ status: 409, code: 'version.stale' });
    const ended = await security.call(endpoints.endPost, {
      params: { postId: post.postId },
      body: { reason: '调离', version: post.version },
    });
    expect(ended.endsOn).toBe('2026-11-20');
  });

  it('a warden cannot be one of a whole street, and the sentence says so', async () => {
    const refusal = await security.refusal(endpoints.assignPost, {
      body: { name: '新来人', phone: '19922220003', role: 'door_warden', areaId: await areaId('990101001') },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'post.wrong_level' });
    expect(refusal.detail).toContain('楼门长');
  });

  it('three administrators stay three', async () => {
    const refusal = await security.refusal(endpoints.assignPost, {
      body: { name: '系统员', phone: '19900001016', role: 'audit_admin', areaId: await areaId('990101001') },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'post.separated' });
  });

  it('nobody gives himself a post', async () => {
    const refusal = await security.refusal(endpoints.assignPost, {
      body: { name: '安全员', phone: '19900001017', role: 'grid_worker', areaId: await areaId(grid) },
    });
    expect(refusal).toMatchObject({ status: 403, code: 'post.own' });
  });
});

describe('a deputy (AB角)', () => {
  it('acts in the post between the dates and not after', async () => {
    const worker = await street.as('周网格');
    const me = await worker.call(endpoints.readMe);
    const deputy = await street.as('吴网格');
    const ownArea = { params: { areaId: await areaId(grid) } };
    expect(await deputy.refusal(readArea, ownArea)).toMatchObject({ status: 403 });

    await worker.call(endpoints.delegatePost, {
      params: { postId: me.posts[0]?.postId ?? '' },
      body: {
        deputyPhone: '19900001004',
        startsAt: street.clock.now().toISOString(),
        endsAt: '2026-11-28T02:00:00.000Z',
        reason: '休假',
      },
    });
    expect((await deputy.call(readArea, ownArea)).name).toBe('北廊社区第1网格');
    const acting = await deputy.call(endpoints.readMe);
    expect(acting.posts.map((post) => post.onBehalfOf)).toContain('周网格');

    await worker.call(endpoints.endDelegation, { params: { postId: me.posts[0]?.postId ?? '' } });
    expect(await deputy.refusal(readArea, ownArea)).toMatchObject({ status: 403 });
  });

  it('is not named by a stranger to the post', async () => {
    const me = await (await street.as('周网格')).call(endpoints.readMe);
    const refusal = await (await street.as('吴网格')).refusal(endpoints.delegatePost, {
      params: { postId: me.posts[0]?.postId ?? '' },
      body: {
        deputyPhone: '19900001004',
        startsAt: '2026-11-21T02:00:00Z',
        endsAt: '2026-11-22T02:00:00Z',
        reason: '代班',
      },
    });
    expect(refusal).toMatchObject({ status: 403, code: 'post.not_yours' });
  });
});

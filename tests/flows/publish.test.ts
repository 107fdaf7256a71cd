// What of a solved case everybody may read: words checked by people, with nobody in them, gone when withdrawn.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import * as publishing from '#contract/cases/publish/endpoints.ts';
import { deed } from '../kit/cases.ts';
import { sendPhoto } from '../kit/photos.ts';
import { type ReportStage, report, reportStage, walkTo } from '../kit/reports.ts';

let stage: ReportStage;
beforeAll(async () => {
  stage = await reportStage();
});

const told = {
  title: '夜里拖桌子吵着楼下',
  asked: '楼上夜里拖桌子，两家说不到一起',
  done: '社区上门调解，楼上铺了地垫',
};

/** Reported, solved, and the resident says so. */
async function solved(more: Record<string, unknown> = {}, saying = 'yes') {
  const on = await walkTo(stage, await report(stage, '陈居民', more), 'resolved');
  const resident = await stage.as('陈居民');
  const params = { caseId: on.caseId };
  const { version } = await resident.call(cases.getMyCase, { params });
  const body = { solved: saying, satisfaction: 'satisfied', version } as never;
  await resident.call(cases.rateCase, { params, body });
  return params;
}

const secretary = async () => await stage.as('李书记');

describe('publishing', () => {
  it('offers a draft in which nobody is named', async () => {
    const params = await solved({ text: '我叫陈居民，3单元502，电话13912345678，楼上拖桌子' });
    const draft = await (await secretary()).call(publishing.readPublication, { params });
    expect(draft).toMatchObject({ publicationId: null, may: true });
    expect(draft.asked).not.toMatch(/陈居民|502|139/);
    expect(draft.done).toContain('铺了地垫');
  });

  it.each([
    ['a telephone number', { asked: '打13912345678找我' }, '电话'],
    ['the name of the requester', { done: '陈居民很满意' }, '姓名'],
    ['a room', { title: '3单元502室的事' }, '门牌'],
    ['a number plate', { asked: '京A12345停在门口' }, '车牌'],
  ])('refuses %s that was left in', async (_, part, found) => {
    const params = await solved();
    const refusal = await (await secretary()).refusal(publishing.publishCase, {
      params,
      body: { ...told, ...part },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'case.publish_personal' });
    expect(refusal.detail).toContain(found);
  });

  it('shows it to a stranger, who finds it by its words, until it is withdrawn with a reason', async () => {
    const params = await solved();
    const { stranger } = stage.street;
    const caller = await secretary();
    const { publicationId } = await caller.call(publishing.publishCase, { params, body: told });
    const found = await stranger.call(publishing.listPublished, { query: { search: '铺了地垫' } });
    expect(found.items.map((one) => one.publicationId)).toEqual([publicationId]);
    const shown = await stranger.call(publishing.getPublished, {
      params: { publicationId: publicationId ?? '' },
    });
    expect(shown).toMatchObject({ ...told, community: { name: '北廊社区' }, closedOn: '2026-11-21' });
    expect(JSON.stringify(shown)).not.toContain(params.caseId);
    expect((await stranger.call(publishing.listPublished, { query: { search: '游泳池' } })).items).toEqual(
      [],
    );

    const again = await caller.refusal(publishing.publishCase, { params, body: told });
    expect(again.code).toBe('case.publish_known');
    await caller.call(publishing.withdrawPublication, { params, body: { reason: '邻居认出了是谁' } });
    expect((await stranger.call(publishing.listPublished)).items).toEqual([]);
    const gone = await stranger.refusal(publishing.getPublished, {
      params: { publicationId: publicationId ?? '' },
    });
    expect(gone).toMatchObject({ status: 404, code: 'case.public_unknown' });
    const { timeline } = await caller.call(cases.getCase, { params });
    expect(timeline.slice(-2)).toMatchObject([
      { name: 'publish', actor: '李书记' },
      { name: 'unpublish', note: '邻居认出了是谁' },
    ]);
    const mine = await (await stage.as('陈居民')).call(cases.getMyCase, { params });
    expect(mine.status).toBe('done');
  });

  it.each([
    ['is not solved', {}, 'partly', 'case.publish_not_solved'],
    ['was asked not to be shown', { hidden: true }, 'yes', 'case.publish_hidden'],
    ['reports somebody', { requestType: 'report' }, 'yes', 'case.publish_private'],
  ])('refuses what %s', async (_, more, saying, code) => {
    const params = await solved(more, saying);
    const refusal = await (await secretary()).refusal(publishing.publishCase, { params, body: told });
    expect(refusal).toMatchObject({ status: 409, code });
  });

  it('belongs to who answers for the place', async () => {
    const params = await solved();
    expect(
      await (await stage.as('郑社工')).refusal(publishing.publishCase, { params, body: told }),
    ).toMatchObject({ status: 403, code: 'permission.missing' });
  });
});

describe('photos beside it', () => {
  /** One photo of the resident, one of the work, one of the office that wrote it down for nobody. */
  async function withPhotos() {
    const resident = await stage.as('陈居民');
    const asked = await sendPhoto(resident);
    const on = await walkTo(stage, await report(stage, '陈居民', { fileIds: [asked] }), 'in_progress');
    const done = await sendPhoto(await stage.as('郑社工'), 'after');
    const handed = await deed(stage, '郑社工', cases.submitResult, on, {
      result: '已上门调解，楼上铺了地垫，双方满意',
      fileIds: [done],
    });
    await walkTo(stage, { ...handed, status: 'under_review' }, 'resolved');
    const params = { caseId: on.caseId };
    const { version, photosPublic } = await resident.call(cases.getMyCase, { params });
    expect(photosPublic).toBe(false);
    await resident.call(cases.rateCase, {
      params,
      body: { solved: 'yes', satisfaction: 'satisfied', version },
    });
    return { params, asked, done, resident };
  }

  it('shows none that was not chosen, and no photo of a requester who did not agree', async () => {
    const { params, asked, done } = await withPhotos();
    const caller = await secretary();
    const draft = await caller.call(publishing.readPublication, { params });
    expect(draft.photos).toEqual([
      { fileId: asked, shows: 'request', chosen: false, may: 'case.photo_not_agreed' },
      { fileId: done, shows: 'after', chosen: false, may: true },
    ]);
    const refusal = await caller.refusal(publishing.publishCase, {
      params,
      body: { ...told, photoIds: [asked] },
    });
    expect(refusal).toMatchObject({ status: 409, code: 'case.photo_not_agreed' });
    const { publicationId } = await caller.call(publishing.publishCase, { params, body: told });
    const shown = await stage.street.stranger.call(publishing.getPublished, {
      params: { publicationId: publicationId ?? '' },
    });
    expect(shown.photos).toEqual([]);
    const url = `/api/published/${publicationId}/photos/${done}`;
    expect((await stage.street.stranger.send({ method: 'GET', url })).statusCode).toBe(404);
  });

  it('are seen by a stranger once chosen; what the requester takes back is gone', async () => {
    const { params, asked, done, resident } = await withPhotos();
    await resident.call(publishing.agreeToPhotos, { params, body: { agreed: true } });
    const { publicationId } = await (await secretary()).call(publishing.publishCase, {
      params,
      body: { ...told, photoIds: [asked, done] },
    });
    const { stranger } = stage.street;
    const see = async (fileId: string) =>
      await stranger.send({ method: 'GET', url: `/api/published/${publicationId}/photos/${fileId}` });
    const seen = await see(asked);
    expect(seen.statusCode).toBe(200);
    expect(seen.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-store' });
    expect(seen.headers['content-disposition'] ?? '').not.toContain('spot');

    const own = await resident.call(publishing.agreeToPhotos, { params, body: { agreed: false } });
    expect(own.photosPublic).toBe(false);
    expect([(await see(asked)).statusCode, (await see(done)).statusCode]).toEqual([404, 200]);
    await (await secretary()).call(publishing.withdrawPublication, {
      params,
      body: { reason: '看得出门牌' },
    });
    expect((await see(done)).statusCode).toBe(404);
  });

  it('asks nobody who took none, and no neighbour for another', async () => {
    const params = await solved();
    const resident = await stage.as('陈居民');
    expect((await resident.call(cases.getMyCase, { params })).photosPublic).toBeNull();
    const body = { agreed: true };
    expect((await resident.refusal(publishing.agreeToPhotos, { params, body })).code).toBe(
      'case.photo_nothing_to_agree',
    );
    expect((await (await stage.as('赵楼长')).refusal(publishing.agreeToPhotos, { params, body })).code).toBe(
      'case.not_yours',
    );
  });
});

describe('问政', () => {
  const asked = '老楼加装电梯找谁申请，要几家同意';
  const answer = '由业主推一位代表到社区登记，按规定比例的住户同意后一起申请';

  async function answeredQuestion(more: Record<string, unknown> = {}) {
    const on = await report(stage, '陈居民', { text: asked, requestType: 'inquiry', ...more });
    await deed(stage, '李书记', cases.answerDirectly, on, { answer });
    return { caseId: on.caseId };
  }

  it('makes the answer public once somebody has read it over, and finds it for the next who asks', async () => {
    const params = await answeredQuestion();
    const caller = await secretary();
    const draft = await caller.call(publishing.readPublication, { params });
    expect(draft).toMatchObject({ may: true, asked, done: answer });
    const { publicationId } = await caller.call(publishing.publishCase, {
      params,
      body: { title: '加装电梯找谁申请', asked, done: answer },
    });
    const { stranger } = stage.street;
    const listed = await stranger.call(publishing.listPublished, { query: { asks: 'question' } });
    expect(listed.items).toMatchObject([{ publicationId, asks: 'question', done: answer }]);
    const matters = await stranger.call(publishing.listPublished, { query: { asks: 'matter' } });
    expect(matters.items.map((one) => one.publicationId)).not.toContain(publicationId);

    const like = async (text: string) =>
      (await stranger.call(publishing.similarQuestions, { query: { text } })).items.length;
    expect(await like('我们楼想加装电梯，找谁')).toBe(1);
    expect(await like('垃圾站什么时候开门')).toBe(0);
  });

  it('keeps what the asker wants to be kept, and what answers nothing', async () => {
    const hidden = await answeredQuestion({ hidden: true });
    const caller = await secretary();
    const body = { title: '加装电梯', asked, done: answer };
    expect((await caller.refusal(publishing.publishCase, { params: hidden, body })).code).toBe(
      'case.publish_hidden',
    );
    const waiting = await report(stage, '陈居民', { text: asked, requestType: 'inquiry' });
    const params = { caseId: waiting.caseId };
    expect((await caller.refusal(publishing.publishCase, { params, body })).code).toBe(
      'case.publish_not_solved',
    );
  });
});

// What another program may read by GeoReport v2, and that it learns nothing about anybody.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import * as publishing from '#contract/cases/publish/endpoints.ts';
import * as keys from '#contract/open311/endpoints.ts';
import { isWellFormed, newKey, type Program, program, reported, texts } from '../kit/open311.ts';
import { type ReportStage, report, reportStage, walkTo } from '../kit/reports.ts';

let stage: ReportStage;
let client: Program;
let keyId: string;

beforeAll(async () => {
  stage = await reportStage();
  const made = await newKey(stage);
  keyId = made.keyId;
  client = program(stage.street, made.secret);
});

const anyPrivate = /王小明|139|502|wang@|梧桐家园1号楼/;

describe('what everybody may read', () => {
  it('of a report nobody published: category, dates, status, and nothing that was said', async () => {
    const id = await reported(client);
    for (const format of ['xml', 'json']) {
      for (const { text } of [
        await client.get(`requests/${id}.${format}`),
        await client.get(`requests.${format}`),
      ]) {
        expect(text).toContain(id);
        expect(text).not.toMatch(anyPrivate);
      }
    }
    expect((await client.get(`requests/${id}.json`)).json).toMatchObject([
      {
        service_request_id: id,
        status: 'open',
        status_notes: '已收到，等待受理',
        service_code: '0601',
        service_name: '供水',
        requested_datetime: '2026-11-21T10:00:00+08:00',
      },
    ]);
  });

  it('of a published case: the checked words and the community, under an id that names no case', async () => {
    const on = await walkTo(stage, await report(stage, '陈居民', {}), 'resolved');
    const resident = await stage.as('陈居民');
    const params = { caseId: on.caseId };
    const { version } = await resident.call(cases.getMyCase, { params });
    const body = { solved: 'yes', satisfaction: 'satisfied', version } as never;
    await resident.call(cases.rateCase, { params, body });
    expect((await client.get('requests.json', { status: 'closed' })).json).toEqual([]);
    const told = { title: '夜里有响动', asked: '楼上夜里拖桌子 <声音> & 灯', done: '社区上门调解' };
    const { publicationId } = await (await stage.as('李书记')).call(publishing.publishCase, {
      params,
      body: told,
    });

    const { json, text } = await client.get('requests.json', { status: 'closed' });
    expect(json).toMatchObject([
      {
        service_request_id: publicationId,
        status: 'closed',
        status_notes: told.done,
        description: told.asked,
        address: expect.stringContaining('北廊社区'),
        lat: expect.any(Number),
        long: expect.any(Number),
      },
    ]);
    expect(text).not.toContain(on.caseId);
    expect(text).not.toContain(on.number);
    const xml = await client.get(`requests/${publicationId}.xml`);
    expect(isWellFormed(xml.text)).toBe(true);
    expect(texts(xml.text, 'description')).toEqual([told.asked]);
    expect((await client.get(`requests/${on.caseId}.json`)).status).toBe(404);
  });

  it('nothing of what residents, staff or 12345 brought in and nobody published', async () => {
    const { caseId } = await report(stage, '陈居民', {});
    expect((await client.get(`requests/${caseId}.xml`)).status).toBe(404);
    expect((await client.get('requests.json', { service_request_id: caseId })).json).toEqual([]);
  });

  it('nothing of another street', async () => {
    const id = await reported(client);
    const other = program(stage.street, '', '110112009');
    expect((await other.get(`requests/${id}.json`)).status).toBe(404);
    expect((await other.get('requests.json')).json).toEqual([]);
  });
});

describe('filters', () => {
  const idsOf = async (query: Record<string, string>): Promise<string[]> =>
    (await client.get('requests.json', query)).json.map((one) => one.service_request_id);

  it('by ids, which override the rest', async () => {
    const [one, other] = [await reported(client), await reported(client)];
    const ids = await idsOf({ service_request_id: `${one}, ${other},nonsense`, status: 'closed' });
    expect(ids.toSorted()).toEqual([one, other].toSorted());
  });

  it('by category, status, time of report and of change, and by page', async () => {
    stage.moveTo('2026-11-25T02:00:00.000Z');
    const road = await reported(client, { service_code: '0505' });
    stage.moveTo('2026-11-26T02:00:00.000Z');
    const water = await reported(client);
    expect(await idsOf({ service_code: '0505' })).toEqual([road]);
    expect((await idsOf({ service_code: '0505,0601' })).slice(0, 2)).toEqual([water, road]);
    expect(await idsOf({ start_date: '2026-11-25T00:00:00Z', end_date: '2026-11-25T23:00:00Z' })).toEqual([
      road,
    ]);
    expect(await idsOf({ start_date: '2026-11-26' })).toEqual([water]);
    expect(
      await idsOf({ updated_after: '2026-11-25T01:00:00Z', updated_before: '2026-11-25T03:00:00Z' }),
    ).toEqual([road]);
    expect(await idsOf({ page_size: '1', page: '2', start_date: '2026-11-25' })).toEqual([road]);
    expect(await idsOf({ status: 'open', start_date: '2026-11-26' })).toEqual([water]);
    expect(await idsOf({ status: 'open,closed', start_date: '2026-11-26' })).toEqual([water]);
    // By default the last 90 days.
    stage.moveTo('2027-02-24T02:00:00.000Z');
    expect(await idsOf({})).toEqual([water]);
    stage.moveTo('2026-11-21T02:00:00.000Z');
  });

  it.each([
    ['more than 90 days', { start_date: '2026-01-01T00:00:00Z', end_date: '2026-06-01T00:00:00Z' }],
    ['an end before the start', { start_date: '2026-06-02T00:00:00Z', end_date: '2026-06-01T00:00:00Z' }],
    ['a time without its zone', { start_date: '2026-06-02T00:00:00' }],
    ['a status that is none', { status: 'pending' }],
    ['a page of more than a thousand', { page_size: '1001' }],
  ])('refuses %s', async (_, query) => {
    const answer = await client.get('requests.json', query);
    expect(answer).toMatchObject({ status: 400, json: [{ code: 400 }] });
  });
});

describe('keys', () => {
  it('are listed with what came by them, for the system administrator only', async () => {
    const { items, jurisdictionId } = await (await stage.as('系统员')).call(keys.listKeys);
    expect(jurisdictionId).toBe('990101001');
    const own = items.find((key) => key.keyId === keyId);
    expect(own?.requestCount).toBeGreaterThan(3);
    expect(own?.lastUsedAt).not.toBeNull();
    expect(await (await stage.as('沈派单')).refusal(keys.listKeys)).toMatchObject({
      code: 'permission.missing',
    });
  });
});

// Another program reads and reports by GeoReport v2, in both formats, in Chinese, and learns nothing about anybody.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { readOriginal } from '#contract/cases/orders/endpoints.ts';
import * as keys from '#contract/open311/endpoints.ts';
import { requestsPerDayMax } from '#modules/open311/rules.ts';
import { fresh, isWellFormed, leak, newKey, type Program, program, reported, texts } from '../kit/open311.ts';
import { type ReportStage, reportStage } from '../kit/reports.ts';

let stage: ReportStage;
let client: Program;

beforeAll(async () => {
  stage = await reportStage();
  const made = await newKey(stage);
  client = program(stage.street, made.secret);
});

describe('what a client asks first', () => {
  it('discovery says where the interface lies and in which formats, without naming a street', async () => {
    const stranger = program(stage.street, '', '');
    const { whole } = await stranger.get('discovery.json');
    expect(whole.endpoints).toMatchObject([
      {
        type: 'production',
        formats: ['text/xml', 'application/json'],
        url: expect.stringMatching(/\/open311\/v2$/),
      },
    ]);
    const xml = await stranger.get('discovery.xml');
    expect(xml).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' });
    expect(isWellFormed(xml.text)).toBe(true);
    expect(texts(xml.text, 'format')).toEqual(['text/xml', 'application/json']);
  });

  it('the list of services is the same in XML and JSON, in Chinese', async () => {
    const [xml, json] = [await client.get('services.xml'), await client.get('services.json')];
    expect(json.type).toBe('application/json; charset=utf-8');
    expect(isWellFormed(xml.text)).toBe(true);
    const codes = json.json.map(({ service_code }) => service_code);
    expect(texts(xml.text, 'service_code')).toEqual(codes);
    expect(json.json.find(({ service_code }) => service_code === '0601')).toMatchObject({
      service_name: '供水',
      group: '公共服务',
      type: 'realtime',
      metadata: true,
    });
    expect(texts(xml.text, 'service_name')).toContain('供水');
    // Branches are groups, nobody reports to them.
    expect(codes).not.toContain('06');
  });

  it('a definition names its fields and the values they take', async () => {
    const { whole } = await client.get('services/0601.json');
    expect(whole).toMatchObject({ service_code: '0601' });
    expect(
      (whole.attributes as Record<string, string>[]).map(({ code, datatype }) => [code, datatype]),
    ).toEqual([
      ['place', 'string'],
      ['request_type', 'singlevaluelist'],
      ['hidden', 'singlevaluelist'],
    ]);
    const { text } = await client.get('services/0601.xml');
    expect(isWellFormed(text)).toBe(true);
    expect(texts(text, 'key')).toEqual(['help', 'complaint', 'suggestion', 'inquiry', 'yes', 'no']);
    expect(texts(text, 'name').slice(0, 2)).toEqual(['求助', '投诉']);
    expect((await client.get('services/0000.xml')).status).toBe(404);
  });
});

describe('a report', () => {
  it.each(['xml', 'json'])(
    'handed in as %s is a case of the street with its words and its person',
    async (format) => {
      const { status, text, type } = await client.post(`requests.${format}`, fresh());
      expect(status, text).toBe(200);
      expect(type).toMatch(
        format === 'xml' ? /^text\/xml; charset=utf-8/ : /^application\/json; charset=utf-8/,
      );
      const caseId =
        format === 'xml' ? texts(text, 'service_request_id')[0] : JSON.parse(text)[0].service_request_id;
      const officer = await stage.as('沈派单');
      const record = await officer.call(cases.getCase, { params: { caseId } });
      expect(record).toMatchObject({
        channel: 'open311',
        kind: 'resident_report',
        status: 'submitted',
        text: leak.description,
        matter: { code: '0601' },
        requesters: [{ name: '王**', phone: '139****5678' }],
        timeline: [{ actor: '开放接口·区图书馆自助机', role: null }],
      });
      expect(text).toContain(record.number);
      const { original } = await officer.call(readOriginal, { params: { caseId } });
      expect(original).toMatchObject({ origin: 'open311' });
      expect(original?.cells.map(({ value }) => value)).toContain('wang@example.cn');
      const track = { number: record.number, phoneTail: '5678' };
      expect((await stage.street.stranger.call(cases.trackCase, { body: track })).status).toBe('submitted');
    },
  );

  it('keeps the name, the phone and the address of the person encrypted', async () => {
    const caseId = await reported(client);
    const { rows } = await stage.street.owner.query(
      'select source_cipher, phone_cipher from case_sources s join case_requesters r using (street_id, case_id) where case_id = $1',
      [caseId],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/wang|139/);
  });

  it('has its id at once; asked by token it is the same', async () => {
    const id = await reported(client);
    expect((await client.get(`tokens/${id}.json`)).json).toEqual([{ service_request_id: id, token: id }]);
    expect((await client.get('tokens/abc.xml')).status).toBe(404);
  });

  it('takes a position, an address of ours, and the fields of the definition', async () => {
    const id = await reported(client, {
      address_string: '',
      lat: '40.05',
      long: '116.41',
      'attribute[place]': '北门外路口',
      'attribute[request_type]': 'complaint',
      'attribute[hidden]': 'yes',
    });
    const record = await (await stage.as('沈派单')).call(cases.getCase, { params: { caseId: id } });
    expect(record).toMatchObject({
      position: { latitude: 40.05, longitude: 116.41 },
      placeText: '北门外路口',
      requestType: 'complaint',
      requesters: [{ hidden: true }],
    });
    const placed = await reported(client, { address_string: '', address_id: '990101001001' });
    const other = await (await stage.as('沈派单')).call(cases.getCase, { params: { caseId: placed } });
    expect(other.area?.name).toBe('北廊社区');
  });

  it('sounds the alarm where its words tell of danger', async () => {
    const id = await reported(client, { description: '楼道里燃气泄漏，味道很大' });
    const record = await (await stage.as('沈派单')).call(cases.getCase, { params: { caseId: id } });
    expect(record.urgency).toBe('critical');
    expect(record.timeline.map(({ name }) => name)).toContain('alarm');
  });
});

describe('the same report twice', () => {
  const count = async () =>
    (await stage.street.owner.query("select count(*)::int as n from cases where channel = 'open311'")).rows[0]
      .n;

  it('is one case within a day, also when both come at once, and another one later', async () => {
    const form = fresh();
    const before = await count();
    const both = await Promise.all([client.post('requests.json', form), client.post('requests.json', form)]);
    const [one, other] = both.map(({ json }) => json[0]?.service_request_id ?? '');
    expect(other).toBe(one);
    expect((await client.post('requests.json', form)).json[0]?.service_request_id ?? '').toBe(one);
    expect(await count()).toBe(before + 1);
    stage.moveTo('2026-11-22T03:00:00.000Z');
    expect((await client.post('requests.json', form)).json[0]?.service_request_id ?? '').not.toBe(one);
    stage.moveTo('2026-11-21T02:00:00.000Z');
  });

  it('by a key of the program is one, and other words under it are refused', async () => {
    const headers = { 'idempotency-key': 'kiosk-7-0001' };
    const form = fresh();
    const one = await client.post('requests.json', form, headers);
    expect((await client.post('requests.json', form, headers)).json[0]?.service_request_id ?? '').toBe(
      one.json[0]?.service_request_id ?? '',
    );
    expect((await client.post('requests.json', fresh(), headers)).status).toBe(409);
  });
});

describe('refusals', () => {
  it('names every field at fault, in both formats', async () => {
    const { status, json } = await client.post('requests.json', {
      description: '没有地点和类别',
      lat: '95',
      long: 'x',
    });
    expect(status).toBe(400);
    expect(json.map(({ code }) => code)).toEqual([400, 400]);
    expect(json[0]?.description).toContain('service_code');
    expect(json[1]?.description).toContain('WGS84');
    const xml = await client.post('requests.xml', { service_code: '0601', description: '没有地点' });
    expect(xml).toMatchObject({ status: 400, type: 'text/xml; charset=utf-8' });
    expect(isWellFormed(xml.text)).toBe(true);
    expect(texts(xml.text, 'code')).toEqual(['400']);
    expect(texts(xml.text, 'description')[0]).toContain('address_string');
  });

  it.each([
    ['a category that is none', { service_code: '9999' }, 404],
    ['a branch, which is a group', { service_code: '06' }, 404],
    ['a place that is none', { address_id: '1' }, 404],
    ['a phone that is none', { phone: '12' }, 400],
    ['words too long', { description: '长'.repeat(4001) }, 400],
    ['a value that is not offered', { 'attribute[hidden]': 'maybe' }, 400],
    ['a key that is none', { api_key: 'nonsense' }, 403],
    ['no key', { api_key: '' }, 400],
    ['no street, where there are two', { jurisdiction_id: '' }, 400],
    ['a street that is none', { jurisdiction_id: '123' }, 404],
    ['the key of another street', { jurisdiction_id: '110112009' }, 403],
  ])('%s', async (_, more, status) => {
    const answer = await client.post('requests.json', fresh(more));
    expect(answer.status, answer.text).toBe(status);
    expect(answer.json).toMatchObject([
      { code: status, description: expect.stringMatching(/\p{Script=Han}/u) },
    ]);
  });

  it('an address that is none, another method, another format and another body are refused in words of the standard', async () => {
    expect((await client.get('nothing.xml')).text).toContain('<errors><error><code>404</code>');
    expect((await client.get('requests.yaml')).status).toBe(404);
    expect((await client.post('services.json', {})).status).toBe(404);
    const body = await client.post('requests.json', {}, { 'content-type': 'application/json' });
    expect(body).toMatchObject({ status: 415, json: [{ code: 415 }] });
  });

  it('a revoked key, at once', async () => {
    const { keyId: id, secret } = await newKey(stage, '要停用的程序');
    const other = program(stage.street, secret);
    expect((await other.post('requests.json', fresh())).status).toBe(200);
    const admin = await stage.as('系统员');
    const revoked = await admin.call(keys.revokeKey, { params: { keyId: id } });
    expect(revoked).toMatchObject({ requestCount: 1, can: { revoke: 'open311.key_revoked' } });
    expect((await other.post('requests.json', fresh())).status).toBe(403);
    expect(await admin.refusal(keys.revokeKey, { params: { keyId: id } })).toMatchObject({ status: 409 });
    const { rows } = await stage.street.owner.query(
      'select count(*)::int as n from open311_keys where secret_hash like $1',
      [`%${secret}%`],
    );
    expect(rows[0].n).toBe(0);
  });

  it('one key more than its day holds', async () => {
    const { keyId: id, secret } = await newKey(stage, '失控的程序');
    const { owner } = stage.street;
    // Rows without their cases: only their number counts here.
    await owner.query('set session_replication_role = replica');
    await owner.query(
      `insert into open311_requests
        select 990101001, gen_random_uuid(), $1, 'r', 'b', $2 from generate_series(1, $3::integer)`,
      [id, '2026-11-20T03:00:00Z', requestsPerDayMax],
    );
    await owner.query('set session_replication_role = origin');
    const other = program(stage.street, secret);
    expect(await other.post('requests.json', fresh())).toMatchObject({ status: 429, json: [{ code: 429 }] });
    stage.moveTo('2026-11-21T04:00:00.000Z');
    expect((await other.post('requests.json', fresh())).status).toBe(200);
    stage.moveTo('2026-11-21T02:00:00.000Z');
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import * as endpoints from '#contract/audit/endpoints.ts';
import { personalDataEvents } from '#contract/audit/sentences.ts';
import { rolePermissions, separatedRoles } from '#contract/identity/roles.ts';
import { listOrganisations, revealContact } from '#contract/organisations/endpoints.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { runSchedule } from '#kernel/jobs/worker.ts';
import { otherStreetId, streetId } from '../../../tests/kit/people.ts';
import { type TestStreet, testStreet } from '../../../tests/kit/street.ts';
import { schedules } from './schedule.ts';

let street: TestStreet;

beforeAll(async () => {
  street = await testStreet();
  await emitHere(streetId, 'person.revealed', '/990101001/990101001001/', '周网格');
  await emitHere(streetId, 'area.changed', '/990101001/990101001002/', '唐科长');
  await emitHere(streetId, 'session.started', null, '周网格');
  await emitHere(otherStreetId, 'area.changed', `/${otherStreetId}/`, '文科长');
});

async function emitHere(
  at: number,
  name: string,
  areaPath: string | null,
  actorName: string,
): Promise<string> {
  const here = await street.kernel.streets.byId(at);
  if (!here) throw new Error('no street');
  return await inTransaction(street.kernel.db, async (db) => {
    const system = street.kernel.systemContext(here, db);
    const context = street.kernel.context({
      street: here,
      db,
      acting: null,
      request: system.request,
      actor: { ...system.actor, displayName: actorName },
    });
    const place = areaPath ? { areaPath } : {};
    return await context.emit({
      name,
      subject: { module: 'test', id: 'x-1' },
      data: { note: '=1+1' },
      ...place,
    });
  });
}

const all = [endpoints.listAuditEvents, endpoints.verifyTrail] as const;

describe('three administrators', () => {
  test('share no right, and the auditor has none but to read the trail', () => {
    const rights = separatedRoles.flatMap((role) =>
      rolePermissions[role].filter((right) => right !== 'area.read'),
    );
    expect(new Set(rights).size).toBe(rights.length);
    expect(rolePermissions.audit_admin).toEqual(['audit.read']);
  });

  test.each(['系统员', '安全员', '高主任', '唐科长', '李书记', '周网格', '陈居民'])(
    '%s does not enter the trail',
    async (name) => {
      const caller = await street.as(name);
      for (const endpoint of all)
        expect(await caller.refusal(endpoint)).toMatchObject({ status: 403, code: 'permission.missing' });
      expect(await caller.refusal(endpoints.exportTrail, { query: { reason: '年度审计' } })).toMatchObject({
        status: 403,
      });
    },
  );

  test('a stranger neither', async () => {
    for (const endpoint of all)
      expect(await street.stranger.refusal(endpoint)).toMatchObject({ status: 401 });
  });

  test('the auditor sees no register and reveals nobody', async () => {
    const auditor = await street.as('审计员');
    expect(await auditor.refusal(listOrganisations)).toMatchObject({ status: 403 });
    const params = { organisationId: crypto.randomUUID(), contactId: crypto.randomUUID() };
    expect(await auditor.refusal(revealContact, { params, body: { purpose: '核对' } })).toMatchObject({
      status: 403,
    });
  });
});

describe('list', () => {
  const list = async (query: object) => {
    const page = await (await street.as('审计员')).call(endpoints.listAuditEvents, { query });
    return page.items.filter((item) => item.subject.id === 'x-1').map((item) => item.name);
  };

  test('a sign-in names its account', async () => {
    const page = await (await street.as('审计员')).call(endpoints.listAuditEvents, {
      query: { name: 'session.started' },
    });
    expect(page.items[0]?.subject.accountName).toBe('审计员');
  });

  test('a street sees its own trail only', async () => {
    const other = await (await street.as('文审计')).call(endpoints.listAuditEvents, {
      query: { module: 'test' },
    });
    expect(other.items.map((item) => item.actor.name)).toEqual(['文科长']);
    expect(await list({ module: 'test' })).toHaveLength(3);
  });

  test.each<[object, string[]]>([
    [{ actor: '网格', module: 'test' }, ['session.started', 'person.revealed']],
    [{ name: 'area.changed' }, ['area.changed']],
    [{ name: 'person', module: 'test' }, ['person.revealed']],
    [{ areaPath: '/990101001/990101001002/' }, ['area.changed']],
    [{ personalData: true, module: 'test' }, ['person.revealed']],
    [{ subjectId: 'x-1', from: '2026-11-22' }, []],
    [{ subjectId: 'x-1', to: '2026-11-20' }, []],
    [{ actor: '%', module: 'test' }, []],
  ])('filtered by %j it shows %j', async (query, names) => {
    expect((await list(query)).sort()).toEqual([...names].sort());
  });

  test('a period that ends before it begins is explained', async () => {
    const query = { from: '2026-11-21', to: '2026-11-01' };
    expect(await (await street.as('审计员')).refusal(endpoints.listAuditEvents, { query })).toMatchObject({
      status: 400,
      code: 'audit.period',
    });
  });

  test('a line of another street is unknown', async () => {
    const eventId = await emitHere(otherStreetId, 'area.changed', null, '文科长');
    expect(
      await (await street.as('审计员')).refusal(endpoints.getAuditEvent, { params: { eventId } }),
    ).toMatchObject({ status: 404 });
  });

  test('the access log knows every event by which personal data is read', () => {
    expect(personalDataEvents).toContain('person.revealed');
    expect(personalDataEvents).toContain('organisation.contact_revealed');
  });
});

describe('the published heads', () => {
  test('the head of yesterday is published once, and everybody may read it', async () => {
    await street.seal();
    street.clock.advance(24 * 3_600_000);
    const [publish] = schedules;
    if (!publish) throw new Error('no schedule');
    await runSchedule(street.kernel, publish);
    await runSchedule(street.kernel, publish);

    const heads = await street.stranger.call(endpoints.listAuditHeads);
    expect(heads.items).toEqual([
      expect.objectContaining({ day: '2026-11-21', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    ]);
    const events = await street.owner.query(
      "select 1 from events where name = 'audit.head_published' and street_id = $1",
      [streetId],
    );
    expect(events.rowCount).toBe(1);
  });

  test('the application may not change what was published', async () => {
    await expect(
      street.kernel.db.deleteFrom('audit_heads').where('street_id', '=', streetId).execute(),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('export', () => {
  test('asks for a reason', async () => {
    const auditor = await street.as('审计员');
    expect(await auditor.refusal(endpoints.exportTrail, { query: { reason: ' ' } })).toMatchObject({
      status: 400,
    });
  });

  test('streams lines with sentences and hashes, no formulas, and is in the trail itself', async () => {
    const auditor = await street.as('审计员');
    await emitHere(streetId, 'area.changed', '/990101001/', '=HYPERLINK("x")');
    const answer = await auditor.send({
      method: 'GET',
      url: '/api/audit/export?module=test&reason=%E5%AE%A1%E8%AE%A1',
    });
    const [head, ...lines] = answer.payload.trimEnd().split('\r\n');
    expect(head).toMatch(/^\uFEFF序号,时间,操作人/);
    expect(lines).toHaveLength(4);
    expect(answer.payload).toContain('查看了居民的完整信息');
    expect(answer.payload).toContain(`"'=HYPERLINK(""x"")"`);
    const events = await street.owner.query("select data from events where name = 'audit.exported'");
    expect(events.rows).toEqual([{ data: { reason: '审计', filter: { module: 'test' } } }]);
  });
});

describe('verify', () => {
  const verify = async () => await (await street.as('审计员')).call(endpoints.verifyTrail);

  test('an untouched trail is intact, and looking is recorded', async () => {
    const auditor = await street.as('审计员');
    await street.seal();
    const report = await auditor.call(endpoints.verifyTrail);
    expect(report).toMatchObject({ intact: true, brokenAt: null, unsealedCount: 0, headsChecked: 1 });
    expect(report.checkedCount).toBeGreaterThan(5);
    const events = await street.owner.query("select data from events where name = 'audit.verified'");
    expect(events.rows[0].data).toMatchObject({ intact: true });
  });

  test('the application itself cannot touch a line', async () => {
    await expect(
      street.kernel.db
        .updateTable('events')
        .set({ actor_name: 'x' })
        .where('street_id', '=', streetId)
        .execute(),
    ).rejects.toThrow(/permission denied/);
  });

  const sealedAt = async (offset: number) => {
    const rows = await street.owner.query(
      'select seq, event_id from event_seals where street_id = $1 order by seq offset $2 limit 1',
      [streetId, offset],
    );
    return rows.rows[0] as { seq: string; event_id: string };
  };

  test('a line changed by the owner of the database is found at its number', async () => {
    const { seq, event_id } = await sealedAt(2);
    const change = (name: string) =>
      street.owner.query('update events set actor_name = $1 where street_id = $2 and id = $3', [
        name,
        streetId,
        event_id,
      ]);
    const before = await street.owner.query('select actor_name from events where id = $1', [event_id]);
    await change('别人');
    expect(await verify()).toMatchObject({
      intact: false,
      brokenAt: { seq: Number(seq), reason: 'payload' },
    });
    const detail = await (await street.as('审计员')).call(endpoints.getAuditEvent, {
      params: { eventId: event_id },
    });
    expect(detail).toMatchObject({ payloadIntact: false, seal: { seq: Number(seq) } });
    await change(before.rows[0].actor_name);
    expect(await verify()).toMatchObject({ intact: true });
  });

  test('a chain rewritten as a whole disagrees with the published head', async () => {
    await street.owner.query('update audit_heads set hash = $1 where street_id = $2', [
      'a'.repeat(64),
      streetId,
    ]);
    expect(await verify()).toMatchObject({ intact: false, brokenAt: { reason: 'head' } });
  });

  test('a removed line is found', async () => {
    const { seq, event_id } = await sealedAt(1);
    await street.owner.query('delete from events where street_id = $1 and id = $2', [streetId, event_id]);
    expect(await verify()).toMatchObject({
      intact: false,
      brokenAt: { seq: Number(seq), reason: 'missing' },
    });
  });
});

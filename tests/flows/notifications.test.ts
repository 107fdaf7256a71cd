// Who is told of what: the inbox of each, texts to residents, and that nobody is told twice.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import * as notifications from '#contract/notifications/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { sweepTimers } from '#modules/cases/service/sweep.ts';
import { deliverDue } from '#modules/notifications/service/deliver.ts';
import { forgetOld } from '#modules/notifications/service/retention.ts';
import { type CaseStage, caseAt, deed, openCase } from '../kit/cases.ts';
import { streetId } from '../kit/people.ts';
import { testNow, testStreet } from '../kit/street.ts';

const street = await testStreet();
const callers = new Map<string, ReturnType<typeof street.as>>();
const stage: CaseStage = {
  as: (name) => {
    const caller = callers.get(name) ?? street.as(name);
    callers.set(name, caller);
    return caller;
  },
  entranceId: '',
  communityId: '',
};

beforeAll(async () => {
  const { items } = await (await stage.as('高主任')).call(listAreas, { query: { limit: 200 } });
  const id = (code: string) => items.find((area) => area.code === code)?.areaId ?? '';
  stage.entranceId = id('990101001001001E01B01U1');
  stage.communityId = id('990101001001');
});

function moveTo(instant: string): void {
  street.clock.set(new Date(instant));
  callers.clear();
}

const system = async () => {
  const home = await street.kernel.streets.byId(streetId);
  if (!home) throw new Error('no street');
  return street.kernel.systemContext(home, street.kernel.db);
};

const inbox = async (name: string, caseId: string) => {
  await street.react();
  const { items } = await (await stage.as(name)).call(notifications.listNotifications, {
    query: { limit: 200 },
  });
  return items.filter(({ subject }) => subject.id === caseId).map(({ notice }) => notice);
};

describe('the inbox', () => {
  it('tells each whose turn it is, and the actor nothing of the own deed', async () => {
    const on = await caseAt(stage, 'dispatched');
    expect(await inbox('郑社工', on.caseId)).toEqual(['to_accept']);
    // The secretary opened, registered and dispatched it.
    expect(await inbox('李书记', on.caseId)).not.toContain('to_dispatch');
    expect(await inbox('沈派单', on.caseId)).toEqual(['to_dispatch']);
    expect(await inbox('马书记', on.caseId)).toEqual([]);
  });

  it('brings a result to the level that signs next, and the return to the handler', async () => {
    const on = await caseAt(stage, 'under_review');
    expect(await inbox('李书记', on.caseId)).toContain('to_review');
    await deed(stage, '李书记', cases.reviewReturn, on, { reason: '没有写明修好没有' });
    expect((await inbox('郑社工', on.caseId))[0]).toBe('sent_back');
  });

  it('is counted, marked read one by one and all at once, and belongs to one account', async () => {
    const on = await caseAt(stage, 'dispatched');
    await street.react();
    const clerk = await stage.as('郑社工');
    const before = (await clerk.call(notifications.countUnread)).count;
    const { items } = await clerk.call(notifications.listNotifications, {
      query: { unread: true, limit: 200 },
    });
    const line = items.find(({ subject }) => subject.id === on.caseId);
    const params = { notificationId: line?.notificationId ?? '' };
    expect(await (await stage.as('李书记')).refusal(notifications.markRead, { params })).toMatchObject({
      status: 404,
      code: 'notification.not_yours',
    });
    await clerk.call(notifications.markRead, { params });
    expect((await clerk.call(notifications.countUnread)).count).toBe(before - 1);
    const { count } = await clerk.call(notifications.markAllRead, { body: { until: testNow } });
    expect(count).toBe(before - 1);
    expect((await clerk.call(notifications.countUnread)).count).toBe(0);
  });

  it('tells nobody twice when an event is heard again', async () => {
    const on = await caseAt(stage, 'dispatched');
    await street.react();
    await street.owner.query("delete from reactions_done where reaction like 'notifications.%'");
    expect(await inbox('郑社工', on.caseId)).toEqual(['to_accept']);
  });

  it('tells the deputy of an absent signer, and lets progress be muted but not work', async () => {
    const caller = await stage.as('郑社工');
    const body = { texts: true, quietFrom: '22:00', quietTo: '07:00' };
    expect(
      await caller.refusal(notifications.setPreferences, { body: { ...body, muted: ['task'] } as never }),
    ).toMatchObject({ status: 400 });
    await caller.call(notifications.setPreferences, { body: { ...body, muted: ['decision'] } });
    const on = await caseAt(stage, 'resolved');
    const told = await inbox('郑社工', on.caseId);
    expect(told).toContain('to_accept');
    expect(told).not.toContain('approved');
    await caller.call(notifications.setPreferences, { body: { ...body, muted: [] } });
  });
});

describe('warnings of the clocks', () => {
  it('go to the holder, then up the ladder, once each', async () => {
    const on = await caseAt(stage, 'in_progress');
    try {
      // Three workdays to handle: yellow on the last day, red after it, and the deputy a day later.
      for (const [at, who] of [
        ['2026-11-25T08:00:00.000Z', ['郑社工']],
        ['2026-11-25T10:00:00.000Z', ['郑社工', '李书记']],
        ['2026-11-26T12:00:00.000Z', ['郑社工', '李书记', '许分管']],
      ] as const) {
        moveTo(at);
        await sweepTimers(await system());
        await sweepTimers(await system());
        for (const name of ['郑社工', '李书记', '许分管', '高主任']) {
          const heard = (await inbox(name, on.caseId)).filter((notice) => notice.startsWith('deadline'));
          expect(heard.length > 0, `${name} ${at}`).toBe((who as readonly string[]).includes(name));
        }
      }
      const seen = await (await stage.as('李书记')).call(cases.getCase, { params: { caseId: on.caseId } });
      expect(seen.timeline.filter(({ name }) => name === 'warn_overdue')).toHaveLength(3);
    } finally {
      moveTo(testNow);
    }
  });
});

describe('texts', () => {
  const config = street.kernel.services.config as { SMS_WEBHOOK?: string };
  const texts = async (number: string) => {
    await street.react();
    await deliverDue(await system());
    return street.messages.filter(({ text }) => text.includes(number)).map(({ template }) => template);
  };

  it('do not leave unless a gateway is configured', async () => {
    const told = await (await stage.as('陈居民')).call(cases.reportCase, {
      body: { text: '路灯不亮', areaId: stage.entranceId },
    });
    expect(await texts(told.number)).toEqual([]);
  });

  it('tell a resident without an account by phone, with number and unit and nothing of the case', async () => {
    config.SMS_WEBHOOK = 'https://sms.invalid';
    try {
      const more = { requester: { name: '孙先生', phone: '13900139000' }, text: '楼上漏水淹了书房' };
      const opened = await openCase(stage, 'resident_report', more);
      expect(await texts(opened.number)).toEqual(['case_received']);
      const registered = await deed(stage, '李书记', cases.registerCase, opened, {
        matterCode: '0901',
        areaId: stage.entranceId,
        urgency: 'ordinary',
      });
      const lead = { kind: 'area', unitId: stage.communityId };
      await deed(stage, '李书记', cases.dispatchCase, registered, { lead });
      expect(await texts(opened.number)).toEqual(['case_received', 'case_dispatched']);
      await street.owner.query("delete from reactions_done where reaction like 'notifications.%'");
      expect(await texts(opened.number)).toHaveLength(2);
      const sent = street.messages.filter(({ phone }) => phone === '13900139000');
      expect(sent).toHaveLength(2);
      expect(JSON.stringify(sent)).not.toMatch(/漏水|孙先生/);
      const { rows } = await street.owner.query('select * from deliveries');
      expect(JSON.stringify(rows)).not.toMatch(/13900139000|漏水/);
    } finally {
      delete config.SMS_WEBHOOK;
    }
  });

  it('wait for the morning, unless it is an emergency', async () => {
    config.SMS_WEBHOOK = 'https://sms.invalid';
    moveTo('2026-11-21T15:00:00.000Z');
    try {
      const requester = { name: '孙先生', phone: '13900139000' };
      const more = { requester, matterCode: null, urgency: 'critical' };
      const opened = await openCase(stage, 'resident_report', more);
      expect(await texts(opened.number)).toEqual(['case_critical']);
      moveTo('2026-11-21T23:00:00.000Z');
      expect(await texts(opened.number)).toEqual(['case_critical', 'case_received']);
    } finally {
      delete config.SMS_WEBHOOK;
      moveTo(testNow);
    }
  });

  it('are tried again later, and given up in the end', async () => {
    config.SMS_WEBHOOK = 'https://sms.invalid';
    const { messenger } = street.kernel.services;
    const send = messenger.send;
    messenger.send = async () => {
      throw new Error('13900139000 refused');
    };
    try {
      const requester = { name: '孙先生', phone: '13900139000' };
      const { caseId } = await openCase(stage, 'resident_report', { requester });
      await street.react();
      const state = async () =>
        (
          await street.owner.query('select status, attempts, problem from deliveries where subject_id = $1', [
            caseId,
          ])
        ).rows[0];
      await deliverDue(await system());
      expect(await state()).toEqual({ status: 'queued', attempts: 1, problem: 'Error' });
      await deliverDue(await system());
      expect((await state())?.attempts).toBe(1);
      for (const minutes of [1, 6, 40, 200]) {
        street.clock.set(new Date(Date.parse(testNow) + minutes * 60_000));
        await deliverDue(await system());
      }
      expect(await state()).toMatchObject({ status: 'failed', attempts: 5 });
    } finally {
      messenger.send = send;
      delete config.SMS_WEBHOOK;
      moveTo(testNow);
    }
  });
});

describe('retention', () => {
  it('forgets what was read a season ago and keeps what was not', async () => {
    const on = await caseAt(stage, 'dispatched');
    expect(await inbox('郑社工', on.caseId)).toHaveLength(1);
    expect(await inbox('沈派单', on.caseId)).toHaveLength(1);
    await (await stage.as('郑社工')).call(notifications.markAllRead, { body: { until: testNow } });
    moveTo('2027-03-21T02:00:00.000Z');
    try {
      await forgetOld(await system());
      expect(await inbox('郑社工', on.caseId)).toHaveLength(0);
      expect(await inbox('沈派单', on.caseId)).toHaveLength(1);
    } finally {
      moveTo(testNow);
    }
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import * as endpoints from '#contract/system/endpoints.ts';
import { calendarReader } from '#kernel/calendar/days.ts';
import { readCalendar } from '#kernel/calendar/stored.ts';
import { otherStreetId, streetId } from '../../../tests/kit/people.ts';
import { type TestStreet, testStreet } from '../../../tests/kit/street.ts';

const notice2027 = `2027-01-01 至 2027-01-03 放假 元旦
2027-02-05 至 2027-02-11 放假 春节
2027-02-13 上班
2027-02-14 上班
2027-04-03 至 2027-04-05 放假 清明节
2027-05-01 至 2027-05-05 放假 劳动节
2027-05-08 上班
2027-06-09 放假 端午节
2027-09-15 放假 中秋节
2027-10-01 至 2027-10-07 放假 国庆节
2027-10-09 上班`;
const params = { year: 2027 };

let street: TestStreet;

beforeAll(async () => {
  street = await testStreet();
});

describe('three administrators', () => {
  test.each(['安全员', '审计员', '高主任', '郑社工', '陈居民'])(
    '%s changes no calendar and sees no machine',
    async (name) => {
      const caller = await street.as(name);
      const text = { text: notice2027 };
      const refusals = [
        await caller.refusal(endpoints.previewNotice, { params, body: text }),
        await caller.refusal(endpoints.publishNotice, { params, body: { ...text, source: '通知' } }),
        await caller.refusal(endpoints.setCalendarDay, {
          params: { day: '2026-12-01' },
          body: { isWorkday: false, reason: '停电' },
        }),
        await caller.refusal(endpoints.resetCalendarDay, { params: { day: '2026-12-01' } }),
        await caller.refusal(endpoints.readSystemStatus),
      ];
      expect(refusals.map((refusal) => refusal.code)).toEqual(Array(5).fill('permission.missing'));
    },
  );

  test('a stranger is refused', async () => {
    expect(await street.stranger.refusal(endpoints.readCalendarState)).toMatchObject({ status: 401 });
    expect(await street.stranger.refusal(endpoints.readSystemStatus)).toMatchObject({ status: 401 });
  });
});

describe('calendar', () => {
  test('in November the coming year is missed until its notice is published', async () => {
    const state = await (await street.as('郑社工')).call(endpoints.readCalendarState);
    expect(state).toMatchObject({ until: '2026-12-31', missingYears: [2027] });
    expect(state.warnings[0]).toContain('2027年的放假安排还没有公布');
    const year = await (await street.as('郑社工')).call(endpoints.readCalendarYear, { params });
    expect(year).toMatchObject({ published: false, counts: { workdays: 261, holidays: 0 } });
  });

  test('a notice with faults is explained line by line and publishes nothing', async () => {
    const admin = await street.as('系统员');
    const body = { text: `${notice2027}\n2027-10-11 上班`, source: '通知' };
    const preview = await admin.call(endpoints.previewNotice, { params, body });
    expect(preview.faults).toEqual([
      { code: 'calendar.notice_weekday', line: 12, sentence: expect.stringContaining('2027-10-11是周一') },
    ]);
    const refusal = await admin.refusal(endpoints.publishNotice, { params, body });
    expect(refusal).toMatchObject({ status: 422, code: 'calendar.notice_faulty', faults: preview.faults });
    expect((await admin.call(endpoints.readCalendarYear, { params })).published).toBe(false);
  });

  test('a year nobody could mean is refused', async () => {
    const refusal = await (await street.as('系统员')).refusal(endpoints.readCalendarYear, {
      params: { year: 1999 },
    });
    expect(refusal).toMatchObject({ status: 400, code: 'input.invalid' });
  });

  test('a clear notice is previewed, published, announced, and ends the warning', async () => {
    const admin = await street.as('系统员');
    const body = { text: notice2027, source: '国办发明电〔2026〕7号' };
    const preview = await admin.call(endpoints.previewNotice, { params, body });
    expect(preview).toMatchObject({ faults: [], changedCount: 365 });
    expect(preview.makeupWorkdays).toEqual(['2027-02-13', '2027-02-14', '2027-05-08', '2027-10-09']);

    const year = await admin.call(endpoints.publishNotice, { params, body });
    expect(year).toMatchObject({ published: true, source: body.source });
    expect(year.days.find((day) => day.day === '2027-02-08')).toMatchObject({
      isWorkday: false,
      name: '春节',
    });
    expect((await admin.call(endpoints.previewNotice, { params, body })).changedCount).toBe(0);
    expect((await admin.call(endpoints.readCalendarState)).missingYears).toEqual([]);
    const events = await street.owner.query("select data from events where name = 'calendar.year_published'");
    expect(events.rows).toEqual([
      { data: { year: 2027, workdayCount: preview.workdayCount, source: body.source } },
    ]);
  });

  test('a street sets a day apart for itself alone, and takes it back', async () => {
    const admin = await street.as('系统员');
    const day = { params: { day: '2026-12-01' } };
    const set = await admin.call(endpoints.setCalendarDay, {
      ...day,
      body: { isWorkday: false, name: '停电', reason: '配电室改造' },
    });
    expect(set).toMatchObject({ isWorkday: false, local: { reason: '配电室改造', setBy: '系统员' } });
    expect(await isWorkdayAt(streetId, '2026-12-01')).toBe(false);
    expect(await isWorkdayAt(otherStreetId, '2026-12-01')).toBe(true);

    const reset = await admin.call(endpoints.resetCalendarDay, day);
    expect(reset).toMatchObject({ isWorkday: true, local: null });
    expect(await admin.refusal(endpoints.resetCalendarDay, day)).toMatchObject({
      status: 409,
      code: 'calendar.day_not_local',
    });
  });

  async function isWorkdayAt(street_id: number, day: string): Promise<boolean> {
    const calendar = await readCalendar(street.kernel.db, street_id, {
      from: '2026-11-01',
      to: '2026-12-31',
    });
    return calendarReader(calendar).isWorkday(day);
  }
});

describe('a calendar file', () => {
  const upload = async (fileName: string, content: string | Buffer) => {
    const boundary = 'jia-test';
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return await (await street.as('系统员')).send({
      method: 'POST',
      url: '/api/calendar/2027/file',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    });
  };

  test('becomes lines for the preview, whatever its columns are called', async () => {
    const answer = await upload(
      '放假.csv',
      '\uFEFF2027年放假安排,,\r\n节日,公历日期,类 型\r\n元旦,2027-01-01,放假\r\n',
    );
    expect(answer.json()).toEqual({ text: '2027-01-01 放假 元旦' });
  });

  test.each([
    ['无表头.csv', '2027-01-01,放假,元旦\r\n', 'sheet.no_header'],
    ['网页.xls', '<html><body></body></html>', 'sheet.html'],
    ['空.csv', '', 'sheet.empty'],
  ])('%s is refused', async (fileName, content, code) => {
    const answer = await upload(fileName, content);
    expect([answer.statusCode, answer.json().code]).toEqual([422, code]);
  });
});

test('the system administrator sees figures of the machine', async () => {
  const admin = await street.as('系统员');
  await street.seal();
  const status = await admin.call(endpoints.readSystemStatus);
  expect(status.database.megabytes).toBeGreaterThan(0);
  expect(status.trail).toMatchObject({ unsealedCount: 0, sealingLagSeconds: 0, headPublishedFor: null });
  expect(status.calendar.publishedYears).toContain(2026);
});

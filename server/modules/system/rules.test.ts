import { expect, test } from 'vitest';
import { nationalDays } from '#kernel/calendar/national.ts';
import { missingYears, readNotice } from './rules.ts';

// The notice for 2026 in the form in which the State Council writes it.
const notice2026 = `国务院办公厅关于2026年部分节假日安排的通知
经国务院批准，现将2026年元旦等放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班。`;

test('the pasted notice of 2026 gives the published calendar of 2026, day by day', async () => {
  const notice = readNotice(2026, notice2026);
  expect(notice.faults).toEqual([]);
  const published = (await nationalDays()).filter((day) => day.day.startsWith('2026'));
  expect(notice.days.map((day) => [day.day, day.isWorkday, day.kind])).toEqual(
    published.map((day) => [day.day, day.isWorkday, day.kind]),
  );
  expect(notice.workdayCount).toBe(248);
  expect(notice.makeupWorkdays).toHaveLength(6);
});

const lines2026 = `2026-01-01 至 2026-01-03 放假 元旦
2026-01-04 调休上班
2026/2/15 ~ 2026/2/23,放假,春节
2026-02-14,makeup_workday,
2026年2月28日 上班
2026-04-04 至 2026-04-06 放假 清明节
2026-05-01 至 2026-05-05 holiday 劳动节
2026-05-09 上班
2026-06-19 到 2026-06-21 放假 端午节
2026-09-25 - 2026-09-27 放假 中秋节
2026-10-01 至 2026-10-07 国庆节 放假
2026-09-20 上班
2026-10-10 上班`;

test('lines of days and spans say the same', () => {
  const notice = readNotice(2026, lines2026);
  expect(notice.faults).toEqual([]);
  expect(notice.workdayCount).toBe(248);
  expect(notice.holidays.find((span) => span.name === '春节')).toMatchObject({ from: '2026-02-15', days: 9 });
});

test('a table of every day is taken as it stands', async () => {
  const table = (await nationalDays())
    .filter((day) => day.day.startsWith('2025'))
    .map((day) => `${day.day},${day.isWorkday ? 1 : 0},${day.kind},${day.name}`);
  expect(readNotice(2025, table.join('\n')).faults).toEqual([]);
  expect(readNotice(2025, table.join('\n')).workdayCount).toBe(248);

  const short = readNotice(2025, table.filter((line) => !line.startsWith('2025-07-08')).join('\n'));
  expect(short.faults).toEqual([
    {
      code: 'calendar.notice_incomplete',
      line: null,
      details: { wanted: 365, found: 364, day: '2025-07-08' },
    },
  ]);
});

test('a New Year that begins in December reaches into the year before', () => {
  const notice = readNotice(
    2027,
    notice2026.replace('1月1日（周四）至3日（周六）', '2026年12月31日至2027年1月2日'),
  );
  expect(notice.days[0]).toMatchObject({ day: '2026-12-31', kind: 'holiday', name: '元旦' });
});

test.each<[string, string, string]>([
  ['nothing at all', '', 'calendar.notice_empty'],
  ['a page of another kind', '关于做好森林防火的通知', 'calendar.notice_empty'],
  ['a line without a kind', `${lines2026}\n2026-12-24 平安夜`, 'calendar.notice_line'],
  ['a day that does not exist', `${lines2026}\n2026-02-30 放假 春节`, 'calendar.notice_line'],
  [
    'a span that runs backwards',
    `${lines2026}\n2026-10-07 至 2026-10-01 放假 国庆节`,
    'calendar.notice_line',
  ],
  ['a day of another year', `${lines2026}\n2027-05-01 放假 劳动节`, 'calendar.notice_year'],
  ['work and holiday on one day', `${lines2026}\n2026-10-07 上班`, 'calendar.notice_conflict'],
  ['a makeup day on a Monday', `${lines2026}\n2026-03-02 上班`, 'calendar.notice_weekday'],
  ['a notice cut short', lines2026.split('\n').slice(0, 8).join('\n'), 'calendar.notice_missing'],
])('%s is refused', (_, text, code) => {
  expect(readNotice(2026, text).faults.map((fault) => fault.code)).toContain(code);
});

test.each<[string, number[], number[]]>([
  ['2026-09-20T00:00:00Z', [2025, 2026], []],
  ['2026-10-01T00:00:00Z', [2025, 2026], [2027]],
  ['2026-11-21T00:00:00Z', [2025, 2026, 2027], []],
  ['2026-12-31T16:30:00Z', [2026], [2027]],
])('at %s with %j published, %j are missed', (now, published, missed) => {
  expect(missingYears(new Date(now), published)).toEqual(missed);
});

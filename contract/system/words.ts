import type { dayKindLabels } from '#contract/calendar/words.ts';

export const systemProblems = {
  'calendar.notice_empty':
    '没有读到放假安排。请粘贴国务院办公厅的放假通知，或每行写一天：2027-01-01 放假 元旦',
  'calendar.notice_line':
    '第{line}行读不出来：“{text}”。请写成“2027-01-01 放假 元旦”或“2027-02-06 至 2027-02-12 放假 春节”',
  'calendar.notice_year': '第{line}行的{day}不在{year}年，请核对年份',
  'calendar.notice_conflict': '{day}既写了放假又写了上班，请保留一个',
  'calendar.notice_weekday': '{day}是{weekday}，本来就上班，不用写成调休上班。请核对日期',
  'calendar.notice_missing': '没有看到{names}的放假安排。请核对通知是否粘贴完整',
  'calendar.notice_incomplete': '整年的表要有{wanted}天，现在只有{found}天，缺{day}等',
  'calendar.notice_faulty': '放假安排还有{count}处要改，改好再发布',
  'calendar.day_not_local': '这一天没有本街道的单独安排，不用恢复',
} as const;

export const systemEvents = {
  'calendar.year_published': '发布了年度放假安排',
  'calendar.day_set': '单独设定了一天',
  'calendar.day_reset': '取消了一天的单独设定',
} as const;

/** The holidays that the Regulations on public holidays name; a yearly notice has them all. */
export const statutoryHolidays = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const;

/** How people and notices write what a day is. */
export const noticeKinds: Readonly<Record<string, keyof typeof dayKindLabels>> = {
  放假: 'holiday',
  假日: 'holiday',
  假期: 'holiday',
  休息: 'holiday',
  节假日: 'holiday',
  holiday: 'holiday',
  调休上班: 'makeup_workday',
  补班: 'makeup_workday',
  上班: 'makeup_workday',
  makeup_workday: 'makeup_workday',
  工作日: 'workday',
  workday: 'workday',
  周末: 'weekend',
  weekend: 'weekend',
};

/** Columns of a calendar file as people title them. */
export const noticeColumns = [
  { key: 'day', label: '日期', synonyms: ['date', '时间', '公历日期'], required: true },
  { key: 'kind', label: '类别', synonyms: ['kind', '类型', '安排', '是否放假'], required: true },
  { key: 'name', label: '名称', synonyms: ['name', '节日', '节假日', '备注'], required: false },
] as const;

/** Marks by which a pasted notice is read. */
export const noticeMarks = {
  colon: '[：:]',
  year: '年',
  month: '月',
  day: '日',
  until: ['至', '到', '—', '－', '-', '~', '～'],
  work: '上班',
  off: '放假',
  /** Between the number of a paragraph and its holiday, and between names in a row. */
  list: '、',
  stop: '。',
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
} as const;

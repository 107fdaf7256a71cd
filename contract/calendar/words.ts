/** Sentences of the working calendar. */
export const calendarProblems = {
  'calendar.year_unpublished': '{year}年的放假安排还没有公布，先按周一至周五上班估算，公布后会重新计算',
  'calendar.day_invalid': '第{line}行的日期或类别读不出来，请按“2026-10-08,4,1,workday,”这样填写',
};

/** What a day is, for screens and sheets. */
export const dayKindLabels = {
  workday: '工作日',
  weekend: '周末',
  holiday: '放假',
  makeup_workday: '调休上班',
} as const;

/** How a limit is counted. */
export const clockTypeLabels = {
  urgent_hour: '紧急小时（昼夜连续）',
  work_hour: '工作小时',
  work_day: '工作日',
  natural_day: '自然日',
} as const;

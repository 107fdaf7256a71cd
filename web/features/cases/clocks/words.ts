export const clockWords = {
  title: '时限',
  outer: '对外期限',
  outerHelp: '诉求人和12345看到的日期',
  inner: '对内期限',
  innerHelp: '为每一级审核留出时间，请在此之前交结果',
  part: { review: (level: number) => `第${level}级`, tier: (tier: number) => `第${tier}级` },
  paused: '暂停计时',
  late: '超过了',
  inTime: '按时',
  before: (moment: string) => `原定${moment}`,
  guessed: '放假安排还没有公布，先按周一至周五估算',
  done: '已走完的时限',
};

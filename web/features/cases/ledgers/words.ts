export const periodWords = {
  label: '月份',
  all: '全部月份',
  span: (from: string, to: string) => (from && to ? `${from} 至 ${to}` : from ? `${from} 起` : `到 ${to}`),
  month: (year: number, month: number) => `${year}年${month}月`,
};

export const suspendedWords = {
  title: '挂账',
  which: '看哪些',
  suspended: '还在挂账的',
  special: '特殊结案的',
  empty: '没有挂账的件。一时办不了、有分步计划的会列在这里',
  emptySpecial: '没有特殊结案的件。它们从不计入已解决',
  columns: {
    number: '编号',
    title: '事项',
    lead: '责任单位',
    plan: '分步计划',
    reason: '原因',
    until: '下次复核',
    closure: '结案类型',
    by: '批准人',
    since: '挂账时间',
    closed: '结案时间',
    renewals: '续期',
    verbs: '办',
  },
  renewals: (count: number) => (count === 0 ? '没续过' : `${count} 次`),
  renew: '续期',
  resume: '恢复办理',
};

export const ledgersWords = {
  title: '台账',
  which: '哪本台账',
  allMonths: '全部月份',
  ownDays: '自选日期',
  from: '从哪天',
  to: '到哪天',
  area: '哪个社区或网格',
  empty: '这段时间没有记录。换个月份试试',
  keptBy: (date: string) => `按${date}排，号码已遮盖`,
};

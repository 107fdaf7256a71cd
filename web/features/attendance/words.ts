import {
  creditWords,
  directionWords,
  hourSourceWords,
  markWords,
  requestKindWords,
  requestStateWords,
} from '#contract/attendance/words.ts';

export const labels = {
  direction: directionWords,
  mark: markWords,
  source: hourSourceWords,
  credit: creditWords,
  requestKind: requestKindWords,
  requestState: requestStateWords,
};

/** `1.5 小时`; below an hour in minutes. */
export const hoursText = (minutes: number): string =>
  minutes < 60 ? `${minutes} 分钟` : `${Math.round(minutes / 6) / 10} 小时`;
export const hoursFigure = (minutes: number): string => String(Math.round(minutes / 6) / 10);
export const hourUnit = '小时';

export const cameraWords = {
  label: '取景框',
  stop: '收起相机',
  denied: '用不了相机，请在手机设置里允许，或者输入数字',
  aim: '把码放进框里',
} as const;

export const checkInWords = {
  title: '签到',
  entry: '活动签到',
  scan: '扫现场的码',
  read: '已读到现场的码',
  readAgain: '重新扫',
  digits: '或输入屏幕上的6位数字',
  digitsHelp: '看不清码时，看着屏幕输入',
  who: '谁在这里',
  none: '今天没有已报名的活动。报名后，开始前一小时可以在这里签到。',
  pick: '请选上到场的人',
  nobodyLeft: { in: '都已签到，不用再扫', out: '都已签退，不用再扫', notIn: '还没有签到，请先扫签到码' },
  needCode: '先扫码，或输入6位数字',
  verb: (direction: 'in' | 'out') => directionWords[direction],
  sending: '正在签…',
  keptTitle: '没有网络，已先记下',
  kept: '联网后自动上传，24小时内都算数。不用再扫。',
  waiting: '等网络上传',
  refused: '没有签成',
  drop: '知道了',
  done: (names: string, word: string) => `${names}已${word}`,
  minutes: (minutes: number) => `记 ${hoursText(minutes)}`,
  late: '补传：到场时间按扫码时算',
  review: '时间对不上，等工作人员核对',
  state: {
    none: '还没签到',
    in: (at: string) => `${at} 签到`,
    out: (from: string, to: string) => `${from}–${to}`,
  },
  mine: '出示我的码',
  mineNote: '工作人员来扫，没有网络也可以',
  myHours: '我的时长',
  direction: '签到还是签退',
  otherSession: '这是另一场活动的码',
} as const;

export const memberCodeWords = {
  title: '我的签到码',
  note: '请工作人员扫，或报这8个数字',
  seconds: (left: number) => `${left} 秒后换新码`,
  offline: '没有网络也可以出示',
  none: '第一次出示需要联网，请连上网络再打开',
  expired: '离线码已过期，请连上网络再打开',
  who: '出示谁的码',
} as const;

export const hoursWords = {
  beside: '志愿时长',
  title: '我的时长',
  volunteer: '志愿服务',
  participant: '家庭参与',
  stars: (level: number) => (level === 0 ? '还没有星级' : `${'一二三四五'[level - 1]}星志愿者`),
  next: (minutes: number) => `再有 ${hoursText(minutes)}升一星`,
  highest: '已到最高星级',
  records: '服务记录',
  none: '参加活动并签到签退后，时长会记在这里。时长一直有效，不会过期。',
  late: '补传',
  corrected: (before: number, by: string) => `由 ${hoursText(before)}更正，${by}确认`,
  proofs: '服务证明',
  proofNote: '由记录时长的单位出具，可以查验真伪',
  issue: '开具',
  issued: '已开具',
  print: '打印或存为 PDF',
  issuing: '正在开具…',
} as const;

export const certificateWords = {
  title: '志愿服务证明',
  body: (name: string, days: string, count: number, hours: string) =>
    `兹证明 ${name} 于${days}参加志愿服务 ${count} 次，服务时长共 ${hours} 小时。`,
  law: '依据《志愿服务条例》《志愿服务记录与证明出具办法（试行）》，由记录单位据实无偿出具。',
  day: '日期',
  activity: '服务内容',
  hours: '时长（小时）',
  issuer: '出具单位（盖章）',
  issuedOn: '出具日期',
  code: '证明码',
  check: (address: string) => `扫码，或在 ${address} 输入证明码查验`,
  codeImage: '查验用的二维码',
  print: '打印',
  back: '返回',
} as const;

export const checkCertificateWords = {
  title: '查验服务证明',
  label: '证明码',
  help: '证明右上角的16位数字',
  short: '证明码是16位数字，请对照证明补全',
  verb: '查验',
  checking: '正在查…',
  holds: '属实',
  changed: '开具后有记录更正过，请以新证明为准',
  name: '姓名',
  organisation: '出具单位',
  span: '服务期间',
  minutes: '服务时长',
  count: '服务次数',
  times: (count: number) => `${count} 次`,
  issuedAt: '出具日期',
} as const;

const hoursMonth = (month: string): string => `${Number(month.slice(5))}月`;

export const noticeWords = {
  title: '志愿时长公示',
  lead: '公示开具的服务证明和时长抽查结果。姓名只显示姓，证明号只显示末六位。公示30天内可以提异议。',
  monthLabel: '月份',
  allMonths: '全部',
  month: hoursMonth,
  checks: '时长抽查',
  noChecks: '还没有公布抽查结果',
  checkTitle: (area: string, days: string) => `${area} · ${days}`,
  found: (drawn: number, outOf: number, wrong: number) =>
    `从 ${outOf} 条里抽查 ${drawn} 条，${wrong === 0 ? '没有发现问题' : `有误 ${wrong} 条`}。`,
  result: (found: string, result: string, seed: string) =>
    `${found}${result}${/[。！？]$/.test(result) || !result ? '' : '。'}抽签词“${seed}”`,
  aCheck: '这次抽查',
  certificates: '开具的服务证明',
  certificatesNote: '由记录单位据实无偿出具',
  noCertificates: '这段时间没有开具证明',
  certificateTitle: (name: string, minutes: number) => `${name} ${hoursText(minutes)}`,
  certificateNote: (one: { organisation: string; number: string; days: string; count: number }) =>
    `${one.organisation} · ${one.days} · ${one.count} 次 · 尾号 ${one.number}`,
  aCertificate: (name: string) => `${name}的证明`,
  corrected: '开具后有记录更正过',
  objected: { open: '有异议，正在核实', upheld: '异议属实，已处理', dismissed: '有过异议，核实无误' },
  answered: (decision: string) => `街道答复：${decision}`,
  waiting: '已提异议',
  object: '提异议',
  question: (title: string) => `对${title}提异议`,
  what: '哪里不对',
  missing: '请写几个字说明',
  send: '提交',
  sending: '正在提交…',
  notNow: '先不提',
  more: '再看一些',
  toObject: '有异议？登录后提出',
  toCheck: '查验一份证明',
} as const;

export const askWords = {
  wrong: '有误',
  title: (name: string, title: string) => `${name} · ${title}`,
  note: (day: string, minutes: string) =>
    `${day}记了 ${minutes}。写明应为多少，工作人员核对后由两人签字更正。`,
  minutes: '应为（分钟）',
  reason: '原因',
  reasonHint: '如：签退时手机没电，11点半才离开',
  missing: '请写明应为多少分钟和原因',
  send: '提交更正申请',
  sending: '正在提交…',
  close: '先不申请',
  mine: '我的更正申请',
  change: (before: number | null, minutes: number) =>
    before === null ? hoursText(minutes) : `${hoursText(before)} → ${hoursText(minutes)}`,
  declined: (reason: string) => `未通过：${reason}`,
} as const;

export const honourWords = {
  title: '星级荣誉榜',
  see: '看荣誉榜',
  named: (nickname: string) => `已上榜：${nickname}`,
  nickname: '用什么昵称上榜',
  help: '2到12个字，不要用真名、电话和门牌。随时可以退出。',
  join: '上榜',
  leave: '退出',
  busy: '正在办…',
  page: (street: string) => `${street}志愿者星级荣誉榜`,
  pageNote: '自愿上榜，只显示昵称和星级。工作人员不上榜。',
  none: '还没有人上榜。满一星的志愿者可以在“我的时长”里自愿上榜。',
  level: (level: number) => `${'一二三四五'[level - 1]}星志愿者`,
  count: (count: number) => `${count} 人`,
} as const;

export const keysWords = {
  title: '其他手机上的签到码',
  of: (name: string) => `${name}的签到码`,
  since: (day: string) => `${day}在另一部手机上生成`,
  revoked: (day: string) => `${day}已挂失作废`,
  lost: '手机丢了',
  question: '把那部手机上的签到码作废？',
  help: '那部手机的登录会一并退出。找回来后用验证码重新登录就能再用。',
  yes: '作废',
  no: '先不作废',
  busy: '正在作废…',
} as const;

import { categoryLabels, signUpStateLabels } from '#contract/activities/words.ts';

/** `4–12岁`, `6岁以上`, `不限年龄`. */
export function ages(min: number | null, max: number | null): string {
  if (min === null && max === null) return '不限年龄';
  if (max === null) return `${min}岁以上`;
  if (min === null) return `${max}岁以下`;
  return `${min}–${max}岁`;
}

export const browseWords = {
  title: '活动',
  mine: '我报的',
  filters: '选活动',
  age: '年龄',
  anyAge: '不限',
  years: (age: string) => `${age}岁`,
  time: '时间',
  times: { all: '全部', week: '7天内', weekend: '这个周末' },
  category: '类别',
  anyCategory: '全部类别',
  own: '本社区',
  everywhere: '全街道',
  where: '范围',
  left: (count: number, places: number) => `剩 ${count}/${places}`,
  full: (waiting: number) => (waiting > 0 ? `满了，候补 ${waiting}` : '满了，可候补'),
  entered: (count: number, places: number) => `${count}人报，抽 ${places}`,
  none: '这段时间还没有活动，换个时间或类别看看',
  more: '再看一些',
  loading: '正在读',
  categories: categoryLabels,
};

export const signUpWords = {
  title: '报名',
  count: (taken: number, places: number) => ({ number: taken, rest: `人已报，名额 ${places}` }),
  left: (count: number) => `还剩 ${count}`,
  waiting: (count: number) => `候补 ${count}`,
  ruleLottery: (closes: string) => `${closes}截止后抽签`,
  ruleFirst: (closes: string) => `先到先得，${closes}截止`,
  opens: (at: string) => `${at}开始报名`,
  cap: (cap: number) => `，每家最多 ${cap} 位`,
  priorities: {
    lottery: { none: '', never: '，没参加过的先抽', days_90: '，近90天没参加过的先抽' },
    first_come: { none: '', never: '，候补先给没参加过的', days_90: '，候补先给近90天没参加过的' },
  },
  together: '一家人同进退：要么都有名额，要么一起候补。',
  confirm: (lottery: boolean, hours: number) =>
    `${lottery ? '没抽中自动候补' : '名额满了自动候补'}，有空位给您 ${hours} 小时确认。`,
  promise: '抽签办法',
  who: '谁参加',
  addFamily: '添加家人',
  age: (age: number) => `${age} 岁`,
  accompanies: '陪同',
  accompaniesBelow: (age: number) => `陪同 · 未满${age}岁须有家长`,
  post: '岗位',
  postOf: (name: string, left: number) => `${name}（剩 ${left}）`,
  consent: '监护人同意书',
  consentText:
    '我是孩子的监护人（或受监护人委托），知道活动的时间、地点和内容，同意孩子参加，并按要求陪同、接送。',
  photos: '活动照片',
  photoChoices: { hidden: '不公开', open: '可以公示' },
  hours: (people: number, hours: string) =>
    people > 1 ? `${people}人一共可记 ${hours} 小时` : `可记 ${hours} 小时`,
  chosen: (children: number, adults: number) =>
    [children > 0 && `${children} 个孩子`, adults > 0 && `${adults} 位大人`].filter(Boolean).join(' + ') ||
    '请选谁参加',
  canChange: '截止前可以改',
  signUp: '报名',
  signing: '正在报名',
  pickFirst: '请先选谁参加',
  consentFirst: '请先勾选监护人同意书',
  postFirst: '请先选一个岗位',
  done: {
    confirmed: '报上了，到时候见',
    waiting: '进入候补，有空位会出现在“我报的活动”里',
    drawn_pending: '收到了，截止后抽签，结果在“我报的活动”里看',
  },
  sessions: '选一场',
  about: '活动内容',
  risk: '风险告知',
  insurance: '保险',
  agreement: '协议',
  organiser: (name: string) => `主办：${name}`,
  booked: '已报',
  cancelled: (reason: string | null) => (reason ? `活动取消了：${reason}` : '活动取消了'),
  nobody: '登记了本人信息才能报名，请到社区登记',
};

export const extrasWords = {
  gain: (hours: string, points: number) =>
    `来满全程并扫码：志愿 ${hours} 小时、约 ${points} 积分/人（14岁以上的志愿者）`,
  calendar: '加到日历',
};

export const mineWords = {
  title: '我报的活动',
  coming: '接下来',
  over: '已结束',
  none: '您还没有报过活动。周末去看看“等灯等灯”',
  toList: '去看活动',
  states: signUpStateLabels,
  ahead: (count: number) => (count === 0 ? '排第 1 位候补' : `前面还有 ${count} 位`),
  number: (number: number) => `报名号 ${number}`,
  until: (at: string) => `请在${at}前确认`,
  confirm: '我要这个空位',
  cancel: '取消报名',
  decline: '不要了',
  cancelQuestion: (name: string, title: string) => `${name}不去“${title}”了？`,
  cancelHelp: '名额会给下一位候补的家庭。',
  yes: '取消报名',
  no: '先不取消',
  busy: '正在办',
  draw: '看抽签过程',
  missed: '只有您和主办方看得到',
};

export const drawWords = {
  title: '抽签过程',
  before: '报名截止后自动抽签，没有人能改。',
  after: (at: string) => `${at}抽的签`,
  how: '怎么抽的',
  steps: [
    '发布活动时，系统先定下一个随机种子，把它的指纹（SHA-256）公布在这里，种子本身锁起来。',
    '报名截止后，每个报名号和种子连在一起算一个指纹：SHA-256（种子:报名号）。',
    '指纹从小到大排队，依次给名额；一家人一起报的同进退，放不下就看下一家。',
  ],
  first: '没参加过的家庭先排，其余的在后面，各自按指纹排。',
  redo: '种子公布后，谁都可以用任何 SHA-256 工具重算一遍，结果和这里一样。',
  hash: '种子的指纹（发布时公布）',
  seed: '种子',
  sealed: '抽签后公布',
  order: '排队结果',
  number: '报名号',
  people: '人数',
  lot: '指纹',
  result: '结果',
  placed: '有名额',
  waits: '候补',
  firstTag: '优先',
  own: '我家',
  empty: '没有人报名',
  check: '在这台手机上重算',
  checked: '重算过了：种子的指纹对得上，排队也对得上',
  wrong: '重算的结果和公布的不一样，请告诉社区',
};

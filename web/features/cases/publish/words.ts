import type { PhotoShows } from '#contract/cases/publish/codes.ts';

export const publicWords = {
  title: '办好的事',
  lead: '街坊反映过、已经解决的事。没有姓名、电话和门牌。',
  leadQuestions: '街坊问过、街道答过的。没有姓名、电话和门牌。',
  search: '找一找',
  exampleQuestion: '比如：电梯、停车',
  example: '比如：路灯、漏水',
  find: '查找',
  empty: '还没有公开的事。比如“3号楼楼道灯换好了”',
  nothing: (search: string) => `没有找到“${search}”。换个说法再找`,
  more: '再看一些',
  closed: (day: string) => `${day} 办好`,
  asks: { matter: '办好的事', question: '问政答复' },
  which: '看哪一类',
  emptyQuestions: '还没有公开的答复。比如“老楼加装电梯找谁申请”',
  askedQuestion: '问的是什么',
  answered: '街道的答复',
  answeredOn: (day: string) => `${day} 答复`,
  ask: '我也要问',
  asked: '反映的事',
  done: '怎么办的',
  span: (from: string, to: string) => `${from} 反映，${to} 办好`,
  all: '看全部',
  report: '我也有事要反映',
};

export const publishWords = {
  title: '公开办理结果',
  help: '公开后不用登录就能看到。已按诉求人的姓名、电话、门牌、车牌试着去掉，请再读一遍。',
  caseTitle: '标题',
  asked: '反映的事',
  done: '怎么办的',
  publish: '公开',
  publishing: '正在公开…',
  published: (when: string, by: string) => `${when} 由${by}公开`,
  see: '看公开页',
  withdraw: '撤下',
  withdrawing: '正在撤下…',
  question: '撤下后公开页就看不到了',
  keep: '先不撤',
  reason: '为什么撤下',
  reasonMissing: '写明原因',
};

export const showsWords: Record<PhotoShows, string> = {
  request: '反映时',
  before: '处理前',
  after: '处理后',
};

export const photoWords = {
  choose: '一起公开的照片',
  none: '不选就一张也不公开。点开看大图，再决定。',
  nth: (shows: string, place: number) => `${shows} 第${place}张`,
  notAgreed: (name: string) => `${name}：诉求人没有同意公开`,
  look: (count: number) => `选了 ${count} 张。照片不会自动打码，请再看一遍有没有人脸、车牌、门牌号`,
};

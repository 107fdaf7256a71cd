import { plainActLabels } from '#contract/cases/resident/words.ts';

export { plainActLabels };

export const toldWords = {
  until: (day: string) => `到${day}`,
  photos: '现场照片',
  alsoAsked: (others: number) => `您和 ${others} 位邻居反映同一件事`,
  merged: (number: string) => `和编号 ${number} 一起办，办到哪一步这里都看得到`,
  againOf: (number: string) => `接着编号 ${number} 办`,
  leads: '在办的单位',
  office: '社区',
};

export const urgeWords = {
  urge: '催一下',
  left: '今天还可催 1 次',
  next: (when: string) => `${when}后可再催`,
  busy: '正在告诉他们…',
  done: '已经告诉在办的人',
  last: (what: string) => `最近一步：${what}`,
};

export const addWords = {
  add: '补充情况',
  question: '补充什么情况',
  text: '新的情况',
  send: '补充',
  cancel: '先不补',
  busy: '正在提交…',
  done: '已补充',
  missing: '写一句话，或加一张照片',
  wait: '照片还在传，传完就能提交',
};

export const againWords = {
  again: '再次反映',
  question: '又出现了？说说现在的情况',
  text: '现在怎么样了',
  send: '提交',
  cancel: '先不报',
  busy: '正在提交…',
  missing: '写一句现在的情况',
};

export const rateWords = {
  title: '请您评价',
  lead: '这件事办得怎么样，请您说一句。',
  solved: '解决了没有',
  satisfaction: '办得满意吗',
  solvedChoices: { yes: '解决了', partly: '解决了一部分', no: '没解决' },
  satisfactionChoices: { very: '很满意', satisfied: '满意', basically: '一般', dissatisfied: '不满意' },
  note: '还想说的',
  again: '您说没解决或不满意，会重新办理。',
  send: '提交评价',
  busy: '正在提交…',
  missing: '两个问题各选一个',
  done: '记下了，谢谢您',
  doneAgain: '记下了，会重新办理，有人会联系您',
};

export const ratingPageWords = {
  title: '评价',
  number: (number: string) => `编号 ${number}`,
  unit: (unit: string) => `${unit}办理`,
  answer: '给您的答复',
  states: {
    answered: '这次的评价已经收到，谢谢您',
    expired: '这个链接已经过期',
    over: '这件事现在不在等评价',
  },
  help: '想看办到哪了，用编号和电话后四位查；也可以打12345。',
  track: '用编号查进度',
  onlyYou: '链接只发给了您，办理的人看不到，也打不开。',
};

export const voiceWords = {
  tap: '说一段',
  stop: (seconds: number) => `说完了 ${seconds}秒`,
  length: (seconds: number) => `录音 ${seconds}秒`,
  remove: '去掉录音',
  refused: '没有拿到话筒。请在手机设置里允许，或打字',
  waiting: '待传',
  failed: '未传上，点一下重试',
  listen: '录音',
};

export const suggestWords = {
  offered: (name: string) => `是不是${name}`,
  take: '就是这里',
  similar: (when: string) => `邻居${when}报过这件事，正在办`,
  mine: (when: string) => `您${when}报过这件事，正在办`,
  follow: '就是这件，跟着看',
  see: '看办到哪了',
  notThis: '不是',
  following: '正在加上您…',
  alarmTitle: '先打电话，人身安全要紧',
  alarmNote: '打完电话再提交，社区也会马上看到。',
  gas: '燃气抢修',
  numbers: { 110: '报警', 119: '火警、救援', 120: '急救' },
};

export const photosPublicWords = {
  agree: '办好的结果公开时，可以带上我拍的照片',
  help: '不写姓名、电话和门牌。随时可以收回。',
  agreed: '记下了，谢谢您',
  taken: '收回了，公开页上不再有您的照片',
};

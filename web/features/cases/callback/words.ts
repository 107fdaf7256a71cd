import type { callbackOutcomes, contactedAnswers } from '#contract/cases/callback/endpoints.ts';

export const callbackWords = {
  title: '回访',
  waiting: '等着回访',
  hint: '急的在前，等得久的在前',
  empty: '没有等着回访的件。四级签完的件会到这里',
  more: '再看一些',
  back: '回到列表',
  since: (when: string) => `${when} 办完`,
  missed: (count: number) => `没接通 ${count} 次`,
  requester: '诉求人',
  noRequester: '没有留诉求人，只核对办理结果',
  hidden: '诉求人要求不公开',
  purposeHelp: '看号码要写明用途，会记进留痕',
  result: '单位的答复',
  script: '怎么问',
  opening: (street: string, title: string) =>
    `您好，我是${street}回访员。您反映的“${title}”，单位说办完了，想问您三句话，一分钟就好。`,
  closing: '谢谢您告诉我们。您说的会原样记下，承办单位改不了。',
  questions: {
    contacted: '一、有人联系过您吗',
    solved: '二、事情解决了吗',
    satisfaction: '三、您满意吗',
  },
  outcome: '这次电话',
  outcomes: {
    reached: '接通了',
    no_answer: '没接通',
    unreachable: '一直联系不上',
  } satisfies Record<(typeof callbackOutcomes)[number], string>,
  contacted: { yes: '联系过', no: '没有', unsure: '记不清' } satisfies Record<
    (typeof contactedAnswers)[number],
    string
  >,
  words: '诉求人的原话',
  wordsHelp: '没解决或不满意的，会带着这句话退回重办',
  missedNote: '备注',
  attempt: (when: string, who: string) => `${when} ${who}，没接通`,
  save: { close: '记下，办结', again: '记下，退回重办', wait: '记下，下次再打', giveUp: '记为联系不上' },
  saving: '正在记…',
  missing: { outcome: '先选这次电话通没通', answers: '三句话还没问全', words: '写上诉求人的原话' },
  saved: { close: '记下了，已办结', again: '记下了，已退回重办', wait: '记下了，换个时段再打' },
};

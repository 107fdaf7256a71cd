// Replies to residents, ready to be changed and sent. `{...}` is filled from the case; a sentence whose part is unknown
// is left out. Voice: the fact first, then the way out.

/** How a case ended, as its handler says. */
export const replyOutcomes = ['solved', 'partly', 'planned', 'explained', 'transferred'] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

export const replyGreeting = '您好，您反映的{place}{matter}（编号{number}）我们收到了。';
export const replyGreetingPlain = '您好，您反映的问题我们收到了。';

/** Sentences in their order; each needs all its parts. */
export const replySentences: Readonly<Record<ReplyOutcome, readonly string[]>> = {
  solved: [
    '{contactedOn}已与您联系。',
    '{arrivedOn}{unit}到现场查看。',
    '处理情况：{action}。',
    '{finishedOn}已处理完。',
    '如果还有问题，请直接回复，我们接着办。',
  ],
  partly: [
    '{contactedOn}已与您联系。',
    '{arrivedOn}{unit}到现场查看。',
    '已办的：{action}。',
    '还没办完的：{remaining}。',
    '预计{dueOn}前办好，办好再告诉您。',
  ],
  planned: [
    '{contactedOn}已与您联系。',
    '{arrivedOn}{unit}到现场查看。',
    '现在还办不了，原因：{reason}。',
    '计划：{plan}。',
    '{reviewOn}前再向您说明进展。',
  ],
  explained: ['{contactedOn}已与您联系。', '情况是：{reason}。', '依据：{basis}。', '可以这样办：{plan}。'],
  transferred: [
    '{contactedOn}已与您联系。',
    '这件事由{receiver}负责，{transferredOn}已转过去。',
    '需要时请打{receiverPhone}。',
  ],
};

/** What is said in addition about a category, by the longest beginning of its `major/minor` name. */
export const replyAdvice: Readonly<Record<string, string>> = {
  '公共服务/供暖': '室温如果还不够，请告诉我们方便测温的时间。',
  '公共服务/供气': '闻到燃气味请先关阀开窗，到屋外再打电话。',
  '物业管理/电梯': '被困时请按轿厢里的呼叫按钮，不要扒门。',
  '住房/房屋漏雨': '下次下雨后请留意原处，再漏就告诉我们。',
  '公共安全/飞线充电': '电动车请到充电棚充电，电池不要带上楼。',
  市容环卫: '再看到请随手拍给我们。',
};

/** Lines of a chat reply. */
export const chatReplyGreeting = '{who}您好，';
export const chatReplyReceived = '您说的{title}已记下，编号{number}，{dueOn}前有人联系您。';

/** Phrases that push people away; a draft never has one, and an edited reply is warned about them. */
export const shirkingPhrases: readonly string[] = [
  '不归我们管',
  '不属于我们',
  '与我们无关',
  '不是我们的事',
  '自行解决',
  '自己解决',
  '自己想办法',
  '你去找',
  '您去找',
  '没办法',
  '无能为力',
  '爱莫能助',
  '耐心等待',
  '等通知',
  '为什么不早',
  '谁让你',
  '谁让您',
  '你怎么',
  '您怎么',
  '无理取闹',
  '不予受理',
  '说过多少遍',
];

import type { ReplyOutcome } from './outcomes.ts';
import type { ReplyFault, ReplyReason } from './reasons.ts';

/** What the handler reads beside the draft: the fact, then the way out. */
export const replyReasonSentences: Record<ReplyReason | ReplyFault, string> = {
  too_short: '回复偏短，请写明做了什么、结果如何、何时完成。',
  no_action_named: '没有写到具体做法，请补上谁在什么时间做了什么。',
  copied: '与来件或以往回复大段相同，请按这件事的情况改写。',
  shirking: '有推托的说法，请写明由谁办、怎么联系、何时答复。',
  like_weak_ones: '与以往被认为没有说清楚的回复相近，请再看一遍。',
  leaves_blanks: '还有没填的地方，请填上，不知道的整句删掉。',
  personal: '写了个人信息，不要发给诉求人，请删去。',
};

/** Beside a finding that the words of the requester are given back. */
export const replyCopiedRequest = '来件原话';

/** Kinds of personal data (by their names in the rules of scrubbing) that no reply needs. */
export const replyPrivate: readonly string[] = ['身份证号', '电话', '长号码', '电子邮箱', '微信号', '车牌'];

/** One of these says that somebody did, found or explained something. */
export const actionWords: readonly string[] = [
  ...[
    '经查',
    '经核',
    '核实',
    '查实',
    '调查了解',
    '经了解',
    '调查',
    '现场',
    '实地',
    '勘查',
    '勘察',
    '检测',
    '监测',
    '检查',
  ],
  ...[
    '上门',
    '走访',
    '入户',
    '约谈',
    '座谈',
    '召开',
    '会商',
    '协商',
    '调解',
    '协调',
    '沟通',
    '对接',
    '告知',
    '说明',
  ],
  ...['责令', '整改', '处罚', '罚款', '立案', '查处', '取缔', '查封', '下达', '督促', '要求', '劝离', '劝导'],
  ...[
    '维修',
    '修复',
    '抢修',
    '更换',
    '疏通',
    '清理',
    '清运',
    '清除',
    '拆除',
    '安装',
    '加装',
    '施工',
    '改造',
    '铺设',
    '补种',
  ],
  ...[
    '安排',
    '组织',
    '派人',
    '派员',
    '增派',
    '增设',
    '巡查',
    '值守',
    '设置',
    '调整',
    '建成',
    '投入',
    '启动',
    '开通',
  ],
  ...[
    '完成',
    '解决',
    '落实',
    '办结',
    '办理',
    '退还',
    '发放',
    '补发',
    '支付',
    '登记',
    '受理',
    '审批',
    '批复',
    '拨付',
  ],
  ...[
    '依据',
    '根据',
    '按照',
    '规定',
    '条例',
    '办法',
    '标准',
    '规划',
    '计划',
    '政策',
    '文件',
    '条件',
    '材料',
    '原因',
  ],
];

/**
 * Phrases that pass the matter on, put it off or push people away. A template never has one; a fuller reply may hold
 * one of them and still be good.
 */
export const shirkingPhrases: readonly string[] = [
  ...[
    '不归我们管',
    '不归我们',
    '不属于我们',
    '不在我们',
    '与我们无关',
    '不是我们负责',
    '不属于本单位',
    '不属于我单位',
  ],
  ...[
    '不属于我局',
    '不属于我街道',
    '不属于本街道',
    '不属于我社区',
    '不属于我区',
    '不在职责范围',
    '超出职责',
    '无权处理',
  ],
  ...[
    '无法处理',
    '无法解决',
    '没有办法解决',
    '没办法解决',
    '管不了',
    '爱莫能助',
    '不予处理',
    '自行解决',
    '自行协商',
  ],
  ...['自行联系', '请您自行', '请自行', '找相关部门', '找有关部门', '向相关部门反映', '向有关部门反映'],
  ...[
    '转相关部门',
    '转有关部门',
    '转交相关',
    '转交有关',
    '转至相关部门',
    '交相关部门',
    '交有关单位',
    '转交相关单位',
  ],
  ...['联系相关部门', '咨询相关部门', '咨询有关部门', '敬请关注', '请耐心等待', '耐心等候', '如有情况将及时'],
  ...[
    '不是我们的事',
    '自己解决',
    '自己想办法',
    '你去找',
    '您去找',
    '没办法',
    '无能为力',
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
  ],
  ...['如有相关情况将及时', '待研究后', '研究研究', '以后再说', '下一步再', '上级没有通知', '等上级通知'],
];

/** Courtesies and routine that a reply may open or close with, and which say nothing of the matter. */
export const courtesies: readonly string[] = [
  ...[
    '尊敬的',
    '网友',
    '网民',
    '市民',
    '居民',
    '先生',
    '女士',
    '朋友',
    '您好',
    '你好',
    '来信收悉',
    '来电收悉',
  ],
  ...[
    '您的留言已收悉',
    '留言已收悉',
    '留言收悉',
    '来件收悉',
    '您反映的问题已收悉',
    '现回复如下',
    '现答复如下',
  ],
  ...[
    '现将有关情况回复如下',
    '感谢您的留言',
    '感谢您的支持',
    '感谢您的理解',
    '感谢您的关注',
    '感谢您的来信',
    '感谢您的监督',
  ],
  ...['感谢您', '谢谢您', '感谢', '谢谢', '祝您生活愉快', '祝您'],
];

// Templates, ready to be changed and sent. `{...}` is filled from the case. A sentence about a call, a visit or a phone
// that the case does not know is left out; any other unknown part becomes a blank for the writer. Voice: the fact
// first, then the way out.

/** What the writer fills in; nothing is made up in its place. */
export const replyBlank = '＿＿';

/** Every greeting begins with it. */
export const replyHello = '您好';
export const replyGreeting = '您好，您反映的{place}{matter}一事（编号{number}）我们收到了。';
export const replyGreetingPlain = '您好，您反映的问题我们收到了。';

/** `11月20日` */
export const replyDay = (month: number, day: number): string => `${month}月${day}日`;

/** Stands between two things that were done. */
export const replyAnd = '；';

/** Sentences in their order. */
export const replySentences: Readonly<Record<ReplyOutcome, readonly string[]>> = {
  solved: [
    '{contactedOn}已与您联系。',
    '{arrivedOn}{unit}到现场查看。',
    '处理情况：{action}。',
    '{finishedOn}已处理完。',
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
  not_possible: [
    '{contactedOn}已与您联系。',
    '{arrivedOn}{unit}到现场查看。',
    '这件事办不成，原因：{reason}。',
    '依据：{basis}。',
    '能帮您做的是：{plan}。',
  ],
  transferred: [
    '{contactedOn}已与您联系。',
    '情况是：{reason}。',
    '这件事由{receiver}负责，{transferredOn}已转过去。',
    '要问进展请打{receiverPhone}。',
  ],
};

/** Last of all; the second where the unit has a phone. */
export const replyClosing = '如果还有问题，请直接回复，我们接着办。';
export const replyClosingPhone = '如果还有问题，请打{unit}{unitPhone}，我们接着办。';

/** Lines of a chat reply. */
export const chatReplyGreeting = '{who}您好，';
export const chatReplyReceived = '您说的{title}已记下，编号{number}，{dueOn}前有人联系您。';
export const chatReplyUndated = '您说的{title}已记下，编号{number}，有人会联系您。';

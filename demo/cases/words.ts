// Words of the demo that belong to no theme: what is said when a case is turned away, hung up, returned or judged.

export const surnames = '王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高梁'.split('');
export const callNames = ['女士', '先生', '阿姨', '师傅'] as const;

export const rejectAnswers = [
  '您反映的事由法院正在审理，请按判决办理。有不清楚的可以到社区问。',
  '这件事已经在另一张单子里办，办好了一并告诉您。',
] as const;
export const withdrawReasons = ['邻居已经自己处理好了，不用再办', '报重了，另一条里已经写清楚'] as const;
export const suspendPlans = [
  '要听几家的意见，已经约好一起商量的日子，说定了当周就办',
  '要等区里统一安排，先做了临时处理，到日子再来看一次',
] as const;
export const dissatisfiedWords = [
  '只修了一层，别的层还是老样子',
  '当天好了，过了两天又坏了',
  '来看过一次，后来就没人管了',
] as const;
export const reworkResult = '已重新到场，逐处核对，请反映的居民一起看过，确认不再有问题';
export const specialReason = '涉及产权纠纷，正在法院审理，本级无法办结，已向居民说明';
export const transferTo = '区住房和城乡建设委员会';
export const noAnswerNote = '电话没人接，晚些再打';
export const progressNotes = [
  '已到现场看过，配件明天到',
  '已和住户约好时间，明天上门',
  '已报维保单位，等排班',
] as const;

export const returnReasons = [
  '这个地点不归我们养护，图上是另一家的界线',
  '合同里没有这一项，应由产权单位负责',
] as const;
export const arbiterReasons = [
  '按派单目录由你单位主办，原单位配合',
  '现场会看过，地点在你单位界内，请接手办理',
] as const;
export const helperNotes = [
  '已派两人到场配合，当天完成',
  '现场围挡和引导已做好',
  '入户说明情况，住户同意施工',
] as const;
export const whistleReasons = [
  '一家办不了，需要到现场一起看、一起定',
  '涉及产权、管线和通行，请相关单位到现场会商',
  '占用消防通道反复发生，请一起到场处理',
] as const;
export const whistleReports = [
  '已到现场，和社区、物业一起定了做法，当天动手',
  '已到现场，本单位的部分当天做完，拍照留存',
  '到场核查，责任分清，三天内做完',
] as const;
export const evaluationNotes = ['来得快，说得清', '到场后当场拍板', ''] as const;
export const exclusionNotes = [
  '诉求地点在邻街，门牌照片和界址图附后',
  '事项正在法院审理，受理通知书附后',
  '夜里大风断枝，属于不可抗力，气象提示附后',
] as const;
export const exclusionAnswers = ['证据清楚，同意剔除，继续把事办完', '地点确在我街，不同意剔除'] as const;
export const exclusionNumber = '市剔字';
export const reviewReturns = ['只说了联系，没写修了什么，请补充', '请写明哪天修好、谁去看过'] as const;
export const instructions = [
  '请三天后回看一次',
  '同类的楼门一并查',
  '注意把结果告诉每一户',
  '',
  '',
  '',
] as const;
export const extensionReasons = ['配件要从外地调，多等两天', '楼上住户出差，约在周末入户'] as const;
export const verificationNotes = ['请到现场看看还在不在', '请核实是哪个单元'] as const;
export const verificationFound = ['去看了，情况属实', '到现场看过，和说的一样'] as const;
export const tellFirstReason = '有人身危险，先排除并告诉居民，签字随后补';
export const escalateReasons = ['要动公共维修资金，我们一家做不了', '涉及楼外管线，请往上接'] as const;
export const unreachableNote = '电话没人接';
export const reopenReason = '居民说又漏了，和上次是同一处';
export const inquiries = [
  [
    '想问问老年助餐点几点开门，能不能送到家',
    '助餐点每天十点半到十二点半供餐，行动不便的可以打社区电话登记送餐。',
  ],
  ['孩子明年上小学，想知道什么时候登记', '每年五月登记，社区会提前两周在楼门贴通知，也可以到社区问。'],
  ['想借社区活动室给楼里开个会，怎么约', '活动室周一到周六可约，提前一天到社区登记就行，不收费。'],
] as const;

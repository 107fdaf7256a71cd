import type { RequestType, Urgency } from '../codes.ts';

interface OrderColumnWords {
  label: string;
  synonyms: readonly string[];
  explanation: string;
}

/** Headers of 12345 work-order sheets as cities export them; the wizard drops blanks, brackets and marks first. */
export const orderColumns = {
  orderNo: {
    label: '工单编号',
    synonyms: [
      '12345工单编号',
      '工单号',
      '受理编号',
      '流水号',
      '编号',
      '诉求编号',
      '热线工单号',
      'service_request_id',
      'unique_key',
    ],
    explanation: '热线的工单号，原样保留；同一个号再次导入只记变化',
  },
  receivedAt: {
    label: '受理时间',
    synonyms: [
      '受理日期',
      '来电时间',
      '来件时间',
      '创建时间',
      '派单时间',
      '日期',
      'requested_datetime',
      'created_date',
    ],
    explanation: '2026-11-19 08:49 或 Excel 日期',
  },
  dueAt: {
    label: '办理期限',
    synonyms: [
      '截止时间',
      '办结期限',
      '办结时限',
      '处理时限',
      '办理时限',
      '反馈期限',
      '要求办结时间',
      '到期时间',
      '限办时间',
      'expected_datetime',
      'due_date',
    ],
    explanation: '以工单的期限为准；没有的按本街道时限算',
  },
  completedAt: {
    label: '办结时间',
    synonyms: ['完成时间', '实际办结时间', 'closed_date'],
    explanation: '已办结的工单只存档，不进派单台',
  },
  title: {
    label: '诉求标题',
    synonyms: ['工单标题', '投诉标题', '标题', '主题', 'service_name', 'complaint_type'],
    explanation: '',
  },
  orderType: {
    label: '工单类型',
    synonyms: ['业务类型', '诉求类型', '类型', '来电类别'],
    explanation: '咨询、求助、投诉、举报、建议',
  },
  urgency: { label: '紧急程度', synonyms: ['紧急度', '缓急程度', '工单级别'], explanation: '' },
  category1: {
    label: '一级分类',
    synonyms: ['事项分类一级', '一级事项分类', '一级标签', '一级'],
    explanation: '',
  },
  category2: {
    label: '二级分类',
    synonyms: ['事项分类二级', '二级事项分类', '二级标签', '二级'],
    explanation: '',
  },
  category3: {
    label: '三级分类',
    synonyms: ['事项分类三级', '三级事项分类', '三级标签', '三级'],
    explanation: '',
  },
  category4: { label: '四级分类', synonyms: ['事项分类四级', '四级事项分类', '四级'], explanation: '' },
  category: {
    label: '事项分类',
    synonyms: ['最终事项分类', '诉求分类', '问题类型', '问题分类', '分类'],
    explanation: '可写成“物业管理>楼道堆物”；对不上的留给派单员选',
  },
  text: {
    label: '市民诉求',
    synonyms: [
      '诉求内容',
      '投诉内容',
      '反映内容',
      '工单内容',
      '受理内容',
      '留言详情',
      '主要内容',
      '内容',
      '诉求描述',
      'description',
      'descriptor',
    ],
    explanation: '原文整段保留',
  },
  location: {
    label: '事发地点',
    synonyms: [
      '问题点位',
      '地址',
      '事发地址',
      '诉求地址',
      '小区点位',
      '详细地址',
      'address',
      'incident_address',
    ],
    explanation: '',
  },
  community: { label: '村/社区', synonyms: ['社区', '所属社区', '村居', '被反映社区'], explanation: '' },
  callerName: {
    label: '来电人',
    synonyms: ['姓名', '留言用户', '咨询人', '诉求人', '联系人', '来电人姓名'],
    explanation: '要求保密的写“保密”',
  },
  callerSex: { label: '性别', synonyms: ['来电人性别'], explanation: '' },
  callerPhone: {
    label: '来电号码',
    synonyms: ['联系方式', '联系电话', '来电人电话', '来电人电话/账号', '电话', '手机号', '手机号码'],
    explanation: '几个号码之间用斜杠；中间几位是星号的不作号码',
  },
  unit: {
    label: '承办单位',
    synonyms: ['责任单位', '处理单位', '被反映街乡镇', '主办单位', 'agency_responsible', 'agency_name'],
    explanation: '',
  },
  status: {
    label: '处理状态',
    synonyms: ['当前阶段', '工单状态', '办理状态', 'status'],
    explanation: '作废的只存档',
  },
  reply: {
    label: '办理结果',
    synonyms: [
      '处理情况',
      '工单回复内容',
      '回单内容',
      '回复内容',
      '答复意见',
      '受理意见',
      '处理结果',
      'status_notes',
      'resolution_description',
    ],
    explanation: '',
  },
  replyAt: { label: '答复时间', synonyms: ['回复时间', '反馈时间'], explanation: '' },
  exclusionReport: {
    label: '不计入考核评价报告',
    synonyms: ['不计入评价报告', '不计入考核报告', '剔除申请'],
    explanation: '',
  },
} as const satisfies Record<string, OrderColumnWords>;
export type OrderColumn = keyof typeof orderColumns;

export const orderWords = {
  title: '12345工单',
  /** Leads the part of the text that says where, and what. */
  addressLead: /(?:^|\n)\s*(?:事发)?(?:地址|地点|位置)\s*[:：]\s*([^\n。；;]{2,200})/u,
  unknownPlace: '工单未写地点',
  hiddenCaller: '不愿透露',
  unnamedCaller: '热线来电人',
  /** What is written where a caller wants to stay unknown: no name. */
  hiddenNames: ['保密', '匿名', '不愿透露', '不详', '无', '未知', '先生/女士'],
  voided: ['作废', '撤销', '已撤单', '无效'],
  remarks: /^(?:合计|总计|小计|共计|备注|说明|注[:：]|制表|填表|审核|导出|打印|统计)/u,
} as const;

export const requestTypeWritten: readonly (readonly [string, RequestType])[] = [
  ['咨询', 'inquiry'],
  ['投诉', 'complaint'],
  ['举报', 'report'],
  ['建议', 'suggestion'],
  ['意见', 'suggestion'],
  ['求助', 'help'],
];

export const urgencyWritten: readonly (readonly [string, Urgency])[] = [
  ['特急', 'critical'],
  ['特提', 'critical'],
  ['加急', 'livelihood'],
  ['紧急', 'livelihood'],
  ['复杂', 'complex'],
  ['一般', 'ordinary'],
  ['普通', 'ordinary'],
];

/** Names that hotlines use for a matter of ours; the longest that occurs in the category wins. */
export const matterSynonyms: Readonly<Record<string, string>> = {
  供热: '供暖',
  暖气: '供暖',
  温度不达标: '供暖',
  停水: '供水',
  停电: '供电',
  燃气: '供气',
  天然气: '供气',
  照明: '路灯',
  楼道杂物: '楼道堆物',
  堆物堆料: '楼道堆物',
  电动车充电: '飞线充电',
  违规充电: '飞线充电',
  违建: '违法建设',
  私搭乱建: '违法建设',
  垃圾分类: '垃圾清运',
  生活垃圾: '垃圾清运',
  违章停车: '机动车违停',
  违法停车: '机动车违停',
  乱停车: '机动车违停',
  停车: '停车管理',
  共享单车: '非机动车停放',
  占道: '占道经营',
  夜间施工: '施工扰民',
  施工噪声: '施工扰民',
  噪音: '噪声',
  油烟污染: '油烟',
  漏水: '房屋漏雨',
  漏雨: '房屋漏雨',
  老楼加装电梯: '加装电梯',
  电梯故障: '电梯',
  物业费: '物业收费',
  业主委员会: '业委会',
  消防通道占用: '消防通道',
  犬类: '养犬',
  宠物: '养犬',
  拖欠工资: '欠薪',
  井盖缺失: '井盖',
};

/** Lines of the timeline. */
export const orderSentences = {
  opened: '热线工单{orderNo}，受理时间{receivedAt}。',
  duePassed: '工单的期限{dueAt}在录入时已过，请先联系诉求人。',
  dueCounted: '工单没有写期限，从受理时间起按本街道时限算到{dueAt}。',
  duePassedCounted: '工单没有写期限，按本街道时限算已到{dueAt}，请先联系诉求人。',
  finished: '热线系统已办结（{completedAt}），这里只存档。',
  voided: '热线系统已作废（{status}），这里只存档。',
  outer: '12345热线',
  updated: '热线工单有变化：{changes}',
  change: '{label}由“{before}”改为“{after}”',
  added: '{label}补充为“{after}”',
  personal: '{label}有变化，见原单',
  kept: '本街道已改过的{label}没有动。',
  closed: '这件事已结束，期限没有动。',
  twice: '同一份表里这个工单号出现了两次，内容不一样，以后一行为准，请核对。',
} as const;

export const orderProblems = {
  'order.text_missing': '这一行没有诉求内容也没有标题，不知道反映的是什么。请补上再导入',
  'order.number_long': '工单编号超过60字，可能对错了列。请核对对应关系',
  'order.due_before_received': '办理期限{dueAt}早于受理时间，请核对这一格',
} as const;

export const orderEvents = {
  'case.orders_opened': '导入的工单等待派遣',
} as const;

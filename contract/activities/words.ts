import type {
  ActivityKind,
  ActivityState,
  Allotment,
  Audience,
  Category,
  GroupKind,
  languages,
  PhotoChoice,
  Priority,
  RiskLevel,
  SignUpState,
} from './codes.ts';

export const categoryLabels: Record<Category, string> = {
  civility: '文明引导',
  environment: '绿色环保',
  science: '科普研学',
  health: '健康成长',
  culture: '传统文化',
  sport: '运动体能',
  labour: '劳动实践',
  care: '敬老助残',
};

export const kindLabels: Record<ActivityKind, string> = { activity: '活动', call: '动员', duty: '值守' };

export const activityStateLabels: Record<ActivityState, string> = {
  draft: '草稿',
  published: '报名中',
  cancelled: '已取消',
  ended: '已结束',
};

export const riskLabels: Record<RiskLevel, string> = { low: '低', medium: '中', high: '高' };

export const allotmentLabels: Record<Allotment, string> = { first_come: '先到先得', lottery: '截止后抽签' };

export const priorityLabels: Record<Priority, string> = {
  none: '机会均等',
  never: '没参加过的优先',
  days_90: '近90天没参加过的优先',
};

export const audienceLabels: Record<Audience, string> = { volunteers: '志愿者', participants: '参加者' };

export const photoLabels: Record<PhotoChoice, string> = { hidden: '不公开', open: '可以公示' };

export const languageLabels: Record<(typeof languages)[number], string> = {
  zh: '中文',
  en: '英语',
  sign: '手语',
};

export const signUpStateLabels: Record<SignUpState, string> = {
  waiting: '候补',
  drawn_pending: '等抽签',
  offered: '有空位待确认',
  confirmed: '已报上',
  cancelled: '已取消',
  declined: '没要这个空位',
  lapsed: '过时没确认',
  missed: '没来',
};

export const groupKindLabels: Record<GroupKind, string> = {
  family: '志愿家庭群',
  school: '学校群',
  children: '儿童活动群',
  residents: '居民群',
};

/** Names of the fields, for forms and the note on what another person changed. */
export const activityFields = {
  title: '名称',
  body: '内容',
  place: '地点',
  programmeId: '项目',
  category: '类别',
  areaId: '面向区域',
  organiserId: '主办单位',
  ageMin: '最小年龄',
  ageMax: '最大年龄',
  accompaniedBelow: '须家长陪同',
  languages: '语言',
  isFor: '面向',
  guardianConsent: '监护人同意',
  photos: '照片',
  riskLevel: '风险',
  riskTold: '风险告知',
  insurance: '保险',
  agreement: '协议',
  allotment: '名额方式',
  priority: '优先',
  familyCap: '每家最多',
  confirmHours: '确认时限',
  sessions: '场次',
} as const;

export const activitiesProblems = {
  'activity.outside_your_area': '这个活动不在您负责的范围内，请找所在社区办理',
  'activity.area_outside': '这个地点不在您负责的范围内，请选本辖区的地点',
  'activity.not_draft': '活动已经发布，时间、名额和报名办法不能再改；只能改内容和地点，或取消重发',
  'activity.already_cancelled': '这个活动已经取消了',
  'activity.ended': '这个活动已经结束了',
  'activity.no_session': '还没有排时间，请先加一场',
  'activity.session_past': '有一场的开始时间已经过去，请改好再发布',
  'activity.session_order': '时间前后不对：报名开始要早于报名截止，截止不晚于活动结束',
  'activity.is_template': '这是模板，不能直接发布；请照它新建一场',
  'activity.risk_not_told': '中、高风险的活动要写清风险告知',
  'activity.not_insured': '高风险的活动要写清保险和书面协议',
  'activity.needs_approval': '高风险的活动请有审批权的同事发布：社区书记或科长',
  'activity.age_order': '最小年龄比最大年龄大，请再看一遍',
  'activity.not_over': '活动还没结束，等结束后再登记没来的人',
  'programme.name_taken': '已有一个同名的项目，请换个名字',
  'sign_up.not_open': '还没到报名时间',
  'sign_up.closed': '报名已经截止',
  'sign_up.cancelled_session': '这一场取消了，不用报名',
  'sign_up.family_cap': '每家的名额已经报满，请少选一位',
  'sign_up.post_missing': '请选一个岗位',
  'sign_up.too_young': '年龄还小，这次先不报',
  'sign_up.too_old': '超过了这次活动的年龄',
  'sign_up.adults_only': '这次活动没有陪同名额',
  'sign_up.age_unknown': '没有登记出生日期，请先在“我的”里补上',
  'sign_up.needs_adult': '年纪小的孩子要有一位家长一起来，请再选一位家长',
  'sign_up.needs_consent': '孩子参加要监护人同意，请先看同意书',
  'sign_up.busy': '那个时间已经报了别的活动',
  'sign_up.already': '已经报上了',
  'sign_up.child_stays':
    '{name}未满{age}岁，要有家长一起来。不去了请先取消{name}的报名；换家长陪同的，请先取消再由那位家长一起报',
  'practice.activity_unknown': '清单里有一项对应的活动没有发布，请重新选',
  'sign_up.not_yours': '只能给自己和家人报名',
  'sign_up.nobody': '请先选谁参加',
  'sign_up.no_person': '请先登记本人信息，再来报名',
  'sign_up.not_offered': '现在没有要您确认的空位',
  'sign_up.offer_over': '确认时间过了，空位已经给了下一位',
  'sign_up.over': '活动已经开始，不能再改',
  'sign_up.not_live': '这份报名已经不在了',
  'practice.published': '清单已经发给学校了',
  'draw.no_lottery': '这一场不抽签，先到先得',
} as const;

/** What each event of the trail says. */
export const activitiesEvents = {
  'activity.planned': '起草了活动',
  'activity.changed': '修改了活动',
  'activity.published': '发布了活动',
  'activity.cancelled': '取消了活动',
  'activity.ended': '活动结束了',
  'activity.session_ended': '一场活动结束了',
  'activity.drawn': '抽了签',
  'sign_up.entered': '报名等抽签',
  'sign_up.confirmed': '报上了名',
  'sign_up.waiting': '进入候补',
  'sign_up.offered': '空位给了候补',
  'sign_up.cancelled': '取消了报名',
  'sign_up.declined': '没要候补空位',
  'sign_up.lapsed': '候补空位过时',
  'sign_up.missed': '记下没来',
  'programme.saved': '登记了项目',
  'practice_list.saved': '编写了实践清单',
  'practice_list.published': '发布了实践清单',
  'practice_list.class_reported': '学校报了班级人数',
  'practice_list.hours_seen': '学校确认了时长',
  'group.saved': '登记了社群',
} as const;

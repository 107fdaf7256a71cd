import type { CallAnswer, CallGroup, CallSkill, CallStatus, CallTemplate } from './codes.ts';

export const callTemplateLabels: Record<CallTemplate, string> = {
  snow: '扫雪',
  flood: '防汛',
  missing_person: '寻人',
  big_event: '大型活动保障',
};

/** What a template writes first; whoever issues it makes it true of today. */
export const callTemplateTexts: Record<CallTemplate, { title: string; why: string; point: string }> = {
  snow: {
    title: '一起扫雪',
    why: '昨夜下雪，小区路面和楼门口要清出来，让老人孩子好走。请带手套，穿防滑鞋。工具社区备好。',
    point: '社区居委会门口',
  },
  flood: {
    title: '防汛值守',
    why: '预报有大雨，低洼处要有人看着，帮一楼的邻居搬东西。请穿雨靴，不下深水，不碰电。',
    point: '社区居委会门口',
  },
  missing_person: {
    title: '帮忙找人',
    why: '家里人走失，请大家在自家附近留意。见到后先陪着，打110，再告诉社区。',
    point: '社区居委会',
  },
  big_event: {
    title: '大型活动保障',
    why: '活动期间人多，地铁口和路口要有人引路、维持秩序。请提前十分钟到，听带队的安排。',
    point: '带队集合点',
  },
};

export const callStatusLabels: Record<CallStatus, string> = {
  open: '正在召集',
  stood_down: '已解除',
  ended: '已结束',
};

export const callGroupLabels: Record<CallGroup, string> = {
  everyone: '这里的成年居民',
  families: '志愿家庭',
  wardens: '楼门长',
  skilled: '有专长的',
  teams: '志愿队伍',
};

export const callSkillLabels: Record<CallSkill, string> = {
  first_aid: '会急救',
  strong_hands: '有力气',
  driver: '能开车',
  water_rescue: '会水',
  search: '熟悉周边',
  languages: '会外语',
  electric: '懂水电',
  comfort: '会陪伴',
};

export const callAnswerLabels: Record<CallAnswer, string> = {
  coming: '我能来',
  not_coming: '来不了',
};

export const callProblems = {
  'call.outside_your_area': '这不在您负责的地方。',
  'call.not_for_you': '这个动员令不是发给您的。',
  'call.not_open': '这个动员令已经结束了。',
  'call.time_order': '结束要晚于开始，也要晚于现在。',
  'call.too_long': '{template}最多 {hours} 小时，请改短。',
  'call.family_must_agree': '寻人只写家属同意公开的内容。请先问过家属，再勾选“家属同意”。',
  'call.teams_missing': '请选叫哪几支志愿队伍',
  'call.skills_missing': '选了“有专长的”，请再选哪些专长。',
  'call.nobody': '这样选，一个人也通知不到。请换个范围。',
  'call.not_registered': '您还没有登记在居民名册里，请联系社区登记。',
  'call.minor': '未满18岁不参加动员令。',
  'duty.shift_order': '班次的结束要晚于开始，一班最多 12 小时。',
} as const;

export const callEvents = {
  'call.issued': '发布了动员令',
  'call.answered': '回应了动员令',
  'call.stood_down': '解除了动员令',
  'call.ended': '动员令结束',
  'call.skills_set': '写了自己的专长',
  'duty.planned': '排了值守班次',
  'duty.handed_over': '写了交接班说明',
} as const;

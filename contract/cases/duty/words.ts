import type { CommunityDuty } from '../codes.ts';
import { communityDutyLabels } from '../words.ts';
import type { DirectoryUnitKind, SuggestionReason } from './codes.ts';

interface SheetColumnWords {
  label: string;
  synonyms: readonly string[];
  explanation: string;
  width: number;
}

export const dutyColumns = {
  code: {
    label: '编号',
    synonyms: ['序号', '事项编号', '清单编号'],
    explanation: '一项一个编号，重复导入按编号更新',
    width: 14,
  },
  category: { label: '类别', synonyms: ['事项类别', '领域', '一级事项'], explanation: '', width: 16 },
  text: {
    label: '履责事项',
    synonyms: ['事项', '事项名称', '职责事项', '责任事项', '履责内容', '职责内容'],
    explanation: '一句话写清做什么',
    width: 50,
  },
  owner: {
    label: '落实单位',
    synonyms: ['责任单位', '责任科室', '科室', '牵头单位', '主责单位', '承办科室'],
    explanation: '单位名称或简称；在单位台账里的会自动对应',
    width: 20,
  },
  leader: {
    label: '负责领导',
    synonyms: ['分管领导', '分管负责', '牵头领导'],
    explanation: '只写职务，不写姓名',
    width: 16,
  },
  communityDuty: {
    label: '社区职责',
    synonyms: ['社区角色', '社区', '居委会职责', '社区承担方式'],
    explanation: '主责、协助、无；不填按无',
    width: 10,
  },
  basis: { label: '依据', synonyms: ['法律依据', '政策依据', '履责依据'], explanation: '', width: 36 },
  frequency: { label: '频次', synonyms: ['工作频次', '完成时限'], explanation: '', width: 12 },
  matters: {
    label: '对应分类',
    synonyms: ['诉求分类', '事项分类', '分类编码', '对应事项分类'],
    explanation: '分类编码或名称，几个之间用顿号',
    width: 24,
  },
} as const satisfies Record<string, SheetColumnWords>;
export type DutyColumn = keyof typeof dutyColumns;

export const directoryColumns = {
  matter: {
    label: '事项分类',
    synonyms: ['分类', '诉求分类', '分类编码'],
    explanation: '分类编码或名称',
    width: 16,
  },
  area: {
    label: '适用地点',
    synonyms: ['区域', '社区', '网格', '地点'],
    explanation: '社区、网格或小区的编码或名称；不填为全街道',
    width: 20,
  },
  lead: {
    label: '主办单位',
    synonyms: ['主办', '承办单位', '责任单位'],
    explanation: '单位名称，或：所在社区、所在网格、所在小区物业、街道',
    width: 20,
  },
  helpers: { label: '协办单位', synonyms: ['协办', '配合单位'], explanation: '几个之间用顿号', width: 28 },
  rule: {
    label: '派单规则',
    synonyms: ['规则', '说明', '派单依据'],
    explanation: '为什么派给它，一句话',
    width: 40,
  },
  dutyItem: {
    label: '清单编号',
    synonyms: ['责任清单编号', '履责事项编号'],
    explanation: '责任清单里的编号',
    width: 14,
  },
  validFrom: { label: '起始日期', synonyms: ['生效日期', '开始日期'], explanation: '不填为今天', width: 12 },
  validTo: { label: '截止日期', synonyms: ['失效日期', '结束日期'], explanation: '不填为长期', width: 12 },
} as const satisfies Record<string, SheetColumnWords>;
export type DirectoryColumn = keyof typeof directoryColumns;

export const dutySheetWords = { dutyTitle: '责任清单', directoryTitle: '派单目录', listMark: '、' } as const;

/** What people write in the column of the community's duty. */
export const communityDutyWritten: Record<string, CommunityDuty> = {
  [communityDutyLabels.lead]: 'lead',
  [communityDutyLabels.assist]: 'assist',
  [communityDutyLabels.none]: 'none',
  主责: 'lead',
  主办: 'lead',
  牵头: 'lead',
  协助: 'assist',
  协办: 'assist',
  配合: 'assist',
  无: 'none',
  不承担: 'none',
};

export const directoryUnitLabels: Record<DirectoryUnitKind, string> = {
  organisation: '指定单位',
  street: '街道',
  community: '所在社区',
  grid: '所在网格',
  property: '所在小区物业',
};

/** What people write in a sheet for a unit that depends on the place. */
export const localUnitsWritten: Readonly<Record<string, Exclude<DirectoryUnitKind, 'organisation'>>> = {
  街道: 'street',
  街道办事处: 'street',
  所在社区: 'community',
  社区: 'community',
  属地社区: 'community',
  所在网格: 'grid',
  网格: 'grid',
  所在小区物业: 'property',
  小区物业: 'property',
  物业: 'property',
  属地物业: 'property',
};

export const suggestionReasonLabels: Record<SuggestionReason, string> = {
  directory: '派单目录',
  duty_item: '责任清单',
  property: '小区物业',
  community_duty: '社区职责',
  similar_cases: '同类办理',
};

/** Why a unit is suggested, for the dispatcher. */
export const suggestionSentences = {
  directory: '派单目录：{matter}（{matterCode}），{where}由{unit}{role}。{rule}',
  anywhere: '全街道',
  lead: '主办',
  co: '协办',
  duty_item: '责任清单 {code}：{text}',
  property: '服务于{area}的物业公司',
  community_lead: '社区职责清单里有这类事项，可由社区主办',
  community_assist: '这类事项社区只协助，不能主办（接诉即办条例第十七条）',
  similar_cases: '近一年在{area}办结同类{count}件',
  returned: '这个单位退回过这件事',
} as const;

export const dutyProblems = {
  'duty.code_taken': '责任清单里已有编号{code}，请换一个编号或改原来那一项。',
  'duty.owner_unknown': '单位台账里没有“{owner}”，或已停用。请核对名称，或先登记单位。',
  'duty.matter_unknown': '没有“{matter}”这个分类，请写分类编码或名称。',
  'duty.matter_ambiguous': '有几个分类都叫“{matter}”，请写编码。',
  'duty.not_of_street': '责任清单和派单目录由街道统一维护，您的岗位只能查看。',
  'duty.item_unknown': '责任清单里没有编号“{code}”。',
  'directory.overlaps': '这个分类在这个地点、这段日期已经有一条派单规则，请改那一条或先截止它。',
  'directory.dates': '截止日期早于起始日期，请核对。',
  'directory.unit_unknown': '没有“{unit}”这个单位，或已停用。请写单位台账里的名称。',
  'directory.unit_twice': '主办和协办里有同一个单位，请去掉一个。',
  'directory.community_not_duty': '这类事项不在社区职责清单里，不能由社区主办（接诉即办条例第十七条）。',
  'directory.area_unknown': '没有找到地点“{area}”，或有几个同名，请写编码。',
  'directory.ended': '这一条已经截止，请新增一条。',
} as const;

export const dutyEvents = {
  'duty_item.saved': '写了责任清单的一项',
  'duty_item.retired': '停用或恢复了责任清单的一项',
  'directory_entry.saved': '写了派单目录的一条',
} as const;

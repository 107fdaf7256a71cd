import type {
  commitmentKinds,
  commitmentStatuses,
  OrganisationKind,
  organisationStatuses,
  premisesUses,
} from './kinds.ts';

export const organisationKindLabels: Record<OrganisationKind, string> = {
  property_company: '物业公司',
  enterprise: '企业',
  merchant: '商户',
  school: '学校',
  department: '委办局',
  section: '街道科室',
  community_office: '社区居委会',
  volunteer_team: '志愿服务队',
  party_committee: '党组织',
  member_unit: '驻区单位',
};

/** A contact whose duty contains this is the duty desk: residents whom the organisation serves may have its phone. */
export const dutyWord = '值班';

export const organisationStatusLabels: Record<(typeof organisationStatuses)[number], string> = {
  active: '正常',
  closed: '已停用',
};

export const premisesUseLabels: Record<(typeof premisesUses)[number], string> = {
  office: '办公',
  shop: '商铺',
  factory: '生产',
  storage: '仓储',
  education: '办学',
  public: '公共服务',
  other: '其他',
};

export const commitmentKindLabels: Record<(typeof commitmentKinds)[number], string> = {
  resource: '资源清单',
  need: '需求清单',
  project: '项目清单',
};

export const commitmentStatusLabels: Record<(typeof commitmentStatuses)[number], string> = {
  open: '待对接',
  doing: '进行中',
  done: '已完成',
  dropped: '不再推进',
};

/** Names of the fields, for forms, sheets and the note on what another person changed. */
export const organisationFields = {
  kind: '类别',
  name: '名称',
  shortName: '简称',
  creditCode: '统一社会信用代码',
  industry: '行业',
  address: '地址',
  areaId: '所在区域',
  parentId: '上级单位',
  councilMember: '党建协调委员会成员单位',
  partyMemberCount: '党员人数',
  partyOrganisation: '党组织名称',
  status: '状态',
} as const;

export const creditCodeProblems = {
  'credit_code.length': '统一社会信用代码要18位，请对照营业执照再看一遍',
  'credit_code.characters': '统一社会信用代码只有数字和大写字母，没有 I、O、S、V、Z',
  'credit_code.checksum': '统一社会信用代码的最后一位对不上，可能有一位写错了，请对照营业执照再看一遍',
} as const;

export const organisationProblems = {
  ...creditCodeProblems,
  'organisation.outside_your_area': '这家单位不在您负责的范围内，请找所在社区办理',
  'organisation.area_outside': '这个地点不在您负责的范围内，请选本辖区的地点',
  'organisation.credit_code_taken': '这个信用代码已登记为“{name}”，请直接打开那一条修改',
  'organisation.closed': '这家单位已停用，先恢复使用再修改',
  'organisation.already_closed': '这家单位已经停用了',
  'organisation.not_closed': '这家单位没有停用，不用恢复',
  'organisation.parent_loop': '上级单位不能是它自己或它的下级，请另选一家',
  'organisation.parent_unknown': '没有找到这家上级单位，请重新选择',
  'organisation.not_council_member': '资源、需求、项目清单只登记成员单位，请先勾选“党建协调委员会成员单位”',
  'organisation.reveal_not_allowed': '您的岗位不能查看联系电话，请找所在社区的同事',
  'organisation.area_unknown': '没有找到“{area}”，请写编码，或与网格台账里的名称一致',
  'organisation.area_ambiguous': '叫“{area}”的不止一处，请写编码',
  'organisation.phone': '“{value}”不是完整的电话号码，手机号要11位，座机带区号',
  'premises.occupied_twice': '这家单位已登记在这个房间，不用重复登记',
} as const;

/** What each event of the trail says; the audit page joins the sentences of all modules. */
export const organisationsEvents = {
  'organisation.registered': '登记了单位',
  'organisation.corrected': '修改了单位信息',
  'organisation.closed': '停用了单位',
  'organisation.reopened': '恢复了单位',
  'organisation.imported': '批量建立了单位',
  'organisation.contact_added': '添加了单位联系人',
  'organisation.contact_changed': '修改了单位联系人',
  'organisation.contact_removed': '移除了单位联系人',
  'organisation.contact_revealed': '查看了单位联系人的电话',
  'organisation.areas_served_set': '设定了服务范围',
  'premises.recorded': '登记了房间',
  'premises.checked': '核对了房间',
  'premises.removed': '移除了房间登记',
  'commitment.recorded': '登记了清单事项',
  'commitment.changed': '更新了清单事项',
} as const;

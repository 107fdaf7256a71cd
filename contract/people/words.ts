import type {
  AgeBand,
  CareTag,
  ConsentPurpose,
  ConsentWay,
  CorrectableField,
  GuardianRelation,
  HouseholdTag,
  HouseUse,
  LookPurpose,
  PersonStatus,
  Relation,
  RequestStatus,
  RevealField,
} from './codes.ts';

export const houseUseLabels: Record<HouseUse, string> = {
  owned: '自住',
  rented: '出租',
  vacant: '空置',
  other: '其他',
};

export const relationLabels: Record<Relation, string> = {
  head: '户主',
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  grandchild: '孙辈',
  grandparent: '祖辈',
  sibling: '兄弟姐妹',
  flatmate: '合住',
  other: '其他',
};

export const careTagLabels: Record<CareTag, string> = {
  aged_80: '80岁以上',
  lives_alone: '独居',
  long_ill: '重病',
  disabled: '残疾',
  pregnant: '孕产',
  low_income: '低保',
  veteran: '退役军人',
  lost_only_child: '失独',
  left_behind: '空巢',
};

/** Tags in one line of a sentence. */
export const careTagList = (tags: readonly CareTag[]): string =>
  tags.map((tag) => careTagLabels[tag]).join('、');

export const householdTagLabels: Record<HouseholdTag, string> = {
  trusted_neighbour: '堡垒户',
  party_member_hub: '党员中心户',
};

export const householdTagList = (tags: readonly HouseholdTag[]): string =>
  tags.map((tag) => householdTagLabels[tag]).join('、');

export const sexLabels = { female: '女', male: '男' } as const;

export const personStatusLabels: Record<PersonStatus, string> = {
  active: '在册',
  departed: '已搬走',
  erased: '已删除',
};

export const ageBandLabels: Record<AgeBand, string> = {
  under_14: '14岁以下',
  under_18: '18岁以下',
  over_60: '60岁以上',
  over_80: '80岁以上',
};

export const revealPurposeLabels: Record<LookPurpose, string> = {
  home_visit: '入户走访',
  case_contact: '办事联系',
  care_visit: '关爱探访',
  emergency: '紧急情况',
  check_record: '核对信息',
  other: '其他（请写明）',
  export: '经批准导出',
};

export const revealFieldLabels: Record<RevealField, string> = {
  name: '姓名',
  phone: '电话',
  idNumber: '身份证号',
  bornOn: '出生日期',
  address: '住址',
};

/** Fields in one line of a sentence. */
export const revealFieldList = (fields: readonly RevealField[]): string =>
  fields.map((field) => revealFieldLabels[field]).join('、');

export const guardianRelationLabels: Record<GuardianRelation, string> = {
  mother: '母亲',
  father: '父亲',
  grandparent: '祖父母或外祖父母',
  other: '其他监护人',
};

export const consentPurposeLabels: Record<ConsentPurpose, string> = {
  child_record: '为未满14岁的孩子建档',
  care_contact: '关爱走访和电话问候',
  volunteer_points: '志愿和积分',
  publish_photos: '公开活动照片',
};

export const consentWayLabels: Record<ConsentWay, string> = {
  self: '本人在手机上同意',
  guardian: '监护人在手机上同意',
  paper: '纸质签字',
};

export const requestStatusLabels: Record<RequestStatus, string> = {
  requested: '待批',
  approved: '已同意',
  declined: '未同意',
};

export const correctableFieldLabels: Record<CorrectableField, string> = {
  name: '姓名',
  phone: '电话',
  bornOn: '出生日期',
  sex: '性别',
  household: '住址或家庭成员',
  careTags: '关爱标签',
  other: '其他',
};

/** Names of the fields, for forms, sheets and the note on what another person changed. */
export const personFields = {
  name: '姓名',
  sex: '性别',
  bornOn: '出生日期',
  phone: '电话',
  idNumber: '身份证号',
  householdId: '所在住户',
  relation: '与户主关系',
  careTags: '关爱标签',
} as const;

export const householdFields = {
  areaId: '楼门',
  room: '房号',
  houseUse: '房屋使用',
  tags: '标签',
  note: '备注',
  headId: '户主',
} as const;

/** Words inside the copy that a person takes away. */
export const copyWords = {
  fileName: '我的信息',
  title: '我的信息（本人副本）',
  subject: '项目',
  content: '内容',
  time: '时间',
  consentGiven: '我给的同意',
  consentWithdrawn: '我撤回的同意',
  look: '谁看过我的信息',
  fields: {
    name: '姓名',
    sex: '性别',
    bornOn: '出生日期',
    phone: '电话',
    idNumber: '身份证号',
    address: '住址',
    relation: '与户主关系',
    houseUse: '房屋使用',
    careTags: '关爱标签',
    child: '我监护的孩子',
  },
} as const;

/** How long each kind of data stays, by purpose of retention.ts. */
export const retentionLabels = {
  resident: '住在本街道期间的居民信息',
  departed: '搬走后的居民信息',
  consent_proof: '同意和撤回的凭证，从撤回或删除起算',
  request: '更正、删除、查阅未成年人信息的申请记录',
  trail: '谁看过我的信息（查阅记录）',
} as const;

export const peopleProblems = {
  'person.outside_your_area': '这位居民不在您负责的范围内，请找所在网格的同事查看',
  'person.guardian_missing':
    '孩子未满14岁，请同时登记监护人。先把家长登记进来，再选为监护人；家长也可以在自己手机“我的信息”里添加孩子',
  'person.guardian_consent_missing':
    '孩子未满14岁，还缺监护人同意。请上传签字的同意书或填写存档编号，也可以请家长在手机上自己添加',
  'person.guardian_unknown': '没有找到这位监护人，请先登记监护人',
  'person.guardian_minor': '监护人要满18岁，请换一位家长',
  'person.guardian_self': '本人不能做自己的监护人',
  'person.guardian_last': '孩子未满14岁，至少要留一位监护人。请先添加新的监护人',
  'person.not_a_minor': '这位居民已满18岁，不需要监护人',
  'person.guards_children': '这位居民是 {count} 个孩子唯一的监护人，请先为孩子登记另一位监护人',
  'person.no_health_tags_for_children': '孩子未满14岁，不登记健康类标签（{tags}）',
  'person.born_in_future': '出生日期 {bornOn} 还没到，请再核对',
  'person.born_on_differs': '出生日期与身份证号里的 {bornOn} 不一致，请对照证件',
  'person.id_number_taken': '这个身份证号已经登记过，请打开原来那一条修改',
  'person.place_missing': '请选择住户，或选择所在楼门',
  'person.relation_without_household': '先选住户，再选与户主的关系',
  'person.head_taken': '这一户已有户主，请先换户主',
  'person.departed': '这位居民已搬走，资料只能查看',
  'person.erased': '这位居民的资料已按本人要求删除',
  'person.reveal_reason_missing': '请写明为什么要看，几个字就可以',
  'person.minor_approval_needed': '未满18岁，查看前要先申请。由社区书记批准后24小时内可看',
  'person.not_linked': '您的手机号还没有和居民信息对上，请带证件到社区居委会登记',
  'person.not_your_child': '您不是这个孩子的登记监护人，请带证件到社区居委会办理',
  'household.outside_your_area': '这一户不在您负责的范围内，请找所在网格的同事查看',
  'household.area_outside': '这个楼门不在您负责的范围内，请选本辖区的楼门',
  'household.room_taken': '{room} 已经有一户在册，请打开那一户修改，或核对房号',
  'household.head_not_member': '户主要从这一户的成员里选',
  'household.tags_hidden': '堡垒户和党员中心户由所在社区和网格登记',
  'household.left': '这一户已搬走，资料只能查看',
  'household.same_door': '新地址和现在一样，不用搬',
  'household.occupied_vacant': '这一户还有 {count} 人在册，不能登记为空置。请先办理搬走',
  'consent.evidence_missing': '请上传签字的同意书，或填写纸质存档编号',
  'consent.evidence_unknown': '没有找到这份同意书，请重新上传',
  'consent.guardian_needed': '孩子未满14岁，要由监护人同意。请选择监护人',
  'consent.not_for_adults': '这一项只用于未满14岁的孩子',
  'consent.given_already': '已经同意过了，不用再办',
  'consent.withdrawn_already': '已经撤回过了',
  'consent.not_yours': '这一项不是您给的同意，请由本人或监护人办理',
  'minor_access.not_a_minor': '这位居民已满18岁，直接填写用途就可以查看',
  'minor_access.open_already': '已经申请过，正在等批准',
  'minor_access.granted_already': '已经批准，现在就可以查看',
  'minor_access.own_request': '自己的申请要由另一位负责人批准',
  'minor_access.decided_already': '这个申请已经批过了',
  'erasure.open_already': '已经申请过删除，正在等答复',
  'erasure.decided_already': '这个申请已经答复过了',
  'erasure.own_request': '自己经手的申请要由另一位负责人决定',
  'correction.decided_already': '这条更正已经处理过了',
  'correction.too_many': '您有 {count} 条更正还没处理完，请等社区答复后再提',
  'notice.version_unknown': '隐私说明已更新，请刷新后阅读新版本',
} as const;

/** What each event of the trail says; the audit page joins the sentences of all modules. */
export const peopleEvents = {
  'person.registered': '登记了居民',
  'person.corrected': '修改了居民信息',
  'person.moved': '调整了居民所在住户',
  'person.revealed': '查看了居民的完整信息',
  'person.erased': '删除了居民的个人信息',
  'person.copy_taken': '本人下载了自己的信息',
  'people.loaded': '批量导入了居民和住户',
  'people.purged': '按保存期限清理了个人信息',
  'household.registered': '建立了户档',
  'household.changed': '修改了户档',
  'household.moved': '办理了搬迁',
  'guardianship.added': '登记了监护人',
  'guardianship.ended': '解除了监护人登记',
  'consent.given': '登记了同意',
  'consent.withdrawn': '撤回了同意',
  'minor_access.requested': '申请查看未成年人信息',
  'minor_access.approved': '批准查看未成年人信息',
  'minor_access.declined': '未批准查看未成年人信息',
  'erasure.requested': '申请删除个人信息',
  'erasure.approved': '同意删除个人信息',
  'erasure.declined': '未同意删除个人信息',
  'correction.requested': '申请更正个人信息',
  'correction.approved': '办结了更正',
  'correction.declined': '未采纳更正',
  'notice.accepted': '阅读并同意隐私说明',
} as const;

export const auditProblems = {
  'audit.outside_your_area': '这条记录不在您的审计范围内，请找上级审计管理员',
  'audit.period': '开始日期晚于结束日期，请对调后再查',
} as const;

export const auditEvents = {
  'demo.planted': '建立了演示街道',
  'demo.day_told': '补上了演示街道的一批案件',
  'audit.verified': '核验了操作记录',
  'audit.exported': '导出了操作记录',
  'audit.head_published': '公布了当日校验值',
} as const;

export const chainFaultLabels = {
  missing: '这一条不见了',
  payload: '这一条的内容被改过',
  link: '这一条与前后接不上',
  head: '与公布过的校验值不一致',
} as const;

/** Headers of the exported trail, in their order. */
export const auditColumns = {
  seq: '序号',
  at: '时间',
  actor: '操作人',
  actingRole: '岗位',
  what: '做了什么',
  name: '事件代码',
  module: '模块',
  subjectId: '对象编号',
  from: '原状态',
  to: '新状态',
  areaPath: '地点路径',
  data: '内容',
  payloadHash: '内容校验值',
  hash: '链校验值',
} as const;
export const auditExportTitle = '操作记录';

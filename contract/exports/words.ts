/** Why an export cannot be had. */
export const exportProblems = {
  'export.unknown_register': '没有这个台账可以导出',
  'export.not_found': '没有找到这次导出，或不在您的范围内',
  'export.filter_invalid': '筛选条件有误，请回到列表重新筛选',
  'export.not_yours': '只有申请人本人可以下载',
  'export.own_request': '自己的申请要由他人审批',
  'export.outside_your_area': '申请人不在您负责的范围内',
  'export.not_waiting': '这份申请已经办过，不再待审',
  'export.waiting': '未脱敏的导出要先审批，现在还在等',
  'export.refused': '审批未同意：{decisionReason}。可改为脱敏导出，或补充理由重新申请',
  'export.downloaded': '未脱敏的文件只能下载一次，已于 {time} 下载。需要时请重新申请',
  'export.expired': '已过 24 小时，下载已关闭。需要时请重新申请',
  'export.ticket_invalid': '下载链接已失效。请回到列表再点一次“下载”',
} as const;

/** Words inside the exported sheet. */
export const exportSheetWords = {
  unit: '单位：{organisation}',
  heading: '　范围：{filter}',
  footer: '筛选：{filter}　用途：{reason}　经办人：',
  all: '全部',
  watermarkMasked: '{name} {time} 导出 已脱敏',
  watermarkPlain: '{name} {time} 导出 未脱敏 批准人 {approver} 用后及时删除',
  pageNumber: '第 &P 页，共 &N 页',
} as const;

/** Lines of the trail. */
export const exportsEvents = {
  'export.made': '申请导出',
  'export.decided': '审批导出',
  'export.downloaded': '下载导出文件',
} as const;

export const exportStatusLabels = {
  ready: '可下载',
  waiting: '待审批',
  approved: '已同意',
  refused: '未同意',
  downloaded: '已下载',
} as const;

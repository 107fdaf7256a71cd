// The ledger of hours as a sheet, in the order of the fields for service records of MZ/T 061-2015 (volunteer, project,
// record), as far as a street has them.

export const hoursColumns = {
  name: { label: '志愿者姓名', width: 12 },
  project: { label: '志愿项目', width: 28 },
  organisation: { label: '记录单位', width: 28 },
  day: { label: '服务日期', width: 12 },
  startedAt: { label: '服务开始时间', width: 18 },
  endedAt: { label: '服务结束时间', width: 18 },
  hours: { label: '服务时长（小时）', width: 16 },
  credit: { label: '记录类别', width: 12 },
  source: { label: '记录方式', width: 14 },
  late: { label: '补传', width: 8 },
  corrected: { label: '更正原因', width: 24 },
  signedBy: { label: '记录人', width: 12 },
  recordedAt: { label: '记录时间', width: 18 },
  entryId: { label: '记录编号', width: 38 },
} as const;

export type HoursColumn = keyof typeof hoursColumns;

export const hoursSheetWords = { exportTitle: '志愿服务时长台账', yes: '是', no: '否' } as const;

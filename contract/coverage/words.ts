import type { StaffingWarning } from './records.ts';

export const staffingWarningWords: Record<StaffingWarning, string> = {
  'coverage.grid_without_full_time': '没有专职网格员，一格要有一员',
  'coverage.grid_with_many_full_time': '有两名以上专职网格员，专职是一格一员',
  'coverage.grid_with_one_part_time': '兼职只有一人，兼职是一格多员',
  'coverage.full_time_on_many_grids': '登记为专职，却管着几个网格，请改成专业或调整',
  'coverage.professional_on_one_grid': '登记为专业（一员多格），只管着一个网格',
  'coverage.part_time_on_many_grids': '登记为兼职，却管着几个网格',
  'coverage.staffing_missing': '没有登记是专职、专业还是兼职',
};

export const coverageProblems = { ...staffingWarningWords };

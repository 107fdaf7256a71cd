/** `2026-11-21 10:22` in Asia/Shanghai, as people write it on a sheet. */
export const shanghaiMinute = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Upper bounds of a sheet that somebody hands in. They keep a hostile or broken file from filling the
 * memory or the disk; a street's largest honest register stays far below them.
 */
export const sheetLimits = {
  /** Rows with content, header included. */
  rows: 200_000,
  columns: 200,
  /** What Excel itself allows in one cell. */
  cellCharacters: 32_767,
  fileBytes: 50 * 1024 * 1024,
  /** Of one part of a workbook after inflating. */
  inflatedBytes: 512 * 1024 * 1024,
  /** Inflated : stored, looked at once a part is larger than `ratioFreeBytes`. Honest sheets reach 30. */
  inflateRatio: 250,
  ratioFreeBytes: 16 * 1024 * 1024,
  /** Parts in a workbook; an honest one has tens. */
  zipEntries: 5_000,
  mergedRanges: 100_000,
} as const;

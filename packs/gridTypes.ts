import type { GridType } from './pack.ts';

/** Kinds of grid that several streets share; colours from the series palette of the visual language. */
export const residential: GridType = { code: 'residential', label: '居住型', color: '#0050B3' };
export const commercial: GridType = { code: 'commercial', label: '商圈型', color: '#D98019' };
export const resort: GridType = { code: 'resort', label: '环球影城型', color: '#D98019' };
export const industrial: GridType = { code: 'industrial', label: '产业型', color: '#2A9D8F' };
export const vacantLand: GridType = { code: 'vacant_land', label: '空白地块型', color: '#6E6A63' };

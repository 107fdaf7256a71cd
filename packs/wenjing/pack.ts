import { industrial, residential, resort, vacantLand } from '../gridTypes.ts';
import type { Pack } from '../pack.ts';
import { carefulPoints } from '../points.ts';

/**
 * 文景街道 of Tongzhou, Beijing: 36 grids, 9 residential, 5 around the resort, 7 industrial, 15 vacant land.
 * The statistical list of 2023 knows one community only, which stands for the whole street (PROVENANCE.md).
 */
export const wenjing: Pack = {
  street: {
    code: 110112009,
    name: '文景街道',
    district: '北京市通州区',
    schematic: true,
    hotlinePrefix: 'WJ',
  },
  communities: [{ code: '110112009498', name: '文景街道虚拟社区', kind: 'community' }],
  areasFile: new URL('./areas.geojson', import.meta.url),
  datum: 'CGCS2000',
  gridTypes: [residential, resort, industrial, vacantLand],
  calendar: {
    region: 'CN',
    workingHours: [
      { from: '08:00', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ],
  },
  points: carefulPoints,
  programmes: {
    swift_response: '接诉即办',
    photo_report: '随手拍',
    grid_service: '网格+志愿',
  },
  theme: {
    platform: '家力量',
    motto: '网格吹哨，部门报到',
    greetings: ['看见问题拍一张，网格员来接手', '家门口的事，有人管、有回音'],
  },
};

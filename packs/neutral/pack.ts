import { kindRules } from '#contract/cases/kinds.ts';
import { commercial, industrial, residential, vacantLand } from '../gridTypes.ts';
import type { Pack } from '../pack.ts';
import { carefulPoints } from '../points.ts';

/** An invented street for tests, so that no rule of the platform leans on one street's practice. */
export const neutral: Pack = {
  street: {
    code: 990101001,
    name: '梧桐街道',
    district: '示例市示例区',
    schematic: true,
    hotlinePrefix: 'WT',
  },
  communities: [
    { code: '990101001001', name: '北廊社区', kind: 'community' },
    { code: '990101001002', name: '南廊社区', kind: 'community' },
  ],
  areasFile: new URL('./areas.geojson', import.meta.url),
  datum: 'CGCS2000',
  gridTypes: [residential, commercial, industrial, vacantLand],
  calendar: {
    region: 'CN',
    workingHours: [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
  },
  // A dispute is signed twice here, as no kind of the platform has it.
  kinds: { dispute: { ...kindRules.dispute, review: [2, 3] } },
  points: carefulPoints,
  programmes: {},
  theme: {
    platform: '家力量',
    motto: '邻里的事，一起办',
    greetings: ['有事您说一声'],
  },
};

import { commercial, industrial, residential, vacantLand } from '../gridTypes.ts';
import type { Pack } from '../pack.ts';
import { carefulPoints } from '../points.ts';
import { beiyuanProgrammes } from './programmes.ts';

/** 北苑街道 of Tongzhou, Beijing. Names and codes are public; boundaries are a drawing (PROVENANCE.md). */
export const beiyuan: Pack = {
  street: {
    code: 110112003,
    name: '北苑街道',
    district: '北京市通州区',
    schematic: true,
    hotlinePrefix: 'BY',
  },
  communities: [
    { code: '110112003001', name: '新华西街社区', kind: 'community' },
    { code: '110112003002', name: '中山街社区', kind: 'community' },
    { code: '110112003003', name: '复兴南里社区', kind: 'community' },
    { code: '110112003004', name: '北苑桥社区', kind: 'community' },
    { code: '110112003005', name: '后南仓社区', kind: 'community' },
    { code: '110112003007', name: '新城南街社区', kind: 'community' },
    { code: '110112003009', name: '帅府社区', kind: 'community' },
    { code: '110112003011', name: '玉带路社区', kind: 'community' },
    { code: '110112003012', name: '西关社区', kind: 'community' },
    { code: '110112003014', name: '长桥园社区', kind: 'community' },
    { code: '110112003016', name: '果园西社区', kind: 'community' },
    { code: '110112003018', name: '滨惠南三街社区', kind: 'community' },
    { code: '110112003022', name: '官园社区', kind: 'community' },
    { code: '110112003901', name: '示意村1', kind: 'village' },
    { code: '110112003902', name: '示意村2', kind: 'village' },
    { code: '110112003903', name: '示意村3', kind: 'village' },
  ],
  areasFile: new URL('./areas.geojson', import.meta.url),
  datum: 'CGCS2000',
  gridTypes: [residential, commercial, industrial, vacantLand],
  calendar: {
    region: 'CN',
    workingHours: [
      { from: '08:00', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ],
  },
  activityProgrammes: beiyuanProgrammes,
  points: { ...carefulPoints, programme: '双向积分+' },
  programmes: {
    swift_response: '接诉即办',
    proactive_governance: '未诉先办',
    ask_me_first: '有事您找我',
    photo_report: '随手拍',
    grid_service: '热线+网格',
    mobilisation: '副中心有我',
    volunteer_family: '志愿家庭',
    mutual_points: '双向积分+',
    star_selection: '星选计划',
    deliberation_hall: '社区议事厅',
    enterprise_service: '企业服务包',
  },
  theme: {
    platform: '家力量',
    motto: '家人同心，家事共商，家园同筑',
    greetings: ['邻里的事，一起商量着办', '有事您说一声，件件有回音', '楼门里多一份照应，家门口多一份安心'],
  },
};

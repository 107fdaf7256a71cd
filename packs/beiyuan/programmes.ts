import type { PackProgramme } from '../programmes.ts';

/** Programmes of 北苑 by their public names, each with templates an organiser only has to date. */
export const beiyuanProgrammes: readonly PackProgramme[] = [
  {
    brand: 'treasure',
    name: '宝贝计划',
    aims: '每周至少一场，让4岁以上的孩子在社区里动手、动脑、交朋友。',
    forChildren: true,
    templates: [
      template('treasure_science', '科普小实验', 'science', '社区活动室', 90, 20, [4, 12, 8]),
      template('treasure_culture', '非遗手作课', 'culture', '社区活动室', 90, 20, [6, 14, 8]),
      template('treasure_sport', '亲子趣味运动会', 'sport', '社区广场', 120, 40, [4, 12, 12]),
      template('treasure_health', '护齿护眼小课堂', 'health', '社区卫生服务站', 60, 25, [4, 12, 10]),
      template('treasure_labour', '小小物业体验日', 'labour', '物业服务中心', 90, 15, [8, 15, 10]),
    ],
  },
  {
    brand: 'home_keepers',
    name: '文明北苑人·家园守望者',
    aims: '家庭一起守望楼院：捡垃圾、理单车、看望老人。',
    forChildren: false,
    templates: [
      template('keepers_clean', '楼院清洁日', 'environment', '小区中心花园', 90, 40, [null, null, 10]),
      template('keepers_visit', '看望独居老人', 'care', '社区养老驿站', 60, 12, [10, null, 14]),
      template('keepers_sort', '垃圾分类引导', 'environment', '分类投放站', 60, 10, [8, null, 12]),
    ],
  },
  {
    brand: 'wait_for_lights',
    name: '等灯等灯',
    aims: '孩子和家长在路口劝导，等灯、走斑马线、戴头盔。',
    forChildren: true,
    templates: [
      {
        ...template('lights_crossing', '等灯等灯', 'civility', '路口', 90, 40, [4, 12, 12]),
        allotment: 'lottery',
        priority: 'days_90',
        familyCap: 2,
        riskLevel: 'medium',
        riskTold: '在路口劝导，孩子站在便道上，由家长和交通协管员看护，不进机动车道。',
      },
    ],
  },
  {
    brand: 'strolling',
    name: '遛弯儿计划',
    aims: '晚饭后一起走走，边走边看，看到问题随手报。',
    forChildren: false,
    templates: [
      template('stroll_evening', '晚饭后遛弯儿', 'health', '社区南门集合', 60, 30, [null, null, 12]),
    ],
  },
  {
    brand: 'community_scholars',
    name: '社区留学生',
    aims: '孩子到另一个社区“留学”一天，看看别人家的社区怎么过日子。',
    forChildren: true,
    templates: [
      {
        ...template('scholars_day', '去邻家社区留学一天', 'culture', '结对社区', 240, 20, [7, 14, 9]),
        allotment: 'lottery',
        priority: 'never',
        familyCap: 2,
        riskLevel: 'medium',
        riskTold: '集体步行前往结对社区，全程有带队志愿者，中午在社区食堂用餐，有过敏请提前告知。',
      },
    ],
  },
];

type Ages = readonly [min: number | null, max: number | null, accompaniedBelow: number | null];

function template(
  key: string,
  title: string,
  category: PackProgramme['templates'][number]['category'],
  place: string,
  minutes: number,
  places: number,
  [ageMin, ageMax, accompaniedBelow]: Ages,
): PackProgramme['templates'][number] {
  return { key, title, category, place, minutes, places, ageMin, ageMax, accompaniedBelow };
}

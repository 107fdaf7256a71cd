// The tree of matters every street starts with (names in use at hotlines; domain.md 2.7). Local practice edits it later.
import type { CommunityDuty, Urgency } from '#contract/cases/codes.ts';
import type { MatterRecord } from '#contract/cases/records.ts';

type Branch = readonly [code: string, name: string, leaves: string];

/** `*` livelihood, `!` critical, `@` a grid worker may settle it, `+` the community leads, `~` it assists. */
const branches: readonly Branch[] = [
  ['01', '物业管理', '物业服务~ 停车管理~ 电梯* 物业收费~ 公共收益~ 业委会~'],
  ['02', '住房', '房屋漏雨* 老旧小区改造~ 加装电梯~ 公租房 群租 房产证'],
  ['03', '市容环卫', '垃圾清运@~ 暴露垃圾@~ 占道经营 小广告@+ 公厕@'],
  ['04', '城乡建设', '违法建设 施工扰民 扬尘 围挡'],
  ['05', '交通管理', '机动车违停 非机动车停放@~ 信号灯 公交站点 道路破损'],
  ['06', '公共服务', '供水* 供电* 供气* 供暖* 通信 快递 路灯'],
  ['07', '环境保护', '噪声 油烟 异味 水体'],
  ['08', '公共安全', '消防通道~ 飞线充电@~ 楼道堆物@~ 井盖! 高空抛物'],
  ['09', '社会秩序', '邻里纠纷+ 养犬~ 扰民~ 经济纠纷'],
  ['10', '市场管理', '预付卡 食品安全 价格 消费纠纷'],
  ['11', '教育', '入学 校园管理'],
  ['12', '医疗卫生', '看病 防疫'],
  ['13', '民政', '养老+ 救助~ 残疾人~'],
  ['14', '劳动和社会保障', '欠薪 社保'],
  ['15', '园林绿化', '树木修剪 绿地养护'],
  ['16', '文体旅游', '文化活动+ 健身设施~'],
  ['17', '农村管理', '宅基地 土地'],
  ['18', '企业服务', '政策 融资 人才 选址 落户'],
  ['19', '行政投诉', '工作作风 办事效率'],
  ['20', '其他', '其他事项'],
];

/** The seven needs and five natures (七有五性) a branch counts towards. */
const tags: Readonly<Partial<Record<string, string>>> = {
  '01': '便利性',
  '02': '住有所居',
  '03': '宜居性',
  '05': '便利性',
  '06': '便利性',
  '07': '宜居性',
  '08': '安全性',
  '09': '安全性',
  '10': '公正性',
  '11': '学有所教',
  '12': '病有所医',
  '13': '老有所养',
  '14': '劳有所得',
  '15': '宜居性',
  '16': '多样性',
};

export const matters: readonly MatterRecord[] = branches.flatMap(([code, name, leaves]) => [
  matterOf(code, name, null, ''),
  ...leaves.split(' ').map((leaf, index) => {
    const [, word = '', marks = ''] = /^([^*!@+~]+)(.*)$/.exec(leaf) ?? [];
    return matterOf(`${code}${String(index + 1).padStart(2, '0')}`, word, code, marks);
  }),
]);

function matterOf(code: string, name: string, parentCode: string | null, marks: string): MatterRecord {
  const tag = tags[code.slice(0, 2)];
  return {
    code,
    name,
    parentCode,
    urgency: urgencyOf(marks),
    tags: tag ? [tag] : [],
    selfHandle: marks.includes('@'),
    communityDuty: dutyOf(marks),
  };
}

function urgencyOf(marks: string): Urgency {
  if (marks.includes('!')) return 'critical';
  return marks.includes('*') ? 'livelihood' : 'ordinary';
}

function dutyOf(marks: string): CommunityDuty {
  if (marks.includes('+')) return 'lead';
  return marks.includes('~') ? 'assist' : 'none';
}

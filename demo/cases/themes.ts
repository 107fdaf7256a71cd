// What people of the demo ask about: words with gaps, who answers for it, and what it ended with.

export type LeadOf = 'property' | 'community' | 'grid' | 'section';

export interface Theme {
  matter: string;
  lead: LeadOf;
  weight: number;
  /** Water, heat, light: whoever has none cannot wait. */
  urgent?: boolean;
  /** Months in which it is asked; all of them where it says nothing. */
  months?: readonly number[];
  texts: readonly string[];
  results: readonly string[];
}

const winter = [11, 12, 1, 2, 3];
const summer = [5, 6, 7, 8, 9];

/** `{层}`, `{户}`, `{日}` and `{时}` are filled in for each case. */
export const themes: readonly Theme[] = [
  {
    matter: '0101',
    lead: 'property',
    weight: 14,
    texts: [
      '{层}层楼道灯坏了{日}天，晚上看不见台阶',
      '单元门锁不上，谁都能进，住着不放心',
      '楼道好几天没人打扫，{层}层拐角有烟头',
      '门禁卡刷了没反应，老人进不了门',
    ],
    results: [
      '当晚更换灯头和感应器，逐层试亮，{户}户已告知',
      '更换门锁和闭门器，新门卡逐户送到',
      '安排保洁当天清扫，楼门口贴了清扫时间表',
    ],
  },
  {
    matter: '0102',
    lead: 'property',
    weight: 11,
    texts: [
      '地铁口那排车位白天全被外来车占满，{户}户居民下班停不进来',
      '有车长期停在消防通道旁，轮椅过不去',
      '地铁站边的路口车停成两排，接孩子时段堵得动不了',
      '登记的车位被别人占了{日}次，打电话没人挪',
    ],
    results: [
      '地铁口一侧改为居民错时停车，{户}户已登记，高峰有人引导',
      '划了禁停线，装了隔离桩，已告知车主',
      '和车主谈妥，当天挪走，物业每晚巡查一次',
    ],
  },
  {
    matter: '0103',
    urgent: true,
    lead: 'property',
    weight: 7,
    texts: [
      '电梯停在{层}层不动，八十多岁的老人下不了楼',
      '电梯关门有异响，抖得厉害，{日}天了',
      '电梯按键不亮，{层}层要按好几次',
    ],
    results: ['维保单位更换门机皮带，试运行一天无异响', '更换控制板，当天恢复运行，已在楼内公示'],
  },
  {
    matter: '0201',
    urgent: true,
    lead: 'property',
    weight: 8,
    texts: [
      '{层}层卫生间顶上滴水，墙皮掉了一片',
      '外墙渗水，{层}层卧室一面墙发霉',
      '楼顶防水坏了，一下雨{层}层就漏',
    ],
    results: ['查到{层}层下水管接口松动，已更换，观察三天不再渗水', '外墙裂缝已补，雨后回看墙面干燥'],
  },
  {
    matter: '0301',
    lead: 'community',
    weight: 0,
    texts: ['垃圾桶满了{日}天没换'],
    results: ['当天清运'],
  },
  {
    matter: '0302',
    lead: 'property',
    weight: 6,
    texts: ['{层}层住户把装修垃圾堆在楼后，{日}天没清', '垃圾桶满了{日}天没换，楼下有味'],
    results: ['当天清走两车，和装修的住户说好用完就清', '增加一次清运，桶边每天冲洗'],
  },
  {
    matter: '0304',
    lead: 'community',
    weight: 4,
    texts: ['楼门上又贴满小广告，{层}层也有', '单元门口的小广告盖住了通知栏'],
    results: ['社区和志愿者清了一上午，通知栏换了新的', '{户}块小广告已铲除，楼门长每周看一次'],
  },
  {
    matter: '0401',
    lead: 'section',
    weight: 4,
    texts: ['一层住户在窗外搭棚子，挡了二层的光', '楼顶有人砌墙，已经砌了{日}天'],
    results: ['城管到场制止，住户自行拆除，现场已恢复', '已下发通知书，{日}天后复查，棚子已拆'],
  },
  {
    matter: '0402',
    lead: 'section',
    weight: 4,
    texts: ['工地夜里{时}点还在打桩，孩子睡不了', '路口施工早上五点就开始，{户}户都被吵醒'],
    results: ['已约谈施工单位，夜间不再施工，工地门口公示了作业时间', '核实无夜间许可，当晚停工'],
  },
  {
    matter: '0501',
    lead: 'section',
    weight: 5,
    texts: ['地铁口违停的车把盲道占了', '学校门口一排车停到路中间，放学时出不来'],
    results: ['交通协管上下学时段在岗，盲道口装了桩', '协调交警治理{日}次，现在停车有序'],
  },
  {
    matter: '0604',
    urgent: true,
    lead: 'section',
    weight: 9,
    months: winter,
    texts: [
      '{层}层家里暖气只有十五六度，{日}天了',
      '暖气管漏水，关了阀门，整个单元都冷',
      '暖气一直不热，家里有刚出月子的孩子',
    ],
    results: ['供热单位上门排气并清洗滤网，室温升到二十一度', '更换漏水的阀门，当天恢复供暖，{户}户逐户测温'],
  },
  {
    matter: '0505',
    lead: 'section',
    weight: 6,
    months: [12, 1, 2],
    texts: ['小区门口的雪没人扫，老人摔了一跤', '坡道上结了冰，推轮椅上不去', '下雪第二天，{户}户门前还是冰'],
    results: ['当天铲冰撒沙，坡道铺了防滑垫', '社区、物业和志愿者一起扫雪，主路和坡道都通了'],
  },
  {
    matter: '0601',
    urgent: true,
    lead: 'section',
    weight: 3,
    texts: ['{层}层水压小，晚上洗不了澡', '停水没有通知，{户}户都没存水'],
    results: ['水泵检修完毕，{层}层水压恢复正常', '自来水公司抢修后恢复供水，以后停水提前一天通知'],
  },
  {
    matter: '0701',
    lead: 'section',
    weight: 5,
    months: summer,
    texts: ['广场舞音响晚上{时}点还很响', '楼下饭馆的排风机整夜响'],
    results: ['和领舞的居民约好九点收音响，社区每周看两次', '饭馆给排风机加了隔音，夜里实测合格'],
  },
  {
    matter: '0703',
    lead: 'section',
    weight: 3,
    months: summer,
    texts: ['楼下下水道返味，{层}层都闻得到', '河边一股臭味，开不了窗'],
    results: ['疏通管道并加装防臭地漏，复查无味', '水务所清淤两天，气味已消'],
  },
  {
    matter: '0802',
    lead: 'property',
    weight: 9,
    texts: [
      '有人从{层}层拉电线下来给电动车充电',
      '飞线充电，电线从窗户吊到一层，下雨也不收',
      '有几户从自家窗户往下接线充电，看着害怕',
    ],
    results: [
      '当天收走电线，和住户谈好到充电棚充电，充电棚新增{户}个口',
      '物业巡查时拆下电线，楼门口贴了提醒，复查没有再拉',
    ],
  },
  {
    matter: '0803',
    lead: 'property',
    weight: 7,
    texts: ['{层}层楼道堆满纸箱和旧家具，出不去人', '消防柜前放着婴儿车和鞋柜，{日}天没动'],
    results: ['楼门长和物业一起上门，堆物当天清走', '住户自己清走了，楼道恢复通畅'],
  },
  {
    matter: '0804',
    lead: 'section',
    weight: 2,
    texts: ['路边井盖松动，车一压就响', '楼前井盖缺了一角，怕孩子踩空'],
    results: ['先围挡，当天更换井盖', '换了防盗井盖，周边一并查过'],
  },
  {
    matter: '0901',
    lead: 'community',
    weight: 14,
    texts: [
      '楼上孩子夜里跑跳，楼下老人睡不好，想请社区说和',
      '空调冷凝水滴到楼下雨棚，半夜响',
      '{层}层和楼上为漏水吵起来，说不到一起',
      '邻居在门口放鞋架，两家为这事吵过{日}回',
    ],
    results: [
      '社区上门两次，楼上铺了地垫，双方约好晚上九点后安静',
      '社区请两家到场，改接了冷凝水管，当晚不再滴',
      '两家在社区坐下来谈，费用各出一半，已签协议',
    ],
  },
  {
    matter: '0902',
    lead: 'section',
    weight: 3,
    texts: ['有人遛狗不拴绳，孩子被追着跑', '{层}层养的狗白天一直叫'],
    results: ['社区和派出所上门登记，主人承诺拴绳', '和主人谈好白天送去托养，回访邻居说安静了'],
  },
  {
    matter: '1004',
    lead: 'section',
    weight: 2,
    texts: ['健身房关门了，预存的卡没法退', '家门口的理发店换了老板，卡不认'],
    results: ['市场所协调，{户}位居民的余额已退', '新老板同意原卡用完为止'],
  },
];

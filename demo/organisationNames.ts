// Invented organisations. Offices of the subdistrict and of the district carry the names such offices have everywhere.

export const commandCentre = '市民诉求处置中心';

/** The ten sections (科室) of the subdistrict. */
export const sections = [
  '党群工作办公室',
  '社区建设办公室',
  '城市管理办公室',
  '平安建设办公室',
  '民生保障办公室',
  '综合保障办公室',
  '经济发展办公室',
  '纪检监察办公室',
  '市民活动中心',
  commandCentre,
] as const;

/** Ten units of the district that answer a whistle. */
export const departments = [
  '区城市管理委员会',
  '区住房和城乡建设委员会',
  '区生态环境局',
  '区园林绿化局',
  '区水务局',
  '市场监督管理所',
  '派出所',
  '交通支队大队',
  '消防救援站',
  '供热服务中心',
] as const;

/** The first one keeps the estates of 帅府. */
export const propertyBrands =
  '安和 康宁 乐家 同济 和润 嘉宁 惠邻 泰安 金穗 万顺 清和 益民 永嘉 春晖 景盛 福瑞 天禾 兴邻 恒远 佳和 润泽 华庭 明苑 睦邻 顺心 长宁 银河湾 新里程'.split(
    ' ',
  );

export const schools: readonly (readonly [name: string, stage: string])[] = [
  ['槐荫小学', '小学'],
  ['运河湾小学', '小学'],
  ['新芽小学', '小学'],
  ['启明小学', '小学'],
  ['石桥小学', '小学'],
  ['青禾实验学校', '九年一贯制'],
  ['知行中学', '初中'],
  ['通惠初级中学', '初中'],
  ['潞岸中学', '完全中学'],
  ['求是高级中学', '高中'],
  ['朝阳花幼儿园', '幼儿园'],
  ['小蜗牛幼儿园', '幼儿园'],
  ['向日葵幼儿园', '幼儿园'],
  ['百合幼儿园', '幼儿园'],
  ['银杏幼儿园', '幼儿园'],
  ['融合教育学校', '特殊教育'],
];

/** Units of other owners that have joined the party-building council. */
export const memberUnits = ['通惠支行', '槐安卫生服务站', '运河公交场站'] as const;

export const enterpriseBrands =
  '云杉 青屿 拾光 木星 远山 朗图 北辰里 知更 白桦 溪谷 苍穹 启岚 墨点 原野 听涛 星槎 禾木 恒橡 锐帆 橙果 牧野 砚台 蓝鲸湾 浅草 乐石 驰山 玄鸟 万象里 鹿鸣 长庚'.split(
    ' ',
  );
export const enterpriseTrades: readonly (readonly [name: string, industry: string])[] = [
  ['数据技术', '软件和信息技术'],
  ['文化传媒', '文化创意'],
  ['餐饮管理', '餐饮'],
  ['建筑工程', '建筑'],
  ['商贸', '批发零售'],
  ['物流', '交通运输'],
  ['生物科技', '科学研究'],
  ['财务咨询', '商务服务'],
  ['教育科技', '教育服务'],
  ['供应链管理', '商务服务'],
];

export const merchantBrands =
  '老槐树 小满 邻家 三间房 四季 巷口 好味 阿姐 同福 一碗 晨光 百姓 喜乐 转角 大树下'.split(' ');
export const merchantTrades =
  '早点铺 面馆 理发店 便利店 水果店 药店 洗衣店 书店 修鞋铺 眼镜店 五金店 花店'.split(' ');

/** Teams of the whole street; each community has a team of its own besides. */
export const streetTeams = [
  '扫雪铲冰队',
  '文明引导队',
  '楼道清理队',
  '停车自治队',
  '垃圾分类指导队',
  '助老跑腿队',
  '应急互助队',
  '亲子志愿队',
];

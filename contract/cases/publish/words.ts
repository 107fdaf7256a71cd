// How personal data looks in Chinese texts, and what stands in its place once everybody may read them.

const digit = '[0-9０-９]';
const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费薛雷贺倪汤罗毕郝安常于傅康齐元顾孟黄穆萧尹姚邵汪毛米明戴宋庞熊纪舒项祝董梁杜阮蓝闵季贾江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万管卢莫房解应丁邓郁洪包石崔吉龚程邢裴陆荣翁曲储靳段侯全宁武刘景詹龙叶黎乔';
const titles =
  '先生|女士|小姐|阿姨|大爷|大妈|大娘|大叔|大哥|大姐|奶奶|爷爷|叔叔|婶|师傅|老师|书记|主任|经理|医生|同志|某某?';

export const scrubName = '姓名';

interface ScrubRule {
  name: string;
  pattern: RegExp;
  put: string;
}

/** In this order: longer numbers first, so that a part of one is not taken for another. */
export const scrubRules: readonly ScrubRule[] = [
  {
    name: '身份证号',
    pattern: new RegExp(`(?<!${digit})${digit}{17}[0-9Xx](?!${digit})`, 'gu'),
    put: '（证件号略）',
  },
  { name: '电话', pattern: /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/gu, put: '（电话略）' },
  { name: '电话', pattern: /(?<!\d)(?:0\d{2,3}[- ]?)[2-9]\d{6,7}(?!\d)/gu, put: '（电话略）' },
  { name: '长号码', pattern: /(?<!\d)\d{9,}(?!\d)/gu, put: '（号码略）' },
  { name: '电子邮箱', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, put: '（邮箱略）' },
  { name: '微信号', pattern: /(微信号?|WX|wx|vx|VX)[:：是 ]{0,3}[A-Za-z][\w-]{4,19}/gu, put: '$1（略）' },
  {
    name: '车牌',
    pattern: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·. ]?[A-Z0-9]{5,6}/gu,
    put: '（车牌略）',
  },
  { name: '门牌', pattern: /(单元|门)[ ,，-]*\d{3,4}(?:室|号房|号|户)?(?!\d)/gu, put: '$1' },
  { name: '门牌', pattern: /(?<!\d)(\d{1,3})[-－—]\d{1,2}[-－—]\d{3,4}(?:室|号|户)?(?!\d)/gu, put: '$1号楼' },
  { name: '门牌', pattern: /(?<!\d)\d{3,4}(?:室|号房|户|号住户)(?!\d)/gu, put: '某户' },
  {
    name: scrubName,
    pattern: new RegExp(`[${surnames}][\\u4e00-\\u9fa5]{1,2}(${titles})`, 'gu'),
    put: '某$1',
  },
  {
    name: scrubName,
    pattern: new RegExp(`(?<![\\u4e00-\\u9fa5])[${surnames}](${titles})`, 'gu'),
    put: '某$1',
  },
  {
    name: scrubName,
    pattern: new RegExp(
      `((?:我叫|名叫|姓名|联系人|户主|业主)[:：是 ]{0,2})[${surnames}][\\u4e00-\\u9fa5]{1,2}`,
      'gu',
    ),
    put: '$1某某',
  },
];

/** Stands for a name that the case itself knows. */
export const namePut = '某某';

export const publishProblems = {
  'case.publish_not_solved': '只有解决了并正常结案的件可以公开。',
  'case.publish_personal': '文字里还有个人信息：{found}。请改掉再公开。',
  'case.publish_private': '举报、纠纷和企业诉求不公开。',
  'case.publish_hidden': '诉求人要求不公开。',
  'case.publish_known': '这件事已经公开，要改请先撤下。',
  'case.photo_not_agreed': '诉求人没有同意公开这张照片。',
  'case.photo_unknown': '这张照片不在这件事里，或者不能公开。',
  'case.photo_nothing_to_agree': '您在这件事里没有照片，不用选。',
  'case.publish_none': '这件事没有公开。',
  'case.public_unknown': '没有这件公开的事，可能已经撤下。',
} as const;

// How addresses are spoken and written; read by the address parser.

/** Digits of numerals, by value; a tuple of the plain, the financial and the spoken form. */
export const numeralDigits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

export const numeralUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100 };

/** What stands before a name in a sentence and is no part of it; the longest is cut first. */
export const leadIns: readonly string[] = [
  '北京市',
  '北京',
  '通州区',
  '通州',
  '北苑街道',
  '您好',
  '你好',
  '大家好',
  '我们家在',
  '我家住在',
  '我家住',
  '我家在',
  '我住在',
  '我住',
  '住在',
  '我们是',
  '我们这边',
  '我们',
  '我是',
  '咱们',
  '这里是',
  '地址是',
  '地址在',
  '地址',
  '位于',
  '就在',
  '家住',
  '现住',
  '反映',
  '请问',
  '麻烦看看',
  '麻烦',
  '还有',
  '以及',
  '关于',
  '昨晚',
  '昨天',
  '今天',
  '今早',
  '咱',
  '我',
  '在',
  '住',
  '是',
  '的',
  '到',
  '从',
];

/** Endings that people leave out of a name. */
export const droppedEndings: readonly string[] = ['平房院', '小区', '社区', '院'];

const number = '(?:\\d{1,3}|[零〇一二两三四五六七八九十百]{1,4})';
const road = '[\\p{Script=Han}]{1,7}(?:大街|南街|北街|西街|东街|路|街|胡同|巷|条|里|仓|园|关)';
const endings = '小区|家园|花园|嘉园|雅园|新村|新居|公寓|大院|平房院|院落|新苑|苑|里|园|庭|府|城|湾|轩';

/** Shapes of the parts of an address; sources of patterns with the flag `u`. */
export const addressShapes = {
  community: '([\\p{Script=Han}\\d]{2,12}?)(?:社区|居委会|村委会)',
  courtyard: `(?:${road})?[甲乙丙]?${number}号(?:平房|大)?院`,
  roadNumber: `${road}[甲乙丙]?${number}号(?![楼门院房#线])`,
  estate: `[\\p{Script=Han}]{1,8}?(?:${endings})(?:小区|家园|新村|新居|公寓)?(?!街道)(?:${number}[区期]|[东南西北中]区)?`,
  building: `(?<![\\d第])(${number})\\s?(?:号楼|#楼|号\\s楼|#|幢|栋|号幢|号栋)`,
  buildingBeforeUnit: `(?<!\\d)(${number})楼(?=[\\s,，、的]{0,2}${number}\\s?(?:单元|门))`,
  unit: `(?<!\\d)(${number})\\s?(?:单元|号楼门|楼门)`,
  gate: `(${number})号?门(?:洞)?(?!口|外|前|牌)`,
  floor: `(?<![\\d第])(${number})\\s?层`,
  spokenFloor: `(?<!\\d)(\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?楼(?!栋|门|上|下|道|梯|顶|长)`,
} as const;

// Words of the sheets of residents and households: headers, what people write for them, and explanations.

export const registerTitles = { residents: '居民台账', households: '住户台账' } as const;

interface SheetColumn {
  label: string;
  synonyms: readonly string[];
  explanation: string;
}

export const rosterColumns = {
  entranceCode: {
    label: '楼门编码',
    synonyms: ['楼门代码', '单元编码'],
    explanation: '有编码就不用填小区、楼、单元',
  },
  community: { label: '社区', synonyms: ['所属社区', '居委会', '村'], explanation: '同名小区时用来区分' },
  estate: {
    label: '小区',
    synonyms: ['小区名称', '院落', '楼院', '小区院落', '所在小区'],
    explanation: '写登记的小区名',
  },
  building: { label: '楼号', synonyms: ['楼栋', '楼', '栋号', '楼栋号'], explanation: '如 3 或 3号楼' },
  unit: { label: '单元', synonyms: ['单元号', '门', '楼门', '门洞'], explanation: '如 2 或 2单元' },
  room: {
    label: '房号',
    synonyms: ['门牌', '室', '房间号', '户号', '室号', '门牌号'],
    explanation: '如 301',
  },
  houseUse: {
    label: '房屋使用',
    synonyms: ['房屋用途', '住房性质', '自住出租', '居住情况', '房屋状态'],
    explanation: '自住、出租、空置、其他',
  },
  name: {
    label: '姓名',
    synonyms: ['居民姓名', '住户姓名', '户主姓名', '成员姓名'],
    explanation: '空置房可不填',
  },
  relation: {
    label: '与户主关系',
    synonyms: ['关系', '家庭关系', '与房主关系'],
    explanation: '户主、配偶、子女、父母等',
  },
  sex: { label: '性别', synonyms: [], explanation: '男或女' },
  idNumber: {
    label: '身份证号',
    synonyms: ['身份证', '证件号码', '公民身份号码', '证件号'],
    explanation: '18位，设为文本',
  },
  bornOn: {
    label: '出生日期',
    synonyms: ['生日', '出生年月日', '出生年月'],
    explanation: '有身份证号可不填',
  },
  phone: {
    label: '联系电话',
    synonyms: ['电话', '手机', '手机号', '联系方式', '手机号码'],
    explanation: '手机号或座机',
  },
  careTags: {
    label: '关爱标签',
    synonyms: ['人员类别', '重点人群', '特殊人群', '标签', '备注类别'],
    explanation: '独居、重病、残疾、孕产、低保、退役军人等，用顿号隔开',
  },
  guardianName: {
    label: '监护人',
    synonyms: ['监护人姓名', '家长'],
    explanation: '未满14岁必填，填同一户的家长',
  },
  guardianRelation: {
    label: '监护人关系',
    synonyms: ['监护关系'],
    explanation: '母亲、父亲、祖父母或外祖父母、其他监护人',
  },
  consentNote: {
    label: '监护人同意书编号',
    synonyms: ['同意书编号', '同意书', '存档编号'],
    explanation: '未满14岁必填，纸质存档编号',
  },
  note: { label: '住户备注', synonyms: ['备注', '户情'], explanation: '' },
} as const satisfies Record<string, SheetColumn>;

/** What people write for a use, beside its own name. */
export const houseUseSynonyms = {
  自有: 'owned',
  自用: 'owned',
  租赁: 'rented',
  租住: 'rented',
  空房: 'vacant',
  闲置: 'vacant',
} as const;

export const relationSynonyms = {
  本人: 'head',
  妻: 'spouse',
  妻子: 'spouse',
  夫: 'spouse',
  丈夫: 'spouse',
  子: 'child',
  女: 'child',
  儿子: 'child',
  女儿: 'child',
  父: 'parent',
  母: 'parent',
  父亲: 'parent',
  母亲: 'parent',
  孙子: 'grandchild',
  孙女: 'grandchild',
  外孙: 'grandchild',
  外孙女: 'grandchild',
  租客: 'flatmate',
} as const;

export const careTagSynonyms = {
  高龄: 'aged_80',
  '80以上': 'aged_80',
  独居老人: 'lives_alone',
  大病: 'long_ill',
  病患: 'long_ill',
  残疾人: 'disabled',
  孕妇: 'pregnant',
  低保户: 'low_income',
  困难: 'low_income',
  退伍军人: 'veteran',
  失独家庭: 'lost_only_child',
  空巢老人: 'left_behind',
} as const;

/** Ends of names of places that people leave out: `3号楼` is also written `3`. */
export const placeEnds = ['号楼', '栋', '幢', '座', '楼', '单元', '门', '号'];

/** What separates several tags in one cell. */
export const tagSeparators = /[、,，;；/ ]+/u;

export const residentHeaders = {
  name: '姓名',
  sex: '性别',
  age: '年龄',
  bornOn: '出生日期',
  idNumber: '身份证号',
  phone: '联系电话',
  relation: '与户主关系',
  address: '住址',
  careTags: '关爱标签',
} as const;

export const householdHeaders = {
  address: '地址',
  room: '房号',
  houseUse: '房屋使用',
  headName: '户主',
  headPhone: '户主电话',
  memberCount: '人数',
  minors: '未成年人',
  careTags: '关爱标签',
  tags: '标签',
} as const;

export const rosterProblems = {
  'roster.place_missing': '请填楼门编码，或填小区、楼号和单元',
  'roster.place_unknown': '没有找到这个楼门（{place}）。请核对小区、楼号、单元，或改填楼门编码',
  'roster.place_ambiguous': '有 {count} 个楼门都叫“{place}”，请填社区或楼门编码',
  'roster.tag_unknown':
    '有不认识的标签。可以填独居、重病、残疾、孕产、低保、退役军人、失独、空巢，用顿号隔开',
  'roster.phone': '手机号要11位，座机带区号，只填数字',
} as const;

// Chinese marks by which names and addresses are cut, and what is wrong with an identity number.

/** Surnames of two characters that are met today; all others have one. */
export const compoundSurnames = [
  ...[
    '欧阳',
    '司马',
    '上官',
    '诸葛',
    '司徒',
    '东方',
    '独孤',
    '南宫',
    '夏侯',
    '皇甫',
    '尉迟',
    '公孙',
    '慕容',
    '令狐',
  ],
  ...[
    '长孙',
    '宇文',
    '轩辕',
    '端木',
    '百里',
    '呼延',
    '东郭',
    '南门',
    '西门',
    '公羊',
    '澹台',
    '濮阳',
    '赫连',
    '申屠',
  ],
  ...['公冶', '太叔', '钟离', '闻人', '万俟', '淳于', '单于', '拓跋', '完颜', '耶律', '纳兰', '第五', '欧陽'],
];

/** Ends of an address that name a building, longest first; what follows tells the household. */
export const buildingMarks = ['号楼', '栋', '幢', '座', '#楼', '#'];

/** Ends that name an estate or courtyard, used when no building is named. */
export const estateMarks = ['小区', '家园', '花园', '社区', '号院', '胡同', '大院'];

/** Numerals that may stand before a building mark, beside digits and letters. */
export const buildingNumerals = '零〇一二三四五六七八九十百甲乙丙丁戊东西南北';

export const identityNumberProblems = {
  'id_number.length': '身份证号要18位，现在是{length}位',
  'id_number.characters': '身份证号前17位是数字，最后一位是数字或X',
  'id_number.birthday': '身份证号里的出生日期{birthday}不存在，请对照证件再看一遍',
  'id_number.checksum': '身份证号的最后一位对不上，可能有一位写错了，请对照证件再看一遍',
};

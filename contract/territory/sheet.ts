// The register of entrances as a sheet: how its columns are called, going in and out.

export const areaSheetColumns = {
  community: {
    label: '社区',
    synonyms: ['社区名称', '村', '所属社区', '社区（村）'],
    explanation: '社区或村的名称或12位编码；网格写编码时可以不填',
    width: 20,
  },
  grid: {
    label: '网格',
    synonyms: ['网格名称', '网格编码', '所属网格', '网格编号'],
    explanation: '网格的15位编码或名称',
    width: 24,
  },
  estate: {
    label: '小区',
    synonyms: ['小区名称', '院落', '楼院', '小区（院）', '居民小区'],
    explanation: '小区或平房院落的名称，没有就不填',
    width: 24,
  },
  estateKind: {
    label: '小区类别',
    synonyms: ['院落类别', '小区性质'],
    explanation: '楼房小区或平房院落，不填按楼房小区',
    width: 12,
  },
  building: {
    label: '楼栋',
    synonyms: ['楼号', '楼', '楼栋号', '栋'],
    explanation: '比如 3号楼；平房院落不填',
    width: 14,
  },
  entrance: {
    label: '楼门',
    synonyms: ['单元', '单元号', '楼门号', '门', '院门'],
    explanation: '比如 2单元',
    width: 14,
  },
  households: {
    label: '设计户数',
    synonyms: ['户数', '总户数', '应有户数'],
    explanation: '盖楼时的户数，0到20000',
    width: 10,
  },
  aliases: {
    label: '别名',
    synonyms: ['俗称', '又名', '曾用名'],
    explanation: '小区或楼门的其他叫法，用顿号隔开',
    width: 24,
  },
} as const;
export type AreaSheetColumn = keyof typeof areaSheetColumns;

export const areaListColumns = {
  level: { label: '层级', width: 10 },
  name: { label: '名称', width: 28 },
  code: { label: '编码', width: 26 },
  place: { label: '所在', width: 40 },
  gridType: { label: '网格类型', width: 14 },
  households: { label: '设计户数', width: 10 },
  aliases: { label: '别名', width: 24 },
  validFrom: { label: '启用日', width: 12 },
  validTo: { label: '撤销日', width: 12 },
} as const;
export type AreaListColumn = keyof typeof areaListColumns;

export const areaSheetWords = { title: '网格与楼门', entrances: '楼门表' } as const;

// The register as a sheet: how its columns are called, going in and out.

interface SheetColumnWords {
  label: string;
  synonyms: readonly string[];
  explanation: string;
  /** In characters of the standard font. */
  width: number;
}

export const organisationColumns = {
  name: {
    label: '单位名称',
    synonyms: ['名称', '企业名称', '公司名称', '商户名称', '字号', '单位'],
    explanation: '营业执照上的全称',
    width: 36,
  },
  kind: {
    label: '单位类别',
    synonyms: ['类别', '类型', '单位类型', '性质'],
    explanation:
      '企业、商户、物业公司、学校、委办局、街道科室、社区居委会、志愿服务队、党组织、驻区单位；不填按企业',
    width: 14,
  },
  shortName: { label: '简称', synonyms: ['单位简称'], explanation: '', width: 16 },
  creditCode: {
    label: '统一社会信用代码',
    synonyms: ['信用代码', '社会信用代码', '统一信用代码', '营业执照号'],
    explanation: '18位。有代码的按代码认同一家，没有的按名称',
    width: 24,
  },
  industry: { label: '行业', synonyms: ['所属行业', '行业类别', '经营范围'], explanation: '', width: 16 },
  area: {
    label: '所在区域',
    synonyms: ['所属网格', '网格', '所属社区', '社区', '网格编码', '楼栋', '区域编码'],
    explanation: '社区、网格或楼栋的编码或名称；名称有重复的请写编码',
    width: 20,
  },
  address: {
    label: '地址',
    synonyms: ['经营地址', '注册地址', '详细地址', '办公地址', '住所'],
    explanation: '',
    width: 36,
  },
  partyMemberCount: {
    label: '党员人数',
    synonyms: ['党员数', '党员'],
    explanation: '不清楚的不填',
    width: 10,
  },
  partyOrganisation: {
    label: '党组织名称',
    synonyms: ['党组织', '党支部', '所属党组织'],
    explanation: '',
    width: 24,
  },
  councilMember: {
    label: '成员单位',
    synonyms: ['是否成员单位', '党建协调委员会成员单位'],
    explanation: '是或否',
    width: 10,
  },
  contactName: {
    label: '联系人',
    synonyms: ['负责人', '法定代表人', '联系人姓名', '法人'],
    explanation: '',
    width: 12,
  },
  contactDuty: { label: '职务', synonyms: ['联系人职务'], explanation: '', width: 12 },
  contactPhone: {
    label: '联系电话',
    synonyms: ['电话', '手机', '手机号', '联系方式'],
    explanation: '',
    width: 16,
  },
} as const satisfies Record<string, SheetColumnWords>;

export type OrganisationColumn = keyof typeof organisationColumns;

export const organisationSheetWords = {
  importTitle: '单位',
  exportTitle: '单位台账',
  yes: '是',
  no: '否',
} as const;

import type { AreaKind, Level, ResourceKind } from './levels.ts';

export const levelWords: Record<Level, string> = {
  street: '街道',
  community: '社区',
  big_grid: '大网格',
  grid: '网格',
  estate: '小区',
  building: '楼栋',
  entrance: '楼门',
};

export const areaKindWords: Record<AreaKind, string> = {
  community: '社区',
  village: '村',
  estate: '楼房小区',
  courtyard: '平房院落',
  unit: '单元楼门',
  gate: '院门',
};

export const resourceKindWords: Record<ResourceKind, string> = {
  facility: '公共设施',
  unit: '单位',
  risk: '风险点',
  volunteer_point: '志愿点位',
  waste_point: '垃圾投放点',
  rest_stop: '歇脚点',
  notice_board: '公告栏',
  fire_point: '消防点位',
  parking: '停车点',
};

export const areaFieldWords = {
  name: '名称',
  kind: '类别',
  aliases: '别名',
  gridType: '网格类型',
  householdsDeclared: '设计户数',
  note: '备注',
  path: '上级',
  validTo: '撤销日',
} as const;

export const territoryProblems = {
  'area.outside_your_area': '这里不在您负责的范围内，请找负责的社区或网格查看。',
  'area.level_not_below': '{level}不能放在{parentLevel}下面，请选上一级的地方。',
  'area.kind_of_other_level': '{level}没有这个类别，请换一个。',
  'area.grid_type_unknown': '没有这个网格类型：{gridType}。请先在网格类型里加上。',
  'area.grid_type_not_here': '只有网格才分类型，{level}不用填。',
  'area.code_invalid': '编码不合规矩：{code}。{rule}',
  'area.code_taken': '编码{code}已经用在“{name}”上，请换一个。',
  'area.name_taken': '“{parent}”下面已经有“{name}”，请换个名称或先核对是不是同一处。',
  'area.into_itself': '不能放到自己或自己的下级里面。',
  'area.grids_keep_code': '下面有{count}个网格的编码属于原来的社区，请先把这些网格一个个移过去并换新编码。',
  'area.same_place': '它现在就在这里，不用移动。',
  'area.is_street': '街道本身不能移动或撤销。',
  'area.has_children': '下面还有{count}处在用，请先移走或撤销它们。',
  'area.retired': '这里已在{validTo}撤销，不能再改。',
  'area.parent_retired': '“{name}”已撤销，请选一处在用的地方。',
  'area.day_before_start': '日期早于它的启用日{validFrom}，请改晚一些。',
  'boundary.in_future': '边界的启用日不能晚于今天，请改为{today}或更早。',
  'boundary.before_present': '现在的边界从{validFrom}起用，新边界要从这一天或以后起用。',
  'boundary.changed_meanwhile': '{by}刚画了新的边界，请先看看再决定。您的图形还在。',
  'boundary.twice': '第{feature}个图形和第{other}个都对上了“{name}”，请留一个。',
  'boundary.off_parent': '它落在“{parent}”的边界外面，请核对坐标系和图形。',
  'boundary.moved_far': '和现在的边界差了约{metres}米，坐标系可能选错了。',
  'boundary.assignments_unreadable': '手工对应的内容读不出来，请重新选择。',
  'area.grid_unknown': '没有找到网格“{grid}”，请核对名称或改写15位编码。',
  'area.grid_ambiguous': '叫“{grid}”的网格不止一处，请同时写社区，或改写15位编码。',
  'resource.outside_area': '这个点离“{name}”的边界有{metres}米，请核对位置或换一个网格。',
  'area.not_reshapable': '移动和撤销要由上一级来办。',
} as const;

/** What a code must look like, told when one does not. */
export const codeRules = {
  community: '社区编码是12位数字，前9位是街道编码',
  grid: '网格编码是15位数字，前12位是社区编码，后3位是顺序号',
  other: '用数字、字母和短横，最多40位',
} as const;

export const resourceFieldWords = {
  kind: '类别',
  name: '名称',
  position: '位置',
  publicPhone: '公开电话',
  note: '备注',
} as const;

/** What drawing programs call the code and the name of a shape; compared without case. */
export const boundaryPropertyWords = {
  code: ['code', 'grid_code', 'gridcode', 'id', '编码', '网格编码', '社区编码', '代码'],
  name: ['name', 'grid_name', 'title', '名称', '网格名称', '社区名称', '社区'],
} as const;

/** What each event of the trail says; the audit page joins the sentences of all modules. */
export const territoryEvents = {
  'area.created': '新建了区域',
  'area.planted': '批量建立了区域',
  'area.changed': '修改了区域信息',
  'area.moved': '调整了区域的上级',
  'area.retired': '停用了区域',
  'boundary.drawn': '更新了边界',
  'boundary.planted': '批量导入了边界',
  'resource.added': '添加了网格资源',
  'resource.changed': '修改了网格资源',
  'resource.removed': '移除了网格资源',
} as const;

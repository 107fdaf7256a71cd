// Doors that were closed, borders that were looked over, and what was marked on the sheets.
import { readArea, retireArea } from '#contract/territory/endpoints.ts';
import type { ResourceKind } from '#contract/territory/levels.ts';
import { addResource, drawBoundary, listBoundaries } from '#contract/territory/mapEndpoints.ts';
import { closedGates } from '../places.ts';
import { perform } from '../stage.ts';
import type { Cast, Scene } from '../year.ts';

const keeper = '城市管理办公室';
const shuaifu = '110112003009';

export function placeScenes(cast: Cast): Scene[] {
  return [
    ...closedGates.map((gate, index) => ({
      daysAgo: 171 - index * 52,
      hour: 11,
      play: () => close(cast, gate.code),
    })),
    ...[`${shuaifu}007`, `${shuaifu}008`].map((code) => ({
      daysAgo: 128,
      hour: 16,
      play: () => lookOver(cast, code),
    })),
    ...marks.map((mark, index) => ({ daysAgo: 240 - index * 6, hour: 10, play: () => put(cast, mark) })),
  ];
}

async function close(cast: Cast, code: string): Promise<void> {
  const params = { areaId: placeOf(cast, code).areaId };
  const chief = cast.chiefOf(keeper);
  const { version } = await perform(cast.stage, chief, readArea, { params });
  await perform(cast.stage, chief, retireArea, {
    params,
    body: { version, reason: '院墙修缮，此门封闭，改走正门' },
  });
}

/** The yearly look at a border; the former drawing stays in the history. */
async function lookOver(cast: Cast, code: string): Promise<void> {
  const params = { areaId: placeOf(cast, code).areaId };
  const chief = cast.chiefOf(keeper);
  const { boundaries } = await perform(cast.stage, chief, listBoundaries, { params });
  const present = boundaries.find((boundary) => boundary.validTo === null);
  if (!present) throw new Error(`${code} has no border`);
  await perform(cast.stage, chief, drawBoundary, {
    params,
    body: {
      shape: JSON.stringify(present.shape),
      datum: 'CGCS2000',
      source: '年度网格复核，界线未调整',
      schematic: present.schematic,
      replaces: present.boundaryId,
    },
  });
}

type Mark = readonly [
  gridSequence: string,
  kind: ResourceKind,
  name: string,
  phone: string | null,
  note: string,
];

// biome-ignore format: a table is read by its columns.
const marks: readonly Mark[] = [
  ['007', 'facility', '帅府社区服务站', '01000000900', '工作日 9:00—18:00，周六上午有人'],
  ['007', 'rest_stop', '暖心驿站', null, '热水、充电、雨伞'],
  ['007', 'fire_point', '微型消防站', null, '灭火器 12 具'],
  ['007', 'waste_point', '3号楼东侧投放点', null, '早晚各两小时有人值守'],
  ['007', 'notice_board', '南门宣传栏', null, ''],
  ['007', 'parking', '东侧非机动车棚', null, '可充电 40 辆'],
  ['007', 'risk', '北门低洼处', null, '大雨积水，汛期备沙袋'],
  ['008', 'volunteer_point', '邻里守望点', null, '每周三下午量血压'],
  ['008', 'waste_point', '2号楼西侧投放点', null, ''],
  ['009', 'facility', '社区图书角', null, '周末开放'],
  ['001', 'fire_point', '微型消防站', null, ''],
  ['003', 'unit', '老年餐桌', '01000000901', '午餐 11:00—12:30'],
];

async function put(cast: Cast, [sequence, kind, name, publicPhone, note]: Mark): Promise<void> {
  const grid = `${shuaifu}${sequence}`;
  const { areaId } = placeOf(cast, grid);
  const near = cast.street.buildings.filter((building) => building.estateCode.startsWith(grid));
  const [longitude, latitude] = near[marks.findIndex((mark) => mark[2] === name) % near.length]?.point ?? [];
  if (longitude === undefined || latitude === undefined) throw new Error(`nothing stands in ${grid}`);
  await perform(cast.stage, cast.persona('community_secretary'), addResource, {
    params: { areaId },
    body: { kind, name, position: { longitude, latitude }, publicPhone, note },
  });
}

function placeOf(cast: Cast, code: string) {
  const place = cast.places.get(code);
  if (!place) throw new Error(`no place ${code}`);
  return place;
}

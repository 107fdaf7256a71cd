// The named people of the test street 梧桐街道: each stands for one persona.
import type { Role } from '#contract/identity/roles.ts';

export const streetId = 990101001;
export const otherStreetId = 110112009;

export interface TestPerson {
  name: string;
  phone: string;
  role: Role;
  areaCode: string;
  streetId: number;
}

const street = '990101001';
const first = '990101001001';
const second = '990101001002';
const firstGrid = '990101001001001';
const secondGrid = '990101001001002';

type Line = readonly [name: string, role: Role, areaCode: string];

// biome-ignore format: a table is read by its columns.
const lines: readonly Line[] = [
  ['陈居民', 'resident', first],
  ['赵楼长', 'door_warden', `${firstGrid}E01B01U1`],
  ['周网格', 'grid_worker', firstGrid],
  ['吴网格', 'grid_worker', secondGrid],
  ['孙兼职', 'part_time_grid_worker', firstGrid],
  ['郑社工', 'community_clerk', first],
  ['李书记', 'community_secretary', first],
  ['马书记', 'community_secretary', second],
  ['沈派单', 'dispatcher', street],
  ['冯值班', 'duty_officer', street],
  ['何经办', 'section_handler', street],
  ['唐科长', 'section_chief', street],
  ['许分管', 'deputy_in_charge', street],
  ['高主任', 'principal', street],
  ['安物业', 'property_staff', first],
  ['系统员', 'system_admin', street],
  ['安全员', 'security_admin', street],
  ['审计员', 'audit_admin', street],
  ['柏回访', 'callback_operator', street],
  ['龚督查', 'supervisor', street],
  ['韩活动', 'activity_manager', street],
  ['石店员', 'merchant_staff', first],
  ['孔老师', 'school_liaison', first],
  ['林店员', 'merchant_staff', second],
];

export const testPeople: readonly TestPerson[] = [
  ...lines.map(([name, role, areaCode], index) => ({
    name,
    phone: `1990000${String(1001 + index)}`,
    role,
    areaCode,
    streetId,
  })),
  {
    name: '文书记',
    phone: '19900002001',
    role: 'principal',
    areaCode: String(otherStreetId),
    streetId: otherStreetId,
  },
  {
    name: '文系统',
    phone: '19900002002',
    role: 'system_admin',
    areaCode: String(otherStreetId),
    streetId: otherStreetId,
  },
  {
    name: '文安全',
    phone: '19900002003',
    role: 'security_admin',
    areaCode: String(otherStreetId),
    streetId: otherStreetId,
  },
  {
    name: '文审计',
    phone: '19900002004',
    role: 'audit_admin',
    areaCode: String(otherStreetId),
    streetId: otherStreetId,
  },
  {
    name: '文科长',
    phone: '19900002005',
    role: 'section_chief',
    areaCode: String(otherStreetId),
    streetId: otherStreetId,
  },
  {
    name: '文社区',
    phone: '19900002006',
    role: 'community_secretary',
    areaCode: `${otherStreetId}498`,
    streetId: otherStreetId,
  },
  {
    name: '文回访',
    phone: '19900002007',
    role: 'callback_operator',
    areaCode: String(otherStreetId),
    streetId: otherStreetId,
  },
  {
    name: '文主任',
    phone: '19900002008',
    role: 'principal',
    areaCode: String(otherStreetId),
    streetId: otherStreetId,
  },
  {
    name: '文店员',
    phone: '19900002009',
    role: 'merchant_staff',
    areaCode: `${otherStreetId}498`,
    streetId: otherStreetId,
  },
  {
    name: '文活动',
    phone: '19900002010',
    role: 'activity_manager',
    areaCode: String(otherStreetId),
    streetId: otherStreetId,
  },
  {
    name: '文老师',
    phone: '19900002011',
    role: 'school_liaison',
    areaCode: `${otherStreetId}498`,
    streetId: otherStreetId,
  },
];

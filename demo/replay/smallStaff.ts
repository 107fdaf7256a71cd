// Packs without a generated population: one invented person for each role, so that every page can be opened.
import { roles } from '#contract/identity/roles.ts';
import { roleWords } from '#contract/identity/words.ts';
import { plantPosts } from '#modules/identity/index.ts';
import { plantAreas } from '#modules/territory/index.ts';
import { type PackArea, readAreas } from '../../packs/areas.ts';
import { packCalled } from '../../server/street.ts';
import type { DemoPersona } from '../personas.ts';
import { placesOf } from './places.ts';
import type { Stage } from './stage.ts';

type Role = DemoPersona['role'];

const names: Record<Role, string> = {
  resident: '江秋实',
  enterprise_contact: '韩知行',
  property_staff: '潘立新',
  merchant_staff: '乔满堂',
  school_liaison: '邵青禾',
  door_warden: '汪素琴',
  part_time_grid_worker: '田景明',
  grid_worker: '顾小舟',
  grid_lead: '彭海宁',
  community_clerk: '白雨桐',
  community_secretary: '石志远',
  activity_manager: '卢晓晴',
  intake_officer: '康宁宁',
  dispatcher: '龚一鸣',
  duty_officer: '尹向阳',
  section_handler: '邹可心',
  section_chief: '熊国梁',
  deputy_in_charge: '秦文博',
  principal: '尤建业',
  inspector: '常守正',
  callback_operator: '梅如意',
  department_liaison: '柯正清',
  mediator: '段和平',
  supervisor: '严明哲',
  system_admin: '钟立群',
  security_admin: '柳安然',
  audit_admin: '甘守信',
};

const inEntrance: readonly Role[] = ['resident', 'door_warden'];
const inGrid: readonly Role[] = ['part_time_grid_worker', 'grid_worker', 'grid_lead'];
const inCommunity: readonly Role[] = [
  'community_clerk',
  'community_secretary',
  'property_staff',
  'merchant_staff',
  'school_liaison',
  'enterprise_contact',
];
const onThePhone: readonly Role[] = ['resident', 'enterprise_contact', 'school_liaison'];

/** The people of a pack's demo, each in the first place of the level that fits the role. */
export function smallStaffOf(packName: string): DemoPersona[] {
  const areas = readAreas(packCalled(packName));
  return roles.map((role) => {
    const area = areaOf(role, areas);
    return {
      key: role,
      name: names[role],
      sex: 'female',
      bornOn: '1985-01-01',
      role,
      areaCode: inEntrance.includes(role) ? entranceOf(areas).code : area.code,
      organisation: null,
      shell: shellOf(role),
      place: inEntrance.includes(role) ? `${area.name}${entranceName}` : area.name,
      does: `看看${roleWords[role]}的页面`,
    };
  });
}

function areaOf(role: Role, areas: readonly PackArea[]): PackArea {
  if (inEntrance.includes(role) || inGrid.includes(role)) return first(areas, 'grid');
  return inCommunity.includes(role) ? first(areas, 'community') : first(areas, 'street');
}

/** A street whose drawing has no communities answers with the level above. */
function first(areas: readonly PackArea[], level: PackArea['level']): PackArea {
  const area = areas.find((candidate) => candidate.level === level) ?? areas[0];
  if (!area) throw new Error('the pack has no areas');
  return area;
}

function shellOf(role: Role): DemoPersona['shell'] {
  if (onThePhone.includes(role)) return '/m';
  if (role === 'merchant_staff') return '/s';
  return role === 'door_warden' || role === 'property_staff' || inGrid.includes(role) ? '/g' : '/a';
}

const entranceName = '1号楼1单元';

function entranceOf(areas: readonly PackArea[]) {
  const grid = first(areas, 'grid');
  const estate = `${grid.code}E01`;
  return { estate, building: `${estate}B01`, code: `${estate}B01U1`, grid };
}

export async function playSmallStaff(stage: Stage): Promise<void> {
  const packName = stage.street.pack;
  const { estate, building, code, grid } = entranceOf(readAreas(packCalled(packName)));
  await plantAreas(stage.office(), [
    { level: 'estate', code: estate, name: '和园', parentCode: grid.code },
    { level: 'building', code: building, name: '1号楼', parentCode: estate },
    { level: 'entrance', code, name: '1单元', parentCode: building, householdsDeclared: 12 },
  ]);
  const staff = smallStaffOf(packName);
  const places = await placesOf(
    stage,
    staff.map((persona) => persona.areaCode),
  );
  await plantPosts(
    stage.office(),
    staff.map((persona, index) => ({
      name: persona.name,
      phone: `1990001${String(index + 1).padStart(4, '0')}`,
      role: persona.role,
      areaId: places.get(persona.areaCode)?.areaId ?? '',
    })),
  );
  stage.log(`${staff.length} people, one for each role.`);
}

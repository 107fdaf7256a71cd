// Who works for the street, the communities and the grids, and which post they hold where.
import type { Role } from '#contract/identity/roles.ts';
import type { PackArea } from '../packs/areas.ts';
import { appointGridPeople } from './gridPeople.ts';
import { commandCentre } from './organisationNames.ts';
import { personaFor } from './personas.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';
import type { Register } from './register.ts';
import type { Residents } from './residents.ts';
import type {
  DemoDelegation,
  DemoHousehold,
  DemoOrganisation,
  DemoPerson,
  DemoPost,
  Staffing,
} from './types.ts';

export interface Staff {
  posts: DemoPost[];
  delegations: DemoDelegation[];
}

export interface Appointment {
  role: Role;
  areaCode: string;
  organisation?: DemoOrganisation | undefined;
  staffing?: Staffing | null;
  startsOn?: string;
}

export interface Bureau {
  places: Places;
  households: readonly DemoHousehold[];
  residents: Residents;
  organisations: readonly DemoOrganisation[];
  register: Register;
  chance: Random;
  staff: Staff;
}

/** Offices without a section, for the whole street. */
const leaders: readonly (readonly [Role, number])[] = [
  ['principal', 1],
  ['deputy_in_charge', 5],
];
/** Offices inside a section. */
const desks: readonly (readonly [section: string, role: Role, count: number])[] = [
  [commandCentre, 'dispatcher', 4],
  [commandCentre, 'intake_officer', 4],
  [commandCentre, 'duty_officer', 3],
  [commandCentre, 'callback_operator', 3],
  [commandCentre, 'inspector', 2],
  ['市民活动中心', 'activity_manager', 3],
  ['平安建设办公室', 'mediator', 3],
  ['纪检监察办公室', 'supervisor', 1],
  ['纪检监察办公室', 'audit_admin', 1],
  ['综合保障办公室', 'system_admin', 1],
  ['综合保障办公室', 'security_admin', 1],
];
const handlersOfSection = 3;

export function appointStaff(bureau: Bureau) {
  const street = areaOf(bureau, 'street')[0];
  if (!street) throw new Error('the pack has no street');
  for (const [role, count] of leaders)
    for (let index = 0; index < count; index++) hire(bureau, { role, areaCode: street.code });
  for (const section of bureau.organisations.filter((one) => one.kind === 'section'))
    appointSection(bureau, section, street);
  for (const department of bureau.organisations.filter((one) => one.kind === 'department'))
    makeContact(
      department,
      hire(bureau, { role: 'department_liaison', areaCode: street.code, organisation: department }),
    );
  appointGridPeople(bureau);
  deputise(bureau);
}

function appointSection(bureau: Bureau, section: DemoOrganisation, street: PackArea) {
  const chief = hire(bureau, { role: 'section_chief', areaCode: street.code, organisation: section });
  makeContact(section, chief);
  for (let index = 0; index < handlersOfSection; index++)
    hire(bureau, { role: 'section_handler', areaCode: street.code, organisation: section });
  for (const [name, role, count] of desks)
    if (name === section.name)
      for (let index = 0; index < count; index++)
        hire(bureau, { role, areaCode: street.code, organisation: section });
}

/** A new person in a post; the persona meant for that post, as long as nobody sits in the seat. */
export function hire(bureau: Bureau, appointment: Appointment): DemoPerson {
  const { role, areaCode, organisation } = appointment;
  const meant = personaFor(role, areaCode, organisation?.name ?? null);
  const taken = bureau.register.persons.some((person) => meant && person.personaKey === meant.key);
  const seat = taken ? undefined : meant;
  const person = bureau.register.add(
    seat
      ? { ...seat, personaKey: seat.key }
      : { sex: bureau.chance.chance(0.55) ? 'female' : 'male', age: bureau.chance.between(24, 57) },
  );
  appoint(bureau, person, appointment);
  return person;
}

export function appoint(
  bureau: Bureau,
  person: DemoPerson,
  { role, areaCode, organisation, staffing, startsOn }: Appointment,
) {
  bureau.staff.posts.push({
    personKey: person.key,
    role,
    areaCode,
    organisationCode: organisation?.code ?? null,
    staffing: staffing ?? null,
    startsOn: startsOn ?? `${bureau.chance.between(2021, 2025)}-03-01`,
  });
}

export function areaOf(bureau: Bureau, level: PackArea['level']): PackArea[] {
  return bureau.places.areas.filter((area) => area.level === level);
}

function makeContact(organisation: DemoOrganisation, person: DemoPerson) {
  organisation.contactKey = person.key;
  organisation.phone = person.phone;
}

/** AB角: deputies stand in for each other in pairs; each section chief for the next one during leave. */
function deputise({ staff }: Bureau) {
  for (const [role, reason] of [
    ['deputy_in_charge', '外出培训'],
    ['section_chief', '年休假'],
  ] as const) {
    const holders = staff.posts.filter((post) => post.role === role);
    for (let index = 0; index + 1 < holders.length; index += 2)
      staff.delegations.push({
        holderKey: holders[index + 1]?.personKey ?? '',
        role,
        deputyKey: holders[index]?.personKey ?? '',
        startsInDays: 0,
        endsInDays: 11,
        reason,
      });
  }
}

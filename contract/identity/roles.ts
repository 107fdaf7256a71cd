// The closed list of roles (domain.md 7.7) and what each may do inside the area of its post.
import type { Permission } from '../permissions.ts';

export const roles = [
  'resident',
  'enterprise_contact',
  'property_staff',
  'door_warden',
  'part_time_grid_worker',
  'grid_worker',
  'grid_lead',
  'community_clerk',
  'community_secretary',
  'intake_officer',
  'dispatcher',
  'duty_officer',
  'section_handler',
  'section_chief',
  'deputy_in_charge',
  'principal',
  'inspector',
  'callback_operator',
  'department_liaison',
  'mediator',
  'supervisor',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const;

export type Role = (typeof roles)[number];

const readStreet = ['area.read', 'person.read', 'organisation.read', 'post.read'] as const;
const casework = ['case.read', 'case.handle'] as const;
/** Steps 1 and 5 of the six (网格+志愿): tell what was found, look whether it was done. */
const spotWork = ['case.find', 'case.check'] as const;
const gridWork = [...readStreet, ...casework, ...spotWork, 'person.reveal', 'person.edit'] as const;
const communityWork = [...gridWork, 'organisation.edit', 'data.import', 'data.export'] as const;

/**
 * The three administrators (三员分立, GB/T 22239-2019 level 3) share no right and hold no right over
 * residents' data: one keeps the system, one gives rights, one reads the trail.
 */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  resident: [],
  enterprise_contact: [],
  property_staff: ['area.read', 'organisation.read', ...casework, 'case.find'],
  door_warden: ['area.read', 'person.read', 'person.reveal'],
  part_time_grid_worker: ['area.read', ...spotWork],
  grid_worker: [...gridWork, 'case.intake', 'case.blow_whistle'],
  grid_lead: [...gridWork, 'case.intake', 'case.review', 'case.blow_whistle'],
  community_clerk: [...communityWork, 'case.intake', 'case.review', 'case.blow_whistle'],
  community_secretary: [
    ...communityWork,
    'case.intake',
    'case.blow_whistle',
    'case.approve_whistle',
    'case.dispatch',
    'case.review',
    'case.supervise',
    'area.edit',
    'minor.approve',
    'export.approve',
    'person.erase',
  ],
  intake_officer: [...readStreet, 'case.read', 'case.intake', 'data.import'],
  dispatcher: [
    ...readStreet,
    'case.read',
    'case.intake',
    'case.dispatch',
    'case.blow_whistle',
    'duty.edit',
    'data.import',
    'data.export',
  ],
  duty_officer: [
    ...readStreet,
    'case.read',
    'case.intake',
    'case.dispatch',
    'case.blow_whistle',
    'case.approve_whistle',
    'person.reveal',
  ],
  section_handler: [
    ...readStreet,
    ...casework,
    'case.review',
    'case.blow_whistle',
    'organisation.edit',
    'data.import',
    'data.export',
  ],
  section_chief: [
    ...readStreet,
    ...casework,
    'case.review',
    'case.arbitrate',
    'case.blow_whistle',
    'case.approve_whistle',
    'duty.edit',
    'organisation.edit',
    'area.edit',
    'data.import',
    'data.export',
    'export.approve',
  ],
  deputy_in_charge: [
    ...readStreet,
    'case.read',
    'case.review',
    'case.supervise',
    'case.arbitrate',
    'case.blow_whistle',
    'case.approve_whistle',
    'case.decide_exclusion',
  ],
  principal: [
    ...readStreet,
    'case.read',
    'case.review',
    'case.special',
    'case.supervise',
    'case.arbitrate',
    'case.blow_whistle',
    'case.approve_whistle',
    'case.decide_exclusion',
    'minor.approve',
    'export.approve',
  ],
  inspector: [...readStreet, 'case.read', 'case.confirm'],
  callback_operator: [...readStreet, 'case.read', 'case.confirm', 'person.reveal'],
  department_liaison: ['organisation.read', ...casework],
  mediator: readStreet,
  supervisor: [...readStreet, 'case.read', 'case.supervise'],
  system_admin: [
    'area.read',
    'area.edit',
    'account.manage',
    'calendar.edit',
    'system.read',
    'open311.manage',
  ],
  security_admin: ['area.read', 'post.read', 'post.assign'],
  audit_admin: ['audit.read'],
};

/** Roles of which one person may hold only one (三员分立). */
export const separatedRoles: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin'];

/** Roles that sign in with a password and a second factor; the others with phone and one-time code. */
export const staffRoles: readonly Role[] = roles.filter(
  (role) => !['resident', 'enterprise_contact', 'door_warden', 'part_time_grid_worker'].includes(role),
);

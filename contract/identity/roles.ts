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
const gridWork = [...readStreet, 'person.reveal', 'person.edit'] as const;
const communityWork = [...gridWork, 'organisation.edit', 'data.import', 'data.export'] as const;

/**
 * The three administrators (三员分立, GB/T 22239-2019 level 3) share no right and hold no right over
 * residents' data: one keeps the system, one gives rights, one reads the trail.
 */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  resident: [],
  enterprise_contact: [],
  property_staff: ['area.read', 'organisation.read'],
  door_warden: ['area.read', 'person.read', 'person.reveal'],
  part_time_grid_worker: ['area.read'],
  grid_worker: gridWork,
  grid_lead: gridWork,
  community_clerk: communityWork,
  community_secretary: [...communityWork, 'area.edit', 'minor.approve', 'export.approve', 'person.erase'],
  intake_officer: readStreet,
  dispatcher: readStreet,
  duty_officer: [...readStreet, 'person.reveal'],
  section_handler: [...readStreet, 'organisation.edit', 'data.import', 'data.export'],
  section_chief: [
    ...readStreet,
    'organisation.edit',
    'area.edit',
    'data.import',
    'data.export',
    'export.approve',
  ],
  deputy_in_charge: readStreet,
  principal: [...readStreet, 'minor.approve', 'export.approve'],
  inspector: readStreet,
  callback_operator: [...readStreet, 'person.reveal'],
  department_liaison: ['organisation.read'],
  mediator: readStreet,
  supervisor: readStreet,
  system_admin: ['area.read', 'area.edit', 'account.manage', 'calendar.edit', 'system.read'],
  security_admin: ['area.read', 'post.read', 'post.assign'],
  audit_admin: ['audit.read'],
};

/** Roles of which one person may hold only one (三员分立). */
export const separatedRoles: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin'];

/** Roles that sign in with a password and a second factor; the others with phone and one-time code. */
export const staffRoles: readonly Role[] = roles.filter(
  (role) => !['resident', 'enterprise_contact', 'door_warden', 'part_time_grid_worker'].includes(role),
);

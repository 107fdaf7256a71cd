// The closed list of roles (domain.md 7.7) and what each may do inside the area of its post.
import type { Permission } from '../permissions.ts';

export const roles = [
  'resident',
  'enterprise_contact',
  'property_staff',
  'merchant_staff',
  'school_liaison',
  'door_warden',
  'part_time_grid_worker',
  'grid_worker',
  'grid_lead',
  'community_clerk',
  'community_secretary',
  'activity_manager',
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
/** Publishing activities, duty at the venue, and seeing what comes of it (P16). */
const activityWork = [
  'activity.read',
  'activity.edit',
  'attendance.run',
  'points.read',
  'help.moderate',
] as const;
const venueDuty = ['activity.read', 'attendance.run'] as const;
const communityWork = [
  ...gridWork,
  ...activityWork,
  'organisation.edit',
  'data.import',
  'data.export',
] as const;

/**
 * The three administrators (三员分立, GB/T 22239-2019 level 3) share no right and hold no right over
 * residents' data: one keeps the system, one gives rights, one reads the trail.
 */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  resident: [],
  enterprise_contact: [],
  property_staff: ['area.read', 'organisation.read', ...casework, 'case.find'],
  merchant_staff: ['redemption.capture'],
  school_liaison: ['school.liaise'],
  door_warden: ['area.read', 'person.read', 'person.reveal'],
  part_time_grid_worker: ['area.read', ...spotWork],
  grid_worker: [...gridWork, ...venueDuty, 'case.intake', 'case.blow_whistle'],
  grid_lead: [...gridWork, ...venueDuty, 'case.intake', 'case.review', 'case.blow_whistle'],
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
    'activity.approve',
    'call.issue',
  ],
  activity_manager: [
    ...readStreet,
    ...activityWork,
    'points.edit',
    'merchant.edit',
    'call.issue',
    'organisation.edit',
    'data.export',
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
    ...venueDuty,
    'activity.edit',
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
    'activity.read',
    'activity.edit',
    'activity.approve',
    'points.read',
    'points.approve',
    'settlement.sign',
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
    'activity.read',
    'points.read',
    'points.approve',
    'settlement.sign',
    'call.issue',
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
    'activity.read',
    'points.read',
    'points.approve',
    'settlement.sign',
    'call.issue',
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
  (role) =>
    ![
      'resident',
      'enterprise_contact',
      'merchant_staff',
      'school_liaison',
      'door_warden',
      'part_time_grid_worker',
    ].includes(role),
);

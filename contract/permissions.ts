// Every right of the platform, one word for the deed: `<noun>.<verb>`. Roles are lists of these.
export const permissions = [
  'area.read',
  'area.edit',
  'person.read',
  'person.reveal',
  'person.edit',
  'person.erase',
  'minor.approve',
  'organisation.read',
  'organisation.edit',
  'post.read',
  'post.assign',
  'account.manage',
  'data.import',
  'data.export',
  'export.approve',
  'calendar.edit',
  'audit.read',
  'system.read',
] as const;

export type Permission = (typeof permissions)[number];

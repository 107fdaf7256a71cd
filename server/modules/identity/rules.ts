import { type Role, separatedRoles, staffRoles } from '#contract/identity/roles.ts';

/** Usual evaluator's figures for GB/T 22239-2019 level 3 (domain.md 5.2). */
export const limits = {
  passwordFailuresMax: 5,
  lockMinutes: 30,
  passwordDays: 90,
  passwordHistory: 5,
  codeMinutes: 5,
  codeAttempts: 5,
  codeResendSeconds: 60,
  codesPerDay: 10,
  delegationDaysMax: 90,
} as const;

/** Staff sessions end after half an hour without a request and at the end of the day; residents stay signed in. */
export function sessionLife(staff: boolean): { minutes: number; idleMinutes: number } {
  return staff ? { minutes: 12 * 60, idleMinutes: 30 } : { minutes: 30 * 24 * 60, idleMinutes: 30 * 24 * 60 };
}

export function isStaff(heldRoles: readonly Role[]): boolean {
  return heldRoles.some((role) => staffRoles.includes(role));
}

const street = ['street'];
const community = ['community'];
const grids = ['big_grid', 'grid'];
const places = ['estate', 'building', 'entrance'];

/** At which level of place each role makes sense; a warden of a whole street does not exist. */
const roleLevels: Record<Role, readonly string[]> = {
  resident: [...street, ...community, ...grids, ...places],
  enterprise_contact: [...street, ...community, ...grids, ...places],
  property_staff: [...street, ...community, ...grids, 'estate', 'building'],
  merchant_staff: [...street, ...community, ...grids, ...places],
  school_liaison: [...street, ...community],
  door_warden: places,
  part_time_grid_worker: [...community, ...grids],
  grid_worker: [...community, ...grids],
  grid_lead: [...community, ...grids],
  community_clerk: community,
  community_secretary: community,
  activity_manager: [...street, ...community],
  intake_officer: [...street, ...community],
  dispatcher: street,
  duty_officer: [...street, ...community],
  section_handler: street,
  section_chief: street,
  deputy_in_charge: [...street, ...community],
  principal: street,
  inspector: [...street, ...community],
  callback_operator: [...street, ...community],
  department_liaison: street,
  mediator: [...street, ...community],
  supervisor: street,
  system_admin: street,
  security_admin: street,
  audit_admin: street,
};

export function fitsLevel(role: Role, level: string): boolean {
  return roleLevels[role].includes(level);
}

/** 三员分立: an administrator holds this one office and no other office of work. */
export function breaksSeparation(held: readonly Role[], next: Role): boolean {
  const work = held.filter((role) => role !== 'resident' && role !== next);
  if (separatedRoles.includes(next)) return work.length > 0;
  return next !== 'resident' && work.some((role) => separatedRoles.includes(role));
}

export function datesInOrder(startsOn: string, endsOn: string | undefined): boolean {
  return endsOn === undefined || endsOn >= startsOn;
}

/** A delegation lies ahead, has an end, and is not for ever. */
export function delegationFits(startsAt: string, endsAt: string, now: Date): boolean {
  const start = Date.parse(startsAt);
  const end = Date.parse(endsAt);
  return start < end && end > now.getTime() && end - start <= limits.delegationDaysMax * 86_400_000;
}

/** The day after which a password must be changed, `2026-11-21`; null while there is none. */
export function passwordExpiry(changedAt: string | null): string | null {
  if (!changedAt) return null;
  return localDay(new Date(Date.parse(changedAt) + limits.passwordDays * 86_400_000));
}

/** Day in Asia/Shanghai, which has kept +08:00 without summer time since 1992. */
export function localDay(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

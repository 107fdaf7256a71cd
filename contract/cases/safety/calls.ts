import type { SafetyAlarm } from './codes.ts';

export type EmergencyNumber = '110' | '119' | '120';

/** Whom to call first. */
export const safetyCalls: Record<SafetyAlarm, readonly EmergencyNumber[]> = {
  gas: ['119'],
  fire: ['119'],
  fall: ['110', '120'],
  electricity: ['119', '120'],
  trapped: ['119'],
  self_harm: ['110', '120'],
  violence: ['110'],
  collapse: ['119'],
  explosion: ['119'],
  water: ['119', '120'],
  medical: ['120'],
  missing: ['110'],
};

/** Leaks of town gas, by the first two digits of the division code: 11 is Beijing. */
export const gasRepairPhones: Readonly<Record<string, string>> = { '11': '96777' };

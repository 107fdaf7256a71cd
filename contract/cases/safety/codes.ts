import { z } from 'zod';

/** What may cost a life while a message waits in a list. */
export const SafetyAlarm = z.enum([
  'gas',
  'fire',
  'fall',
  'electricity',
  'trapped',
  'self_harm',
  'violence',
  'collapse',
  'explosion',
  'water',
  'medical',
  'missing',
]);
export type SafetyAlarm = z.infer<typeof SafetyAlarm>;

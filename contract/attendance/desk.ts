// The ledger of hours as the office reads, corrects and checks it.
import { z } from 'zod';
import { day, done, id, line, page, paging } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { credits, hourSources } from './kinds.ts';
import { hourEntry, hourRequest } from './records.ts';

export const hoursFilter = z.object({
  from: day.optional(),
  to: day.optional(),
  source: z.enum(hourSources).optional(),
  credit: z.enum(credits).optional(),
  areaId: id.optional(),
  activityId: id.optional(),
});

export const listHours = endpoint({
  name: 'attendance.list_hours',
  method: 'GET',
  path: '/api/hours',
  summary:
    'The ledger of hours inside the viewer’s areas, the newest first; corrected rows are replaced by the new.',
  access: 'activity.read',
  query: hoursFilter.extend(paging),
  output: page(hourEntry),
});

export const correctHours = endpoint({
  name: 'attendance.correct_hours',
  method: 'POST',
  path: '/api/hours/:entryId/corrections',
  summary: 'Asks for other minutes; somebody else signs before they count.',
  access: 'activity.edit',
  params: z.object({ entryId: id }),
  body: z.object({ minutes: z.number().int().min(0).max(1440), reason: line(200) }),
  output: hourRequest,
});

export const revokeKeysOfEntry = endpoint({
  name: 'attendance.revoke_keys',
  method: 'POST',
  path: '/api/hours/:entryId/revoke-keys',
  summary: 'A volunteer reports a lost phone at the counter: all codes of the person are void.',
  access: 'activity.edit',
  params: z.object({ entryId: id }),
  output: done,
});

export const drawSpotCheck = endpoint({
  name: 'attendance.spot_check',
  method: 'GET',
  path: '/api/hours/spot-check',
  summary: 'A random sample of the ledger; the same words give the same sample to whoever checks the draw.',
  access: 'activity.read',
  query: z.object({
    seed: z.string().trim().min(1).max(60),
    areaId: id.optional(),
    from: day,
    to: day,
    count: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({ outOf: z.number().int(), items: z.array(hourEntry) }),
});

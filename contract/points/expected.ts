// What a session would earn by the tariff in force, told before one signs up.
import { z } from 'zod';
import { id } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';

export const readExpected = endpoint({
  name: 'points.expected',
  method: 'GET',
  path: '/api/points/sessions/:sessionId/expected',
  summary: 'Points of one volunteer who stays from beginning to end and scans; today’s tariff, caps aside.',
  access: 'signed_in',
  params: z.object({ sessionId: id }),
  output: z.object({
    minutes: z.number().int(),
    points: z.number().int().nullable().describe('Null where the session earns none'),
  }),
});

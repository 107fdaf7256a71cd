// The link that a requester gets: one answer, without an account, out of the reach of whoever handled the case.
import { z } from 'zod';
import { endpoint } from '#contract/define.ts';
import { saying } from '../resident/endpoints.ts';
import { ratingAnswered, ratingPage } from './records.ts';

const params = z.object({ token: z.string().regex(/^[\w-]{20,60}$/) });

export const openRating = endpoint({
  name: 'cases.open_rating',
  method: 'GET',
  path: '/api/ratings/:token',
  summary: 'What the link asks about. Whoever handled the case is refused, and that is recorded.',
  access: 'public',
  callsPerMinuteMax: 60,
  params,
  output: ratingPage,
});

export const answerRating = endpoint({
  name: 'cases.answer_rating',
  method: 'POST',
  path: '/api/ratings/:token',
  summary: 'The requester’s word by the link, once.',
  access: 'public',
  idempotent: false,
  callsPerMinuteMax: 20,
  params,
  body: z.object(saying),
  output: ratingAnswered,
});

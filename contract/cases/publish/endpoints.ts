// What of a solved case everybody may read: words that staff checked, without anybody in them.
import { z } from 'zod';
import { id, line, page, paging } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { plainCase } from '../resident/records.ts';
import { caseParams } from '../shapes.ts';
import { publicAsks, publicPhotosMax } from './codes.ts';
import { publication, publicCase } from './records.ts';

const told = {
  title: line(80),
  asked: line(1000).describe('What was asked'),
  done: line(2000).describe('What was done about it'),
};

export const readPublication = endpoint({
  name: 'cases.read_publication',
  method: 'GET',
  path: '/api/cases/:caseId/publication',
  summary: 'What is public of a case, or the scrubbed draft of it and whether it may be.',
  access: 'case.supervise',
  params: caseParams,
  output: publication,
});

export const publishCase = endpoint({
  name: 'cases.publish',
  method: 'POST',
  path: '/api/cases/:caseId/publication',
  summary: 'Publishes the checked words; refused while a name, a number or a door is left in them.',
  access: 'case.supervise',
  params: caseParams,
  body: z.object({
    ...told,
    photoIds: z
      .array(id)
      .max(publicPhotosMax)
      .default([])
      .describe('Chosen by a person who looked for faces, number plates and doors'),
  }),
  output: publication,
});

export const withdrawPublication = endpoint({
  name: 'cases.withdraw_publication',
  method: 'POST',
  path: '/api/cases/:caseId/publication/withdraw',
  summary: 'Takes it from the public pages; the reason stays in the timeline.',
  access: 'case.supervise',
  params: caseParams,
  body: z.object({ reason: line(300) }),
  output: publication,
});

export const listPublished = endpoint({
  name: 'cases.list_published',
  method: 'GET',
  path: '/api/published',
  summary: 'Solved cases that are public, newest first; for everybody.',
  access: 'public',
  callsPerMinuteMax: 120,
  query: z
    .object({ search: line(40).optional(), communityId: id.optional(), asks: z.enum(publicAsks).optional() })
    .extend(paging),
  output: page(publicCase),
});

export const getPublished = endpoint({
  name: 'cases.get_published',
  method: 'GET',
  path: '/api/published/:publicationId',
  summary: 'One public case; for everybody.',
  access: 'public',
  callsPerMinuteMax: 120,
  params: z.object({ publicationId: id }),
  output: publicCase,
});

export const similarQuestions = endpoint({
  name: 'cases.similar_questions',
  method: 'GET',
  path: '/api/published-questions',
  summary: 'Up to three answered questions that share most words with this one; for everybody.',
  access: 'public',
  callsPerMinuteMax: 120,
  query: z.object({ text: line(200) }),
  output: z.object({ items: z.array(publicCase) }),
});

export const readPublicPhoto = endpoint({
  name: 'cases.read_public_photo',
  method: 'GET',
  path: '/api/published/:publicationId/photos/:fileId',
  summary: 'One chosen photo of a public case; for everybody.',
  access: 'public',
  callsPerMinuteMax: 240,
  kind: 'stream',
  params: z.object({ publicationId: id, fileId: id }),
  query: z.object({ size: z.enum(['full', 'thumbnail']).default('full') }),
  output: z.unknown(),
});

export const agreeToPhotos = endpoint({
  name: 'cases.agree_to_photos',
  method: 'POST',
  path: '/api/my/cases/:caseId/photos-public',
  summary: 'The requester lets the own photos be shown with the result, or takes that back at any time.',
  access: 'signed_in',
  params: caseParams,
  body: z.object({ agreed: z.boolean() }),
  output: plainCase,
});

// What residents see and do.
import { z } from 'zod';
import { day, done, id, page, paging } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { categories, photoChoices } from './codes.ts';
import { activityRow, drawRecord, given, mySignUp, residentActivity } from './records.ts';

const yes = z.literal(['true', true]).transform(() => true as const);
const activityParams = z.object({ activityId: id });
const sessionParams = z.object({ sessionId: id });
const signUpParams = z.object({ signUpId: id });

export const browseActivities = endpoint({
  name: 'activities.browse',
  method: 'GET',
  path: '/api/my/activities',
  summary: 'What one can sign up for, by day.',
  access: 'signed_in',
  query: z.object({
    age: z.coerce.number().int().min(0).max(120).optional(),
    from: day.optional(),
    to: day.optional(),
    category: z.enum(categories).optional(),
    programmeId: id.optional(),
    own: yes.optional().describe('Of the viewer’s own community only'),
    ...paging,
  }),
  output: page(activityRow),
});

export const showActivity = endpoint({
  name: 'activities.show',
  method: 'GET',
  path: '/api/my/activities/:activityId',
  summary: 'A published activity, with whom the viewer may bring and what is booked.',
  access: 'signed_in',
  params: activityParams,
  output: residentActivity,
});

export const signUp = endpoint({
  name: 'activities.sign_up',
  method: 'POST',
  path: '/api/my/activity-sessions/:sessionId/sign-up',
  summary:
    'Signs several members up in one step: all have places, or all wait. Again answers the same places.',
  access: 'signed_in',
  params: sessionParams,
  body: z.object({
    members: z
      .array(z.object({ personId: id, postId: id.nullable().default(null) }))
      .min(1)
      .max(12),
    photo: z.enum(photoChoices).default('hidden'),
    guardianConsent: z.boolean().default(false),
  }),
  output: z.object({ items: z.array(given) }),
});

export const mySignUps = endpoint({
  name: 'activities.my_sign_ups',
  method: 'GET',
  path: '/api/my/sign-ups',
  summary: 'Bookings of the viewer and those the viewer may bring; newest sessions first.',
  access: 'signed_in',
  output: z.object({ items: z.array(mySignUp) }),
});

export const confirmPlace = endpoint({
  name: 'activities.confirm_place',
  method: 'POST',
  path: '/api/my/sign-ups/:signUpId/confirm',
  summary: 'Takes a place that was offered to one who waited; of all who came with the same tap.',
  access: 'signed_in',
  params: signUpParams,
  output: z.object({ items: z.array(given) }),
});

export const cancelSignUp = endpoint({
  name: 'activities.cancel_sign_up',
  method: 'POST',
  path: '/api/my/sign-ups/:signUpId/cancel',
  summary: 'Gives a place back or leaves the line; the next is offered it.',
  access: 'signed_in',
  params: signUpParams,
  output: done,
});

export const showDraw = endpoint({
  name: 'activities.show_draw',
  method: 'GET',
  path: '/api/my/activity-sessions/:sessionId/draw',
  summary: 'How the lottery was drawn, so that anyone can do it once more.',
  access: 'signed_in',
  params: sessionParams,
  output: drawRecord,
});

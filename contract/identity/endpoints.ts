import { z } from 'zod';
import { day, done, id, instant, line, mobile, page, paging, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { account, me, persona, post } from './records.ts';
import { roles } from './roles.ts';

const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/);
const password = z.string().min(1).max(200);

// Signing in

export const sendCode = endpoint({
  name: 'identity.send_code',
  method: 'POST',
  path: '/api/identity/code',
  summary: 'Sends a one-time code to a phone.',
  access: 'public',
  idempotent: false,
  callsPerMinuteMax: 10,
  body: z.object({ phone: mobile }),
  output: z.object({
    expiresAt: instant,
    resendAt: instant,
    demoCode: z.string().nullable().describe('Only in demo mode, where no message is sent'),
  }),
});

export const signInWithCode = endpoint({
  name: 'identity.sign_in_with_code',
  method: 'POST',
  path: '/api/identity/session/code',
  summary: 'Signs in with phone and one-time code; opens a resident account on the first visit.',
  access: 'public',
  idempotent: false,
  callsPerMinuteMax: 20,
  body: z.object({ phone: mobile, code }),
  output: me,
});

export const signInWithPassword = endpoint({
  name: 'identity.sign_in_with_password',
  method: 'POST',
  path: '/api/identity/session/password',
  summary: 'Signs staff in with phone, password and, once enrolled, the second factor.',
  access: 'public',
  idempotent: false,
  callsPerMinuteMax: 30,
  body: z.object({ phone: mobile, password, totp: code.optional() }),
  output: me,
});

export const signOut = endpoint({
  name: 'identity.sign_out',
  method: 'POST',
  path: '/api/identity/session/end',
  summary: 'Ends this session.',
  access: 'signed_in',
  idempotent: false,
  output: done,
});

export const readMe = endpoint({
  name: 'identity.me',
  method: 'GET',
  path: '/api/identity/me',
  summary: 'Who is signed in, with posts and permissions.',
  access: 'signed_in',
  output: me,
});

export const changePassword = endpoint({
  name: 'identity.change_password',
  method: 'POST',
  path: '/api/identity/password',
  summary: 'Changes the own password; ends the other sessions.',
  access: 'signed_in',
  body: z.object({ current: password, next: password }),
  output: done,
});

export const startSecondFactor = endpoint({
  name: 'identity.start_second_factor',
  method: 'POST',
  path: '/api/identity/second-factor',
  summary: 'Makes a new TOTP secret (RFC 6238), to be confirmed with one code.',
  access: 'signed_in',
  idempotent: false,
  output: z.object({ secret: z.string(), uri: z.string().describe('otpauth:// for the QR code') }),
});

export const confirmSecondFactor = endpoint({
  name: 'identity.confirm_second_factor',
  method: 'POST',
  path: '/api/identity/second-factor/confirm',
  summary: 'Turns the second factor on with a code from the authenticator.',
  access: 'signed_in',
  body: z.object({ totp: code }),
  output: done,
});

// Posts

const postParams = z.object({ postId: id });

export const listPosts = endpoint({
  name: 'identity.list_posts',
  method: 'GET',
  path: '/api/identity/posts',
  summary: 'Posts inside the viewer’s areas.',
  access: 'post.read',
  query: z.object({
    ...paging,
    role: z.enum(roles).optional(),
    areaId: id.optional(),
    search: line(40).optional().describe('Name of the holder'),
    when: z.enum(['current', 'ended', 'all']).default('current'),
  }),
  output: page(post),
});

export const assignPost = endpoint({
  name: 'identity.assign_post',
  method: 'POST',
  path: '/api/identity/posts',
  summary: 'Gives a person a post in an area; opens the account if there is none.',
  access: 'post.assign',
  body: z.object({
    name: line(40),
    phone: mobile,
    role: z.enum(roles),
    areaId: id,
    organisationId: id.optional(),
    staffing: z.enum(['full_time', 'professional', 'part_time']).optional(),
    startsOn: day.optional(),
    endsOn: day.optional(),
  }),
  output: post,
});

export const endPost = endpoint({
  name: 'identity.end_post',
  method: 'POST',
  path: '/api/identity/posts/:postId/end',
  summary: 'Ends a post; its sessions lose the right at once.',
  access: 'post.assign',
  params: postParams,
  body: z.object({ endsOn: day.optional(), reason: line(200), version }),
  output: post,
});

export const delegatePost = endpoint({
  name: 'identity.delegate_post',
  method: 'POST',
  path: '/api/identity/posts/:postId/delegate',
  summary: 'Lets a deputy act in a post between two dates (AB角).',
  access: 'signed_in',
  params: postParams,
  body: z.object({ deputyPhone: mobile, startsAt: instant, endsAt: instant, reason: line(200) }),
  output: post,
});

export const endDelegation = endpoint({
  name: 'identity.end_delegation',
  method: 'POST',
  path: '/api/identity/posts/:postId/delegate/end',
  summary: 'Takes a delegation back before its end.',
  access: 'signed_in',
  params: postParams,
  output: post,
});

// Accounts

const accountParams = z.object({ accountId: id });

export const listAccounts = endpoint({
  name: 'identity.list_accounts',
  method: 'GET',
  path: '/api/identity/accounts',
  summary: 'Staff accounts of the street.',
  access: 'account.manage',
  query: z.object({
    ...paging,
    search: line(40).optional(),
    status: z.enum(['active', 'locked', 'disabled']).optional(),
  }),
  output: page(account),
});

export const changeAccount = endpoint({
  name: 'identity.change_account',
  method: 'POST',
  path: '/api/identity/accounts/:accountId',
  summary: 'Unlocks, disables or enables an account.',
  access: 'account.manage',
  params: accountParams,
  body: z.object({
    action: z.enum(['unlock', 'disable', 'enable', 'reset_second_factor']),
    reason: line(200),
    version,
  }),
  output: account,
});

export const resetPassword = endpoint({
  name: 'identity.reset_password',
  method: 'POST',
  path: '/api/identity/accounts/:accountId/password',
  summary: 'Makes a first password, shown once, to be changed at the next sign-in.',
  access: 'account.manage',
  // A remembered answer would keep the password in the table of keys.
  idempotent: false,
  params: accountParams,
  body: z.object({ reason: line(200) }),
  output: z.object({ password: z.string() }),
});

// Demo mode only: these two are not registered on a real street.

export const listPersonas = endpoint({
  name: 'demo.personas',
  method: 'GET',
  path: '/api/demo/personas',
  summary: 'People of the demo street, to try the platform as.',
  access: 'public',
  output: z.object({ street: z.string(), personas: z.array(persona) }),
});

export const signInAsPersona = endpoint({
  name: 'demo.sign_in',
  method: 'POST',
  path: '/api/demo/session',
  summary: 'Signs in as a demo persona with one tap.',
  access: 'public',
  idempotent: false,
  body: z.object({ key: line(60) }),
  output: me,
});

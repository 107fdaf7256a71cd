import { z } from 'zod';
import { can, day, id, instant } from '#contract/common.ts';
import { permissions } from '#contract/permissions.ts';
import { roles } from './roles.ts';

/** A post as its holder sees it: the office, the place, and until when. */
export const myPost = z
  .object({
    postId: id,
    role: z.enum(roles),
    areaId: id,
    areaName: z.string(),
    areaPath: z.string(),
    organisationId: id.nullable(),
    onBehalfOf: z.string().nullable().describe('Name of the post holder while a deputy acts (AB角)'),
  })
  .meta({ id: 'MyPost' });
export type MyPost = z.output<typeof myPost>;

export const me = z
  .object({
    accountId: id,
    personId: id.nullable(),
    name: z.string(),
    street: z.object({
      streetId: z.number().int(),
      name: z.string(),
      district: z.string(),
      schematic: z.boolean().describe('True where the map is a drawing, not a survey'),
    }),
    posts: z.array(myPost),
    permissions: z.array(z.enum(permissions)).describe('Held in some area of the street; for menus only'),
    passwordExpiresOn: day.nullable(),
    secondFactor: z.boolean(),
    mustChangePassword: z.boolean(),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof me>;

export const post = z
  .object({
    postId: id,
    accountId: id,
    holderName: z.string(),
    holderPhone: z.string().nullable().describe('Masked'),
    role: z.enum(roles),
    areaId: id,
    areaName: z.string(),
    areaPath: z.string(),
    organisationId: id.nullable(),
    organisationName: z.string().nullable(),
    staffing: z
      .enum(['full_time', 'professional', 'part_time'])
      .nullable()
      .describe('专职一格一员, 专业一员多格, 兼职一格多员'),
    startsOn: day,
    endsOn: day.nullable(),
    delegation: z
      .object({
        delegationId: id,
        deputyName: z.string(),
        startsAt: instant,
        endsAt: instant,
        reason: z.string(),
      })
      .nullable(),
    version: z.number().int(),
    can: can('end', 'delegate'),
  })
  .meta({ id: 'Post' });
export type PostRecord = z.output<typeof post>;

export const account = z
  .object({
    accountId: id,
    name: z.string(),
    phone: z.string().nullable().describe('Masked'),
    staff: z.boolean(),
    status: z.enum(['active', 'locked', 'disabled']),
    lockedUntil: instant.nullable(),
    lastSignInAt: instant.nullable(),
    passwordExpiresOn: day.nullable(),
    secondFactor: z.boolean(),
    posts: z.array(z.object({ role: z.enum(roles), areaName: z.string() })),
    version: z.number().int(),
    can: can('unlock', 'disable', 'enable', 'reset_password', 'reset_second_factor', 'wipe_devices'),
  })
  .meta({ id: 'Account' });
export type AccountRecord = z.output<typeof account>;

export const persona = z
  .object({
    key: z.string(),
    name: z.string(),
    role: z.string(),
    place: z.string(),
    does: z.string(),
    shell: z.enum(['/m', '/g', '/a', '/s']),
  })
  .meta({ id: 'Persona' });
export type Persona = z.output<typeof persona>;

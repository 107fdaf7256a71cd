// What a person may know, correct, allow and take back about the own data (PIPL 44 to 49).
import { z } from 'zod';
import { day, id, instant, line, mobile, text } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import {
  careTags,
  consentPurposes,
  correctableFields,
  guardianRelations,
  houseUses,
  lookPurposes,
  relations,
  revealFields,
  sexes,
} from './codes.ts';
import { consent, correction, erasure } from './records.ts';

export const look = z.object({
  at: instant,
  byName: z.string(),
  byRole: z.string().nullable(),
  purpose: z.enum(lookPurposes),
  fields: z.array(z.enum(revealFields)),
});

const child = z.object({
  personId: id,
  name: z.string(),
  bornOn: day.nullable(),
  consents: z.array(consent),
});

export const mine = z
  .object({
    personId: id,
    name: z.string(),
    sex: z.enum(sexes).nullable(),
    bornOn: day.nullable(),
    phone: z.string().nullable(),
    idNumber: z.string().nullable().describe('Masked on the screen; the copy has it in full'),
    address: z.string(),
    relation: z.enum(relations).nullable(),
    careTags: z.array(z.enum(careTags)),
    household: z
      .object({
        householdId: id,
        room: z.string(),
        houseUse: z.enum(houseUses),
        memberCount: z.number().int(),
      })
      .nullable(),
    consents: z.array(consent),
    children: z.array(child),
    looks: z.array(look).describe('Who saw my data in the clear; the newest hundred'),
    corrections: z.array(correction),
    erasure: erasure.nullable(),
    retention: z.array(z.object({ purpose: z.string(), years: z.number().nullable() })),
    notice: z.object({ version: z.string(), acceptedAt: instant.nullable() }),
  })
  .meta({ id: 'MyData' });
export type MyData = z.output<typeof mine>;

export const readMine = endpoint({
  name: 'people.read_mine',
  method: 'GET',
  path: '/api/people/mine',
  summary: 'What the register knows about me, and who looked.',
  access: 'signed_in',
  output: mine,
});

export const copyMine = endpoint({
  name: 'people.copy_mine',
  method: 'GET',
  path: '/api/people/mine/copy',
  summary: 'My own copy of my data, as JSON or as a workbook.',
  access: 'signed_in',
  kind: 'stream',
  callsPerMinuteMax: 10,
  query: z.object({ format: z.enum(['json', 'xlsx']).default('xlsx') }),
  output: z.unknown(),
});

export const askCorrection = endpoint({
  name: 'people.ask_correction',
  method: 'POST',
  path: '/api/people/mine/corrections',
  summary: 'Says what is wrong about me.',
  access: 'signed_in',
  body: z.object({ field: z.enum(correctableFields), wanted: line(200) }),
  output: correction,
});

export const giveMyConsent = endpoint({
  name: 'people.give_my_consent',
  method: 'POST',
  path: '/api/people/mine/consents',
  summary: 'Gives consent, for myself or for a child in my care.',
  access: 'signed_in',
  body: z.object({ purpose: z.enum(consentPurposes), childId: id.optional() }),
  output: consent,
});

export const withdrawMyConsent = endpoint({
  name: 'people.withdraw_my_consent',
  method: 'POST',
  path: '/api/people/mine/consents/:consentId/withdraw',
  summary: 'Takes consent back; as easy as giving it.',
  access: 'signed_in',
  params: z.object({ consentId: id }),
  output: consent,
});

export const askErasure = endpoint({
  name: 'people.ask_erasure',
  method: 'POST',
  path: '/api/people/mine/erasure',
  summary: 'Asks to be deleted from the register.',
  access: 'signed_in',
  body: z.object({ reason: text(300).default('') }),
  output: erasure,
});

export const registerMyChild = endpoint({
  name: 'people.register_my_child',
  method: 'POST',
  path: '/api/people/mine/children',
  summary: 'Enters my child; I am the guardian and give the consent in the same step.',
  access: 'signed_in',
  body: z.object({
    name: line(40),
    bornOn: day,
    sex: z.enum(sexes).optional(),
    phone: mobile.optional(),
    relation: z.enum(guardianRelations),
    agreed: z.literal(true),
  }),
  output: child,
});

export const acceptNotice = endpoint({
  name: 'people.accept_notice',
  method: 'POST',
  path: '/api/people/mine/notice',
  summary: 'Records that I read the privacy notice.',
  access: 'signed_in',
  body: z.object({ version: line(20) }),
  output: z.object({ version: z.string(), acceptedAt: instant }),
});

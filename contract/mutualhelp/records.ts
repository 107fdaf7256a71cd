import { z } from 'zod';
import { can, id, instant, version } from '#contract/common.ts';
import * as codes from './codes.ts';

const neighbour = z.object({
  name: z.string().describe('Masked'),
  agreementSigned: z.boolean(),
  helpedCount: z.number().int().describe('How often neighbours thanked them'),
  nearness: z.enum(codes.nearnesses).nullable().describe('To the viewer; null at the desk'),
});

export const pledge = z
  .object({
    pledgeId: id,
    helper: neighbour,
    state: z.enum(codes.pledgeStates),
    isMine: z.boolean(),
    pledgedAt: instant,
  })
  .meta({ id: 'HelpPledge' });
export type Pledge = z.output<typeof pledge>;

export const helpAsk = z
  .object({
    askId: id,
    kind: z.enum(codes.helpKinds),
    text: z.string(),
    asker: z.string().describe('Masked'),
    area: z.object({ areaId: id, name: z.string() }).describe('Community or estate, never nearer'),
    nearness: z.enum(codes.nearnesses).describe('Of the asker to the viewer'),
    startsAt: instant,
    endsAt: instant,
    safeguards: z.array(z.enum(codes.safeguards)),
    company: z.enum(codes.companies),
    needsAgreement: z.boolean(),
    helpersWanted: z.number().int(),
    helpersAgreed: z.number().int(),
    points: z.number().int().describe('Thanks for each helper'),
    status: z.enum(codes.askStatuses),
    mine: z.enum(['asker', 'helper', 'none']),
    pledges: z.array(pledge).describe('All for the asker and the desk, the own one for a helper'),
    thanks: z.string().nullable(),
    askedAt: instant,
    version,
    can: can('pledge', 'withdraw', 'agree', 'contact', 'done', 'cancel', 'report'),
  })
  .meta({ id: 'HelpAsk' });
export type HelpAsk = z.output<typeof helpAsk>;

export const helpOffer = z
  .object({
    kinds: z.array(z.enum(codes.helpKinds)),
    times: z.array(z.enum(codes.offerTimes)),
    paused: z.boolean(),
    agreementSigned: z.boolean(),
    isElder: z.boolean().describe('So old that an ask for oneself is delicate'),
  })
  .meta({ id: 'HelpOffer' });
export type HelpOffer = z.output<typeof helpOffer>;

export const helpContact = z.object({
  people: z.array(z.object({ name: z.string(), phone: z.string().nullable(), door: z.string().nullable() })),
});

export const helpReport = z
  .object({
    reportId: id,
    reason: z.enum(codes.reportReasons),
    note: z.string(),
    reportedAt: instant,
    closedAt: instant.nullable(),
    closedBy: z.string().nullable(),
  })
  .meta({ id: 'HelpReport' });
export type HelpReport = z.output<typeof helpReport>;

export const moderatedAsk = helpAsk
  .omit({ mine: true, can: true, nearness: true })
  .extend({ reports: z.array(helpReport), hiddenReason: z.string().nullable(), can: can('hide', 'close') })
  .meta({ id: 'ModeratedHelpAsk' });
export type ModeratedAsk = z.output<typeof moderatedAsk>;

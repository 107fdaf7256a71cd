import { z } from 'zod';
import { done, id, instant, line, page, paging, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import * as codes from './codes.ts';
import { helpAsk, helpContact, helpOffer, moderatedAsk } from './records.ts';

const askParams = z.object({ askId: id });

export const listAsks = endpoint({
  name: 'mutualhelp.list',
  method: 'GET',
  path: '/api/help/asks',
  summary:
    'What neighbours of the own community need: open asks of others, the nearest first, then the soonest.',
  access: 'signed_in',
  query: z.object(paging),
  output: page(helpAsk),
});

export const listMyAsks = endpoint({
  name: 'mutualhelp.mine',
  method: 'GET',
  path: '/api/help/mine',
  summary: 'What I asked for and what I said I would do, the newest first.',
  access: 'signed_in',
  query: z.object(paging),
  output: page(helpAsk),
});

export const getAsk = endpoint({
  name: 'mutualhelp.get',
  method: 'GET',
  path: '/api/help/asks/:askId',
  summary: 'One ask, for the neighbours of its community.',
  access: 'signed_in',
  params: askParams,
  output: helpAsk,
});

export const askHelp = endpoint({
  name: 'mutualhelp.ask',
  method: 'POST',
  path: '/api/help/asks',
  summary: 'Asks the neighbours for help; the answer says how it is kept safe.',
  access: 'signed_in',
  body: z.object({
    kind: z.enum(codes.helpKinds),
    text: line(200),
    forWhom: z.enum(codes.beneficiaries),
    indoors: z.boolean().default(false),
    startsAt: instant,
    endsAt: instant,
    company: z.enum(codes.companies),
    points: z.number().int().min(0).max(codes.limits.pointsMax),
  }),
  output: helpAsk,
});

export const pledgeHelp = endpoint({
  name: 'mutualhelp.pledge',
  method: 'POST',
  path: '/api/help/asks/:askId/pledge',
  summary: 'Says that I would do it; the asker chooses.',
  access: 'signed_in',
  params: askParams,
  output: helpAsk,
});

export const withdrawPledge = endpoint({
  name: 'mutualhelp.withdraw',
  method: 'POST',
  path: '/api/help/asks/:askId/withdraw',
  summary: 'Takes my word back; the ask is open again and its points are free.',
  access: 'signed_in',
  params: askParams,
  output: helpAsk,
});

export const agreePledge = endpoint({
  name: 'mutualhelp.agree',
  method: 'POST',
  path: '/api/help/asks/:askId/agree',
  summary: 'The asker takes a helper; thank-you points are held for that helper.',
  access: 'signed_in',
  params: askParams,
  body: z.object({ pledgeId: id, version }),
  output: helpAsk,
});

export const showContact = endpoint({
  name: 'mutualhelp.contact',
  method: 'POST',
  path: '/api/help/asks/:askId/contact',
  summary: 'Phone and door of each other, for asker and agreed helpers only.',
  access: 'signed_in',
  // A remembered answer would keep the clear number in the table of keys.
  idempotent: false,
  params: askParams,
  output: helpContact,
});

export const finishAsk = endpoint({
  name: 'mutualhelp.finish',
  method: 'POST',
  path: '/api/help/asks/:askId/finish',
  summary: 'It was done: who came is thanked and gets the points, who did not come gets none.',
  access: 'signed_in',
  params: askParams,
  body: z.object({
    thanks: text(100),
    missedPledgeIds: z.array(id).max(2).default([]),
    version,
  }),
  output: helpAsk,
});

export const cancelAsk = endpoint({
  name: 'mutualhelp.cancel',
  method: 'POST',
  path: '/api/help/asks/:askId/cancel',
  summary: 'No longer needed; held points are free again.',
  access: 'signed_in',
  params: askParams,
  output: helpAsk,
});

export const reportAsk = endpoint({
  name: 'mutualhelp.report',
  method: 'POST',
  path: '/api/help/asks/:askId/report',
  summary: 'Tells the community that something is wrong with an ask.',
  access: 'signed_in',
  params: askParams,
  body: z.object({ reason: z.enum(codes.reportReasons), note: text(200).default('') }),
  output: done,
});

export const readOffer = endpoint({
  name: 'mutualhelp.offer',
  method: 'GET',
  path: '/api/help/offer',
  summary: 'What I offer my neighbours, and whether I signed the agreement.',
  access: 'signed_in',
  output: helpOffer,
});

export const setOffer = endpoint({
  name: 'mutualhelp.set_offer',
  method: 'PUT',
  path: '/api/help/offer',
  summary: 'Sets what I can do and when; asks that fit are told to me.',
  access: 'signed_in',
  body: z.object({
    kinds: z.array(z.enum(codes.helpKinds)).max(codes.helpKinds.length),
    times: z.array(z.enum(codes.offerTimes)).max(codes.offerTimes.length),
    paused: z.boolean().default(false),
  }),
  output: helpOffer,
});

export const signAgreement = endpoint({
  name: 'mutualhelp.sign_agreement',
  method: 'POST',
  path: '/api/help/agreement',
  summary: 'Signs the agreement that helpers of delicate asks need.',
  access: 'signed_in',
  body: z.object({ edition: z.literal(codes.agreementEdition) }),
  output: helpOffer,
});

export const listModerated = endpoint({
  name: 'mutualhelp.list_moderated',
  method: 'GET',
  path: '/api/help/moderation',
  summary: 'Asks inside the viewer’s areas, those with an open report first.',
  access: 'help.moderate',
  query: z.object({ ...paging, status: z.enum(codes.askStatuses).optional() }),
  output: page(moderatedAsk),
});

export const hideAsk = endpoint({
  name: 'mutualhelp.hide',
  method: 'POST',
  path: '/api/help/asks/:askId/hide',
  summary: 'Takes an ask off the board with a reason; held points are free again.',
  access: 'help.moderate',
  params: askParams,
  body: z.object({ reason: line(100), version }),
  output: moderatedAsk,
});

export const closeReports = endpoint({
  name: 'mutualhelp.close_reports',
  method: 'POST',
  path: '/api/help/asks/:askId/close-reports',
  summary: 'The community looked into it and lets the ask stand.',
  access: 'help.moderate',
  params: askParams,
  output: moderatedAsk,
});

import { z } from 'zod';
import { done, id, instant, line, page, paging, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import {
  account,
  accountFile,
  accountKinds,
  boardLine,
  check,
  grantRequest,
  month,
  noticeLine,
  objection,
  programme,
  publicRule,
  rehearsalLine,
  rule,
  statementLine,
} from './records.ts';
import { deskSources, pointSources } from './sources.ts';

const amount = z.coerce.number().int().min(1).max(100_000_000);
const whole = z.coerce.number().int().min(1).max(1_000_000);
const reason = line(200);

export const listNotice = endpoint({
  name: 'points.list_notice',
  method: 'GET',
  path: '/api/points/notice',
  summary: 'Points under public notice (公示): who, for what, how many, until when.',
  access: 'signed_in',
  query: z.object(paging),
  output: page(noticeLine),
});

export const objectToPoints = endpoint({
  name: 'points.object',
  method: 'POST',
  path: '/api/points/notice/:holdId/objections',
  summary: 'An objection to points under public notice; they wait until it is decided.',
  access: 'signed_in',
  callsPerMinuteMax: 10,
  params: z.object({ holdId: id }),
  body: z.object({ text: line(300) }),
  output: done,
});

export const boardPeriods = ['month', 'term', 'all'] as const;
export const readBoard = endpoint({
  name: 'points.read_board',
  method: 'GET',
  path: '/api/points/board',
  summary: 'Families that want to be seen, by points earned: nicknames only, a query of the ledger.',
  access: 'signed_in',
  query: z.object({ period: z.enum(boardPeriods).default('month') }),
  output: z.object({ items: z.array(boardLine), since: instant.nullable() }),
});

export const readRules = endpoint({
  name: 'points.read_rules',
  method: 'GET',
  path: '/api/points/rules',
  summary: 'What earns how many points now, for everybody to read.',
  access: 'public',
  output: z.object({ items: z.array(publicRule) }),
});

export const listProgrammes = endpoint({
  name: 'points.list_programmes',
  method: 'GET',
  path: '/api/points/programmes',
  summary: 'Budgets: what was put in, granted, is under notice, went back, is left.',
  access: 'points.read',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2200).optional() }),
  output: z.object({ items: z.array(programme) }),
});

export const openProgramme = endpoint({
  name: 'points.open_programme',
  method: 'POST',
  path: '/api/points/programmes',
  summary: 'Opens a programme with an empty budget.',
  access: 'points.edit',
  body: z.object({ name: line(60), year: z.coerce.number().int().min(2000).max(2200) }),
  output: z.object({ programmeId: id }),
});

const budget = z.object({ amount, reason });
const programmeParams = z.object({ programmeId: id });
export const fundProgramme = endpoint({
  name: 'points.fund',
  method: 'POST',
  path: '/api/points/programmes/:programmeId/fund',
  summary: 'Puts points into a budget.',
  access: 'points.approve',
  params: programmeParams,
  body: budget,
  output: done,
});

export const returnBudget = endpoint({
  name: 'points.return',
  method: 'POST',
  path: '/api/points/programmes/:programmeId/return',
  summary: 'Gives unused points of a budget back.',
  access: 'points.approve',
  params: programmeParams,
  body: budget,
  output: done,
});

export const listRules = endpoint({
  name: 'points.list_rules',
  method: 'GET',
  path: '/api/points/rules/versions',
  summary: 'Every rule with all its versions, newest first.',
  access: 'points.read',
  output: z.object({ items: z.array(rule) }),
});

export const ruleRate = {
  points: whole,
  per: whole,
  dayCap: whole.nullable().default(null),
  yearCap: whole.nullable().default(null),
};

export const makeRule = endpoint({
  name: 'points.make_rule',
  method: 'POST',
  path: '/api/points/rules',
  summary: 'A new rule; with `ruleId` another version of it, which is for whoever may approve.',
  access: 'points.read',
  body: z
    .object({
      ruleId: id.optional(),
      programmeId: id,
      title: line(60),
      ...ruleRate,
      noticeDays: z.coerce.number().int().min(0).max(60).default(0),
      lifeYears: z.coerce.number().int().min(0).max(20).nullable().default(1),
      lifeDays: whole.nullable().default(null),
      approvalAbove: z.coerce.number().int().min(0).max(1_000_000).nullable().default(null),
    })
    .refine(({ lifeYears, lifeDays }) => (lifeYears === null) !== (lifeDays === null), {
      path: ['lifeDays'],
    }),
  output: z.object({ ruleId: id, version: z.number().int() }),
});

export const setTariff = endpoint({
  name: 'points.set_tariff',
  method: 'POST',
  path: '/api/points/tariffs',
  summary: 'From now on a kind of deed earns by this rule, or by none.',
  access: 'points.approve',
  body: z.object({
    source: z.enum(pointSources),
    activityProgrammeId: id.nullable().default(null),
    ruleId: id.nullable(),
  }),
  output: done,
});

const optionalWhole = whole.optional();
export const rehearseRule = endpoint({
  name: 'points.rehearse',
  method: 'GET',
  path: '/api/points/rehearsal',
  summary: 'What a draft would have granted for last month’s deeds, beside what was granted.',
  access: 'points.read',
  query: z.object({ points: whole, per: whole, dayCap: optionalWhole, yearCap: optionalWhole }),
  output: z.object({ month: z.string(), items: z.array(rehearsalLine) }),
});

export const listRequests = endpoint({
  name: 'points.list_requests',
  method: 'GET',
  path: '/api/points/requests',
  summary: 'Grants by hand: waiting for a second person, and decided.',
  access: 'points.read',
  query: z.object({ ...paging, state: z.enum(['waiting', 'granted', 'declined']).optional() }),
  output: page(grantRequest),
});

export const requestGrant = endpoint({
  name: 'points.request',
  method: 'POST',
  path: '/api/points/requests',
  summary: 'Records a contribution with its evidence; above the rule’s limit a second person decides.',
  access: 'points.edit',
  body: z.object({
    to: line(60).describe(
      'A mobile number, the name of an organisation, or the id of a resident or an organisation',
    ),
    source: z.enum(deskSources),
    ruleId: id,
    quantity: whole,
    evidence: line(120).describe('Number or name of what proves it; it counts once'),
    reason,
  }),
  output: z.object({ requestId: id, state: z.enum(['waiting', 'granted']) }),
});

export const decideRequest = endpoint({
  name: 'points.decide_request',
  method: 'POST',
  path: '/api/points/requests/:requestId/decide',
  summary: 'The second person grants or declines; neither the first one nor the beneficiary’s family.',
  access: 'points.approve',
  params: z.object({ requestId: id }),
  body: z.object({ grant: z.boolean(), reason, version }),
  output: done,
});

export const listObjections = endpoint({
  name: 'points.list_objections',
  method: 'GET',
  path: '/api/points/objections',
  summary: 'Objections to points under notice, the undecided ones first.',
  access: 'points.read',
  query: z.object(paging),
  output: page(objection),
});

export const decideObjection = endpoint({
  name: 'points.decide_objection',
  method: 'POST',
  path: '/api/points/objections/:objectionId/decide',
  summary: 'Upheld: the points are withdrawn. Dismissed: they are released when their time has come.',
  access: 'points.approve',
  params: z.object({ objectionId: id }),
  body: z.object({ uphold: z.boolean(), reason }),
  output: done,
});

export const listAccounts = endpoint({
  name: 'points.list_accounts',
  method: 'GET',
  path: '/api/points/accounts',
  summary:
    'Accounts by a name, a family’s nickname, a phone number or an organisation; people masked. At most 200.',
  access: 'points.read',
  query: z.object({ search: line(60).optional(), kind: z.enum(accountKinds).optional() }),
  output: z.object({ items: z.array(account) }),
});

const accountParams = z.object({ accountId: id });
export const getAccount = endpoint({
  name: 'points.get_account',
  method: 'GET',
  path: '/api/points/accounts/:accountId',
  summary: 'One account, and what it held at an instant.',
  access: 'points.read',
  params: accountParams,
  query: z.object({ at: instant.optional() }),
  output: accountFile,
});

export const listStatement = endpoint({
  name: 'points.list_statement',
  method: 'GET',
  path: '/api/points/accounts/:accountId/statement',
  summary: 'Every movement of an account with its reason and the balance after it, newest first.',
  access: 'points.read',
  params: accountParams,
  query: z.object(paging),
  output: page(statementLine),
});

export const reverseGrant = endpoint({
  name: 'points.reverse',
  method: 'POST',
  path: '/api/points/transfers/:transferId/reverse',
  summary: 'Takes a wrong grant back as an opposite line, once, while its points are unspent.',
  access: 'points.approve',
  params: z.object({ transferId: id }),
  body: z.object({ reason }),
  output: done,
});

export const readMonths = endpoint({
  name: 'points.read_months',
  method: 'GET',
  path: '/api/points/months',
  summary: 'Issued, redeemed, expired and outstanding month by month, and the last check of the ledger.',
  access: 'points.read',
  output: z.object({ items: z.array(month), check: check.nullable() }),
});

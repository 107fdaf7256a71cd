// Public notice (公示) of hours: proofs that were issued, what spot checks found, and what is said against either.
import { z } from 'zod';
import { can, day, done, id, instant, line, page, paging } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';

/** So long after it was published something may be objected to. */
export const noticeDays = 30;

/** `2026-11`, a calendar month in Beijing. */
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

export const noticeKinds = ['certificate', 'check'] as const;
export type NoticeKind = (typeof noticeKinds)[number];
export const objectionStates = ['open', 'upheld', 'dismissed'] as const;
export type ObjectionState = (typeof objectionStates)[number];

const ownObjection = z
  .object({ state: z.enum(objectionStates), decision: z.string().nullable() })
  .nullable()
  .describe('What the viewer said against it');

export const noticedCertificate = z
  .object({
    certificateId: id,
    number: z
      .string()
      .describe('The last six digits of the code: enough to find one’s own, too few to forge one'),
    name: z.string().describe('Masked'),
    organisation: z.string(),
    fromOn: day,
    toOn: day,
    minutes: z.number().int(),
    count: z.number().int(),
    issuedAt: instant,
    holds: z.boolean().describe('False when records it stands on were corrected since'),
    objected: z.enum(objectionStates).nullable().describe('The gravest: open before upheld before dismissed'),
    mine: ownObjection,
    can: can('object'),
  })
  .meta({ id: 'NoticedCertificate' });
export type NoticedCertificate = z.output<typeof noticedCertificate>;

export const noticedCheck = z
  .object({
    checkId: id,
    area: z.string(),
    seed: z.string(),
    fromOn: day,
    toOn: day,
    outOf: z.number().int(),
    drawn: z.number().int(),
    wrong: z.number().int(),
    result: z.string(),
    publishedAt: instant,
    objected: z.enum(objectionStates).nullable(),
    mine: ownObjection,
    can: can('object'),
  })
  .meta({ id: 'NoticedCheck' });
export type NoticedCheck = z.output<typeof noticedCheck>;

const query = z.object({ ...paging, month: month.optional() });

export const listNoticedCertificates = endpoint({
  name: 'attendance.list_noticed_certificates',
  method: 'GET',
  path: '/api/hours/notice/certificates',
  summary: 'Proofs of service issued in a month, names masked, the newest first; without a month, all.',
  access: 'public',
  callsPerMinuteMax: 60,
  query,
  output: page(noticedCertificate),
});

export const listNoticedChecks = endpoint({
  name: 'attendance.list_noticed_checks',
  method: 'GET',
  path: '/api/hours/notice/checks',
  summary: 'What spot checks of hours found, the newest first; nobody is named.',
  access: 'public',
  callsPerMinuteMax: 60,
  query,
  output: page(noticedCheck),
});

export const objectToHours = endpoint({
  name: 'attendance.object',
  method: 'POST',
  path: '/api/hours/notice/:kind/:subjectId/objections',
  summary: 'A resident says what is wrong with a proof or a check under notice; the office answers.',
  access: 'signed_in',
  callsPerMinuteMax: 10,
  params: z.object({ kind: z.enum(noticeKinds), subjectId: id }),
  body: z.object({ text: line(300) }),
  output: done,
});

export const publishCheck = endpoint({
  name: 'attendance.publish_check',
  method: 'POST',
  path: '/api/hours/checks',
  summary:
    'Publishes what a spot check found: the same draw again, how many were wrong, what was done about it.',
  access: 'activity.approve',
  body: z.object({
    areaId: id.describe('The street or the community whose ledger was checked'),
    seed: line(60),
    from: day,
    to: day,
    count: z.number().int().min(1).max(100).default(20),
    wrongIds: z.array(id).max(100),
    result: line(200).describe('Names nobody'),
  }),
  output: z.object({ checkId: id }),
});

export const hoursObjection = z
  .object({
    objectionId: id,
    kind: z.enum(noticeKinds),
    about: z.string().describe('Names masked'),
    text: z.string(),
    state: z.enum(objectionStates),
    madeAt: instant,
    decision: z.string().nullable(),
    decidedBy: z.string().nullable(),
    can: can('decide'),
  })
  .meta({ id: 'HoursObjection' });
export type HoursObjection = z.output<typeof hoursObjection>;

export const listHoursObjections = endpoint({
  name: 'attendance.list_objections',
  method: 'GET',
  path: '/api/hours/objections',
  summary: 'Objections to proofs and checks inside the viewer’s areas, the undecided ones first.',
  access: 'activity.read',
  query: z.object(paging),
  output: page(hoursObjection),
});

export const decideHoursObjection = endpoint({
  name: 'attendance.decide_objection',
  method: 'POST',
  path: '/api/hours/objections/:objectionId/decide',
  summary: 'The answer of the office. Upheld, hours are corrected as ever: by two people, in the ledger.',
  access: 'activity.approve',
  params: z.object({ objectionId: id }),
  body: z.object({ uphold: z.boolean(), reason: line(200) }),
  output: done,
});

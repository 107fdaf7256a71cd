import * as codes from '#contract/cases/codes.ts';
import * as ends from '#contract/cases/endpoints.ts';
import { renewSuspension } from '#contract/cases/ledgers/endpoints.ts';
import type { CaseVerb } from '#contract/cases/records.ts';
import type { ReplyOutcome } from '#contract/cases/replies/outcomes.ts';
import { tellFirst } from '#contract/cases/review/endpoints.ts';
import type { AnyEndpoint } from '#contract/define.ts';
import { jointForms } from './joint/forms.ts';
import { photosMax } from './usePhotos.ts';
import { labels, verbWords as words } from './words.ts';

interface Common {
  key: string;
  label: string;
  optional?: boolean;
  help?: string;
}

/** One question of a verb; `key` is its name in the body. */
export type VerbField =
  | (Common & { kind: 'text'; rows: number; max: number })
  | (Common & { kind: 'reply'; max: number; outcomes?: readonly ReplyOutcome[] })
  | (Common & { kind: 'choice'; choices: readonly { value: string; word: string }[] })
  | (Common & {
      kind: 'day' | 'unit' | 'units' | 'area' | 'matter' | 'case' | 'told' | 'tick' | 'files' | 'tags';
    });

export interface VerbForm {
  endpoint: AnyEndpoint;
  fields: readonly VerbField[];
}

const text = (key: string, label: string, max: number, more: Partial<Common> = {}): VerbField => ({
  kind: 'text',
  key,
  label,
  max,
  rows: max > 120 ? 3 : 1,
  ...more,
});
const choice = <Code extends string>(
  key: string,
  label: string,
  values: readonly Code[],
  named: Readonly<Record<Code, string>>,
): VerbField => ({
  kind: 'choice',
  key,
  label,
  choices: values.map((value) => ({ value, word: named[value] })),
});

/** What goes to the requester: drafted and checked while it is typed. */
const reply = (
  key: string,
  label: string,
  max: number,
  help: string,
  outcomes?: readonly ReplyOutcome[],
): VerbField => ({ kind: 'reply', key, label, max, help, ...(outcomes ? { outcomes } : {}) });

const note = text('note', words.note, 1000, { optional: true });
const reason = text('reason', words.reason, 500);
const lead: VerbField = { kind: 'unit', key: 'lead', label: words.lead };
const helpers: VerbField = { kind: 'units', key: 'helpers', label: words.helpers, optional: true };
const told: VerbField = { kind: 'told', key: 'requesterTold', label: words.told };
const until: VerbField = { kind: 'day', key: 'until', label: words.until };
/** Who could not be reached is written down on the page of the callbacks, after the calls that it takes. */
const heard = <Code extends string>(answers: readonly Code[]) =>
  answers.filter((answer) => answer !== 'unreachable');
const said = [
  choice('solved', words.solved, heard(codes.solvedAnswers), labels.solved),
  choice('satisfaction', words.satisfaction, heard(codes.satisfactions), labels.satisfaction),
];

const form = (endpoint: unknown, ...fields: VerbField[]): VerbForm => ({
  endpoint: endpoint as AnyEndpoint,
  fields,
});

/** What each verb asks. Total over the verbs that the office gives; the rest are the requester's own. */
export const verbForms: Partial<Record<CaseVerb, VerbForm>> = {
  request_verification: form(ends.requestVerification, note),
  report_verification: form(
    ends.reportVerification,
    choice('finding', words.finding, codes.findings, labels.finding),
    note,
  ),
  register: form(
    ends.registerCase,
    { kind: 'matter', key: 'matterCode', label: words.matter },
    { kind: 'area', key: 'areaId', label: words.area },
    choice('urgency', words.urgency, codes.urgencies, labels.urgency),
    text('title', words.title, 80, { optional: true }),
  ),
  reject: form(
    ends.rejectCase,
    choice('rejectReason', words.rejectReason, codes.rejectReasons, labels.rejectReason),
    reply('answer', words.answer, 1000, words.answerHelp, ['not_possible', 'explained', 'transferred']),
  ),
  answer_directly: form(
    ends.answerDirectly,
    reply('answer', words.answer, 2000, words.answerHelp, ['explained', 'solved', 'transferred']),
  ),
  merge: form(ends.mergeCase, { kind: 'case', key: 'intoCaseId', label: words.into }),
  transfer_out: form(
    ends.transferOut,
    text('authority', words.authority, 100),
    text('receipt', words.receipt, 100),
  ),
  withdraw: form(ends.withdrawCase, reason),
  dispatch: form(ends.dispatchCase, lead, helpers, note),
  reassign: form(ends.reassignCase, lead, helpers, reason, {
    kind: 'tick',
    key: 'final',
    label: words.final,
  }),
  escalate_tier: form(ends.escalateTier, lead, reason),
  self_handle: form(ends.selfHandle, note),
  accept: form(ends.acceptCase, note),
  return_to_dispatcher: form(ends.returnToDispatcher, reason),
  start: form(ends.startCase, note),
  contact: form(
    ends.contactRequester,
    choice('way', words.way, codes.contactWays, labels.way),
    choice('outcome', words.outcome, codes.contactOutcomes, labels.outcome),
    note,
  ),
  add_progress: form(ends.addProgress, text('note', words.note, 1000)),
  report_co: form(ends.reportCo, text('note', words.note, 1000)),
  submit_result: form(
    ends.submitResult,
    reply('result', words.result, 4000, words.resultHelp),
    {
      kind: 'files',
      key: 'fileIds',
      label: words.resultPhotos,
      help: words.photosHelp(photosMax),
      optional: true,
    },
    text('waive', words.waive, 300, { optional: true }),
  ),
  request_extension: form(ends.requestExtension, until, reason, told),
  decide_extension: form(
    ends.decideExtension,
    {
      kind: 'choice',
      key: 'grant',
      label: words.grant,
      choices: [
        { value: 'true', word: words.grantYes },
        { value: 'false', word: words.grantNo },
      ],
    },
    reason,
  ),
  review_approve: form(ends.reviewApprove, text('instruction', words.instruction, 500, { optional: true })),
  review_return: form(ends.reviewReturn, reason),
  suspend: form(ends.suspendCase, text('plan', words.plan, 1000), until, told),
  resume: form(ends.resumeCase, note),
  supervise: form(ends.superviseCase, text('note', words.note, 500)),
  begin_confirmation: form(ends.beginConfirmation),
  confirm_pass: form(ends.confirmPass, ...said, note),
  confirm_fail: form(ends.confirmFail, ...said, reason),
  close_special: form(
    ends.closeSpecial,
    choice('closureType', words.closureType, ['special', 'error'] as const, labels.closure),
    reason,
  ),
  tell_first: form(tellFirst, text('reason', words.reason, 300)),
  renew_suspension: form(renewSuspension, text('plan', words.plan, 1000), until, told),
  reopen: form(ends.reopenCase, reason),
  ...jointForms,
};

export const verbLabel = (verb: CaseVerb): string =>
  verb === 'decide_extension' || verb === 'reveal' || verb === 'log_callback' || verb === 'arbitrate'
    ? words.others[verb]
    : labels.step[verb];

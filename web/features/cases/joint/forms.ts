// What the verbs of joint work ask; joined to the forms of the other verbs.
import * as codes from '#contract/cases/joint/codes.ts';
import * as ends from '#contract/cases/joint/endpoints.ts';
import type { CaseVerb } from '#contract/cases/records.ts';
import type { AnyEndpoint } from '#contract/define.ts';
import type { VerbField, VerbForm } from '../verbForms.ts';
import { jointLabels as labels, jointWords as words } from './words.ts';

const text = (key: string, label: string, max: number, more: Partial<VerbField> = {}): VerbField =>
  ({ kind: 'text', key, label, max, rows: max > 120 ? 3 : 1, ...more }) as VerbField;

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

const form = (endpoint: unknown, ...fields: VerbField[]): VerbForm => ({
  endpoint: endpoint as AnyEndpoint,
  fields,
});

export const jointForms: Partial<Record<CaseVerb, VerbForm>> = {
  blow_whistle: form(
    ends.blowWhistle,
    choice('whistleType', words.whistleType, codes.whistleTypes, labels.whistleType),
    { kind: 'unit', key: 'lead', label: words.whistleLead },
    { kind: 'units', key: 'others', label: words.whistleOthers, optional: true },
    text('reason', words.whistleReason, 500, { help: words.whistleReasonHelp }),
    { kind: 'day', key: 'arriveBy', label: words.arriveBy, optional: true },
  ),
  arbitrate: form(
    ends.arbitrate,
    { kind: 'unit', key: 'lead', label: words.lead },
    { kind: 'units', key: 'helpers', label: words.helpers, optional: true },
    text('reason', words.arbitrateReason, 500),
  ),
  remind: form(ends.remind, text('note', words.note, 500)),
  set_helper: form(
    ends.setHelper,
    { kind: 'unit', key: 'unit', label: words.unit },
    { kind: 'day', key: 'dueAt', label: words.dueAt, optional: true },
    text('waive', words.waive, 300, { optional: true }),
  ),
  consult: form(
    ends.consult,
    { kind: 'units', key: 'units', label: words.consultUnits },
    text('note', words.consultNote, 2000),
  ),
  relate: form(
    ends.relateCase,
    { kind: 'case', key: 'otherCaseId', label: words.other },
    choice('linkKind', words.linkKind, codes.linkKinds, labels.linkKind),
  ),
  tag: form(ends.tagCase, { kind: 'tags', key: 'tags', label: words.tags }),
  apply_exclusion: form(
    ends.applyExclusion,
    choice('exclusionReason', words.exclusionReason, codes.exclusionReasons, labels.exclusionReason),
    text('note', words.exclusionNote, 1000),
    { kind: 'files', key: 'fileIds', label: words.evidence },
  ),
  decide_exclusion: form(
    ends.decideExclusion,
    {
      kind: 'choice',
      key: 'grant',
      label: words.exclusionGrant,
      choices: [
        { value: 'true', word: words.grantYes },
        { value: 'false', word: words.grantNo },
      ],
    },
    text('note', words.decisionNote, 1000, { optional: true }),
  ),
};

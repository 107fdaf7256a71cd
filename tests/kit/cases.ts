// A case of the first community, walked to a state by the people whose work it is.
import * as cases from '#contract/cases/endpoints.ts';
import type { Kind, Status } from '#contract/cases/machine.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import type { Endpoint, InputOf } from '#contract/define.ts';
import type { Caller } from './street.ts';

export interface CaseStage {
  as(name: string): Promise<Caller>;
  /** Place of the case and the community that handles it. */
  entranceId: string;
  communityId: string;
}

/** Led by the community itself, so that its people may handle it (art. 17). */
export const communityMatter = '0901';

type Deed = Endpoint & { output: typeof cases.acceptCase.output };

/** Does one deed on a case as it stands now. */
export async function deed<E extends Deed>(
  stage: CaseStage,
  name: string,
  endpoint: E,
  on: CaseMoved,
  body: Omit<InputOf<E>, 'caseId' | 'version'> | Record<string, unknown> = {},
): Promise<CaseMoved> {
  const caller = await stage.as(name);
  const request = { params: { caseId: on.caseId }, body: { ...body, version: on.version } };
  return (await caller.call(endpoint, request as never)) as CaseMoved;
}

/** Opened by the community; a hotline order begins registered, anything else submitted. */
export async function openCase(
  stage: CaseStage,
  kind: Kind = 'grid_case',
  more: Record<string, unknown> = {},
): Promise<CaseMoved> {
  return await (await stage.as('李书记')).call(cases.openCase, {
    body: {
      kind,
      channel: 'grid',
      text: '楼上楼下为漏水争执，请来调解',
      areaId: stage.entranceId,
      matterCode: communityMatter,
      ...more,
    } as never,
  });
}

type Walk = (stage: CaseStage, on: CaseMoved) => Promise<CaseMoved>;

/** The ordinary way of a case, one walk for each state after `submitted`. */
const walks: readonly (readonly [Status, Walk])[] = [
  [
    'registered',
    (stage, on) =>
      deed(stage, '李书记', cases.registerCase, on, {
        matterCode: communityMatter,
        areaId: stage.entranceId,
        urgency: 'ordinary',
      }),
  ],
  [
    'dispatched',
    (stage, on) =>
      deed(stage, '李书记', cases.dispatchCase, on, { lead: { kind: 'area', unitId: stage.communityId } }),
  ],
  ['accepted', (stage, on) => deed(stage, '郑社工', cases.acceptCase, on)],
  [
    'in_progress',
    async (stage, on) => {
      const called = await deed(stage, '郑社工', cases.contactRequester, on, {
        way: 'phone',
        outcome: 'reached',
      });
      return await deed(stage, '郑社工', cases.startCase, called);
    },
  ],
  [
    'under_review',
    (stage, on) =>
      deed(stage, '郑社工', cases.submitResult, on, { result: '已上门调解，双方同意由物业修缮后各自承担' }),
  ],
  ['resolved', (stage, on) => deed(stage, '李书记', cases.reviewApprove, on)],
  ['confirming', (stage, on) => deed(stage, '柏回访', cases.beginConfirmation, on)],
  [
    'closed',
    (stage, on) => deed(stage, '柏回访', cases.confirmPass, on, { solved: 'yes', satisfaction: 'satisfied' }),
  ],
];

/** A grid case in the wanted state of the ordinary way. */
export async function caseAt(
  stage: CaseStage,
  status: Status,
  kind?: Kind,
  more?: Record<string, unknown>,
): Promise<CaseMoved> {
  let on = await openCase(stage, kind, more);
  for (const [reached, walk] of walks) {
    if (on.status === status) break;
    on = await walk(stage, on);
    if (on.status !== reached) throw new Error(`expected ${reached}, found ${on.status}`);
  }
  return on;
}

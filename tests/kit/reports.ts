// What residents report, walked to a state by the people whose work it is.
import * as cases from '#contract/cases/endpoints.ts';
import type { Status } from '#contract/cases/machine.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { type CaseStage, communityMatter, deed } from './cases.ts';
import { type TestStreet, testStreet } from './street.ts';

export interface ReportStage extends CaseStage {
  street: TestStreet;
  /** Sessions end while time goes by: everybody signs in again. */
  moveTo(instant: string): void;
}

/** A street of its own, the first community, and people who sign in once. */
export async function reportStage(): Promise<ReportStage> {
  const street = await testStreet();
  const callers = new Map<string, ReturnType<typeof street.as>>();
  const as = (name: string) => {
    const caller = callers.get(name) ?? street.as(name);
    callers.set(name, caller);
    return caller;
  };
  const { items } = await (await as('高主任')).call(listAreas, { query: { limit: 200 } });
  const id = (code: string) => items.find((area) => area.code === code)?.areaId ?? '';
  return {
    street,
    as,
    entranceId: id('990101001001001E01B01U1'),
    communityId: id('990101001001'),
    moveTo: (instant) => {
      street.clock.set(new Date(instant));
      callers.clear();
    },
  };
}

export async function report(
  stage: CaseStage,
  name: string,
  more: Record<string, unknown> = {},
): Promise<CaseMoved> {
  const { caseId, number, version } = await (await stage.as(name)).call(cases.reportCase, {
    body: { text: '楼上夜里拖桌子，两家说不到一起', areaId: stage.entranceId, ...more },
  });
  return { caseId, number, version, status: 'submitted', round: 1 };
}

type Walk = (stage: CaseStage, on: CaseMoved) => Promise<CaseMoved>;

const work: Record<'begin' | 'finish', Walk> = {
  begin: async (stage, on) => {
    const called = await deed(stage, '郑社工', cases.contactRequester, on, {
      way: 'phone',
      outcome: 'reached',
    });
    return await deed(stage, '郑社工', cases.startCase, called);
  },
  finish: (stage, on) =>
    deed(stage, '郑社工', cases.submitResult, on, { result: '已上门调解，楼上铺了地垫，双方满意' }),
};

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
  ['in_progress', work.begin],
  ['under_review', work.finish],
  [
    'resolved',
    async (stage, on) =>
      deed(stage, '许分管', cases.reviewApprove, await deed(stage, '李书记', cases.reviewApprove, on)),
  ],
];

/** Walks a reported case on until it stands in the wanted state. */
export async function walkTo(stage: CaseStage, from: CaseMoved, status: Status): Promise<CaseMoved> {
  let on = from;
  const start = walks.findIndex(([reached]) => reached === from.status) + 1;
  for (const [reached, walk] of walks.slice(start)) {
    if (on.status === status) break;
    on = await walk(stage, on);
    if (on.status !== reached) throw new Error(`expected ${reached}, found ${on.status}`);
  }
  return on;
}

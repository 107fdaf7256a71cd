// A stage for cases under review: four levels, and people who act on what they have just read.
import { beforeAll } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved, CaseRecord } from '#contract/cases/records.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { type CaseStage, deed, openCase } from './cases.ts';
import type { Refusal, TestStreet } from './street.ts';

export interface ReviewStage extends CaseStage {
  /** Sessions end while time goes by: everybody signs in again. */
  moveTo(instant: string): void;
  read(name: string, caseId: string): Promise<CaseRecord>;
  refused(
    name: string,
    endpoint: Parameters<typeof deed>[2],
    on: CaseMoved,
    body?: Record<string, unknown>,
  ): Promise<Refusal>;
  do(name: string, endpoint: Parameters<typeof deed>[2], on: CaseMoved, body?: object): Promise<CaseMoved>;
}

export function reviewStage(street: TestStreet): ReviewStage {
  const callers = new Map<string, ReturnType<TestStreet['as']>>();
  const as: CaseStage['as'] = (name) => {
    const caller = callers.get(name) ?? street.as(name);
    callers.set(name, caller);
    return caller;
  };
  const stage: ReviewStage = {
    as,
    entranceId: '',
    communityId: '',
    moveTo: (instant) => {
      street.clock.set(new Date(instant));
      callers.clear();
    },
    read: async (name, caseId) => await (await as(name)).call(cases.getCase, { params: { caseId } }),
    refused: async (name, endpoint, on, body = {}) => {
      const request = { params: { caseId: on.caseId }, body: { ...body, version: on.version } };
      return await (await as(name)).refusal(endpoint, request as never);
    },
    do: (name, endpoint, on, body = {}) => deed(stage, name, endpoint, on, body as Record<string, unknown>),
  };
  beforeAll(async () => {
    const { items } = await (await as('高主任')).call(listAreas, { query: { limit: 200 } });
    const id = (code: string) => items.find((area) => area.code === code)?.areaId ?? '';
    stage.entranceId = id('990101001001001E01B01U1');
    stage.communityId = id('990101001001');
  });
  return stage;
}

let orders = 0;

/** A hotline order, handed in by the community clerk and waiting for the first of four signatures. */
export async function orderInReview(
  stage: ReviewStage,
  more: Record<string, unknown> = {},
): Promise<CaseMoved> {
  orders += 1;
  let on = await openCase(stage, 'hotline_order', {
    channel: 'hotline',
    externalNumber: `京2026-R${orders}`,
    dueAt: '2026-11-28T02:00:00.000Z',
    requester: { name: '杨女士', phone: '13800138000' },
    ...more,
  });
  const lead = { kind: 'area', unitId: stage.communityId };
  on = await stage.do('沈派单', cases.dispatchCase, on, { lead });
  on = await stage.do('郑社工', cases.acceptCase, on);
  on = await stage.do('郑社工', cases.contactRequester, on, { way: 'phone', outcome: 'reached' });
  on = await stage.do('郑社工', cases.startCase, on);
  return await stage.do('郑社工', cases.submitResult, on, { result: '已上门调解，物业近期修好' });
}

/** Who signs a hotline order, level by level. */
export const signers = ['何经办', '李书记', '许分管', '高主任'] as const;

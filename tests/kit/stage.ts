// The stage of a case flow: the first community of the test street, and short ways to do and be refused.
import { beforeAll } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import type { CaseStage, deed } from './cases.ts';
import { type TestStreet, testStreet } from './street.ts';

export interface FlowStage extends CaseStage {
  street: TestStreet;
  streetAreaId: string;
  gridId: string;
  otherGridId: string;
  otherCommunityId: string;
  read(name: string, caseId: string): Promise<Awaited<ReturnType<typeof readCase>>>;
  refused(
    name: string,
    endpoint: Parameters<typeof deed>[2],
    on: CaseMoved,
    body?: Record<string, unknown>,
  ): Promise<{ status: number; code: string; [extra: string]: unknown }>;
  /** The same deed on the case as it stands by now. */
  now(on: CaseMoved): Promise<CaseMoved>;
}

const readCase = async (stage: CaseStage, name: string, caseId: string) =>
  await (await stage.as(name)).call(cases.getCase, { params: { caseId } });

export async function flowStage(): Promise<FlowStage> {
  const street = await testStreet();
  const callers = new Map<string, ReturnType<typeof street.as>>();
  const as: CaseStage['as'] = (name) => {
    const caller = callers.get(name) ?? street.as(name);
    callers.set(name, caller);
    return caller;
  };
  const stage: FlowStage = {
    street,
    as,
    entranceId: '',
    communityId: '',
    streetAreaId: '',
    gridId: '',
    otherGridId: '',
    otherCommunityId: '',
    read: (name, caseId) => readCase(stage, name, caseId),
    refused: async (name, endpoint, on, body = {}) => {
      const request = { params: { caseId: on.caseId }, body: { ...body, version: on.version } };
      return await (await as(name)).refusal(endpoint, request as never);
    },
    now: async (on) => await readCase(stage, '高主任', on.caseId),
  };
  beforeAll(async () => {
    const { items } = await (await as('高主任')).call(listAreas, { query: { limit: 200 } });
    const id = (code: string) => items.find((area) => area.code === code)?.areaId ?? '';
    stage.entranceId = id('990101001001001E01B01U1');
    stage.communityId = id('990101001001');
    stage.streetAreaId = id('990101001');
    stage.gridId = id('990101001001001');
    stage.otherGridId = id('990101001001002');
    stage.otherCommunityId = id('990101001002');
  });
  return stage;
}

export const area = (unitId: string) => ({ kind: 'area' as const, unitId });

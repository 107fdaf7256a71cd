// How a case of the demo comes in: by the hotline, from a resident, from the grid, from a company.
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { type Holder, perform, type Stage } from '../replay/stage.ts';
import type { Imagined } from './imagine.ts';
import { type Neighbourhood, type Office, pathOf, placeOf } from './people.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

export interface Begun {
  on: CaseMoved;
  areaId: string;
  areaPath: string;
  /** The company that a request about the own estate has gone to by itself. */
  leadId: string | null;
}

export async function begin(
  stage: Stage,
  office: Office,
  here: Neighbourhood,
  imagined: Imagined,
): Promise<Begun> {
  const { kind, theme, text, chance, cast } = imagined;
  const warden = chance.pick(here.wardens);
  const worker = cast?.reporter ?? chance.pick(here.gridWorkers);
  const near = kind === 'grid_case' ? worker : warden;
  const areaId = imagined.areaId ?? placeOf(near);
  const areaPath = imagined.areaPath ?? pathOf(near);
  const about = { text, matterCode: theme.matter, areaId };
  const opened = async (who: Holder, more: object): Promise<Begun> => ({
    on: await perform(stage, who, cases.openCase, {
      body: { kind, ...about, requester: imagined.requester, ...more } as never,
    }),
    areaId,
    areaPath,
    leadId: null,
  });
  if (cast?.reporter && kind !== 'grid_case')
    return await reported(stage, cast.reporter, imagined, { ...about, areaPath });
  switch (kind) {
    case 'hotline_order':
      return await opened(chance.pick(office.of('intake_officer')), {
        channel: 'hotline',
        ...orderOf(stage, imagined),
      });
    case 'enterprise_demand':
      return await reported(stage, chance.pick(office.enterprises), imagined, { ...about, areaPath });
    case 'grid_case':
      return await opened(worker, { channel: 'grid', requester: null });
    case 'dispute':
      return await opened(chance.pick(here.clerks), { channel: 'visit' });
    default:
      return await reported(stage, warden, imagined, { ...about, areaPath });
  }
}

/** An order comes with a number and a date of its own. */
function orderOf(stage: Stage, { chance, dueInHours }: Imagined) {
  const now = stage.clock.now();
  const due =
    dueInHours === undefined
      ? now.getTime() + chance.pick([3, 5, 7, 7, 15]) * dayMs
      : stage.end.getTime() + dueInHours * hourMs;
  return {
    externalNumber: `HJ${now.toISOString().slice(0, 10).replaceAll('-', '')}${chance.between(100_000, 999_999)}`,
    dueAt: new Date(due).toISOString(),
  };
}

async function reported(
  stage: Stage,
  who: Holder,
  { kind, fate }: Imagined,
  { areaPath, ...about }: { text: string; matterCode: string; areaId: string; areaPath: string },
): Promise<Begun> {
  const mine = await perform(stage, who, cases.reportCase, {
    body: {
      kind: kind as 'resident_report',
      ...about,
      ...(fate === 'answered' ? { requestType: 'inquiry' as const, matterCode: '2001' } : {}),
    },
  });
  const { caseId, number, version } = mine;
  const leadId = kind === 'property_request' ? await leadOf(stage, caseId) : null;
  const status = leadId === null ? 'submitted' : 'dispatched';
  return { on: { caseId, number, version, status, round: 1 }, areaId: about.areaId, areaPath, leadId };
}

async function leadOf(stage: Stage, caseId: string): Promise<string | null> {
  const row = await stage.db
    .selectFrom('cases')
    .select('lead_id')
    .where('street_id', '=', stage.street.streetId)
    .where('id', '=', caseId)
    .executeTakeFirst();
  return row?.lead_id ?? null;
}

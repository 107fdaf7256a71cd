// One imagined case told through the endpoints, beat by beat, as far as the clock has come.
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import type { AnyEndpoint } from '#contract/define.ts';
import { type Holder, perform, type Stage } from '../replay/stage.ts';
import { type Beat, beatsOf } from './beats.ts';
import type { Imagined } from './imagine.ts';
import { type Neighbourhood, type Office, placeOf } from './people.ts';

const dayMs = 86_400_000;

/** Answers the case as it stands when its story has caught up with the end of the stage. */
export async function tellCase(
  stage: Stage,
  office: Office,
  imagined: Imagined,
): Promise<CaseMoved | undefined> {
  if (stage.clock.now() >= stage.end) return undefined;
  const here = imagined.chance.pick(office.neighbourhoods);
  let on = await begin(stage, office, here, imagined);
  const leadId = on.status === 'dispatched' ? await leadOf(stage, on.caseId) : null;
  for (const beat of beatsOf(office, here, imagined, { status: on.status, leadId })) {
    if (!later(stage, beat.after)) break;
    on = await act(stage, on, beat);
  }
  return on;
}

/** False, and the clock left alone, when the story would run ahead of the real now. */
function later(stage: Stage, minutes: number): boolean {
  const wanted = new Date(stage.clock.now().getTime() + minutes * 60_000);
  if (wanted > stage.end) return false;
  stage.clock.set(wanted);
  return true;
}

export async function act(
  stage: Stage,
  on: CaseMoved,
  { who, endpoint, body }: Pick<Beat, 'who' | 'endpoint' | 'body'>,
): Promise<CaseMoved> {
  const request = {
    params: { caseId: on.caseId },
    body: { ...body?.(stage.clock.now()), version: on.version },
  };
  return (await perform(stage, who, endpoint as AnyEndpoint, request as never)) as CaseMoved;
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

async function begin(
  stage: Stage,
  office: Office,
  here: Neighbourhood,
  { kind, theme, text, requester, chance }: Imagined,
): Promise<CaseMoved> {
  const warden = chance.pick(here.wardens);
  const about = { text, matterCode: theme.matter, areaId: placeOf(warden) };
  const opened = (who: Holder, more: object) =>
    perform(stage, who, cases.openCase, { body: { kind, ...about, requester, ...more } as never });
  const reported = async (who: Holder) => {
    const mine = await perform(stage, who, cases.reportCase, {
      body: { kind: kind as 'resident_report', ...about },
    });
    const { caseId, number, version } = mine;
    const status = kind === 'property_request' && (await leadOf(stage, caseId)) ? 'dispatched' : 'submitted';
    return { caseId, number, version, status, round: 1 } as CaseMoved;
  };
  switch (kind) {
    case 'hotline_order': {
      const dueAt = new Date(
        stage.clock.now().getTime() + chance.pick([3, 5, 7, 7, 15]) * dayMs,
      ).toISOString();
      const externalNumber = `HJ${stage.clock.now().toISOString().slice(0, 10).replaceAll('-', '')}${chance.between(100_000, 999_999)}`;
      return await opened(chance.pick(office.of('intake_officer')), {
        channel: 'hotline',
        externalNumber,
        dueAt,
      });
    }
    case 'enterprise_demand':
      return await reported(chance.pick(office.enterprises));
    case 'grid_case': {
      const worker = chance.pick(here.gridWorkers);
      return await opened(worker, { channel: 'grid', requester: null, areaId: placeOf(worker) });
    }
    case 'dispute':
      return await opened(chance.pick(here.clerks), { channel: 'visit' });
    default:
      return await reported(warden);
  }
}

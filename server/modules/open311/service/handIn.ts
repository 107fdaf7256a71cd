// A report of a program: the key first, then the words, then the same way into the house as every other report.
import { serviceNotice, serviceWords, trackNotice } from '#contract/open311/words.ts';
import type { Actor, Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { listMatters, reportFromOutside } from '#modules/cases/index.ts';
import { findAreaByCode } from '#modules/territory/index.ts';
import { leavesOf } from '../answers.ts';
import { type Fault, type Fields, field, type HandedIn, handedIn } from '../ask.ts';
import { repeatWindows, requestsPerDayMax, sameness } from '../rules.ts';
import { claimKey } from '../store/keys.ts';
import { countSince, findRepeat, insertRequest } from '../store/requests.ts';
import type { Value } from '../xml.ts';

const DAY_MS = 86_400_000;

/** The table alone opens nothing. */
export const secretHash = (context: Context, secret: string): string =>
  context.services.crypto.sign('open311.key', secret);

/** Refuses with every fault at once, so that a program is mended in one round. */
export function refuseFor(faults: readonly Fault[]): never {
  throw new Problem('open311.refused', 400, { faults });
}

export async function handIn(context: Context, form: Fields, chosenKey: string | null): Promise<Value> {
  const said = handedIn(form);
  const secret = field(form, 'api_key');
  if (secret === null) return refuseFor(Array.isArray(said) ? said : []);
  const key = await claimKey(context, secretHash(context, secret));
  if (!key) throw new Problem('open311.key_invalid', 403);
  if (Array.isArray(said)) return refuseFor(said);

  const bodyHash = context.services.crypto.hash(sameness(form));
  const repeatHash = chosenKey === null ? bodyHash : context.services.crypto.hash(`key ${chosenKey}`);
  const days = chosenKey === null ? repeatWindows.body : repeatWindows.chosen;
  const known = await findRepeat(context, key.id, repeatHash, daysAgo(context, days));
  if (known && known.body_hash !== bodyHash) throw new Problem('open311.repeat_conflict', 409);
  if (known) return [{ service_request_id: known.case_id, service_notice: null, account_id: null }];

  if ((await countSince(context, key.id, daysAgo(context, 1))) >= requestsPerDayMax)
    throw new Problem('open311.too_many', 429, { max: requestsPerDayMax });
  const { caseId, number } = await report(context.as(programActor(key.name)), said);
  await insertRequest(context, { caseId, keyId: key.id, repeatHash, bodyHash });
  const notice = `${serviceNotice(number)}${said.requester?.phone ? trackNotice : ''}`;
  return [{ service_request_id: caseId, service_notice: notice, account_id: null }];
}

async function report(context: Context, said: HandedIn) {
  const matter = leavesOf((await listMatters(context)).items).find(({ code }) => code === said.serviceCode);
  if (!matter) throw new Problem('open311.service_unknown', 404, { value: said.serviceCode });
  const area = said.addressId === null ? null : await findAreaByCode(context, said.addressId);
  if (area === undefined) throw new Problem('open311.address_unknown', 404, { value: said.addressId });
  return await reportFromOutside(context, {
    text: said.description ?? matter.name,
    matterCode: matter.code,
    requestType: said.requestType,
    areaId: area?.areaId ?? null,
    placeText: said.placeText,
    longitude: said.longitude,
    latitude: said.latitude,
    requester: said.requester,
    cells: said.cells,
  });
}

const daysAgo = ({ now }: Context, days: number): string =>
  new Date(now.getTime() - days * DAY_MS).toISOString();

/** A program holds no right of its own: it can do what this door does. */
const programActor = (name: string): Actor => ({
  kind: 'system',
  accountId: null,
  personId: null,
  displayName: serviceWords.actor(name),
  sessionId: null,
  posts: [],
});

// What everybody may read of requests: published words, and of the rest the category, the dates and the status.
import { statusNotes } from '#contract/open311/words.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { listOutside, type OutsideCase } from '#modules/cases/index.ts';
import { areaNames, positionsOf } from '#modules/territory/index.ts';
import { type Fields, filterOf, idsOf } from '../ask.ts';
import { isHandedIn } from '../store/requests.ts';
import type { Value } from '../xml.ts';
import { refuseFor } from './handIn.ts';

export async function listRequests(context: Context, query: Fields): Promise<Value> {
  const filter = filterOf(query, context.now);
  if (Array.isArray(filter)) return refuseFor(filter);
  return await present(context, await listOutside(context, filter));
}

export async function readRequest(context: Context, requestId: string): Promise<Value> {
  const filter = filterOf({ service_request_id: requestId }, context.now);
  const found = Array.isArray(filter) ? [] : await listOutside(context, filter);
  if (found.length === 0) throw new Problem('open311.request_unknown', 404, { value: requestId });
  return await present(context, found);
}

/** A report has its id at once, so the token is the id. */
export async function readToken(context: Context, token: string): Promise<Value> {
  const [id] = idsOf([token]);
  if (!id || !(await isHandedIn(context, id)))
    throw new Problem('open311.token_unknown', 404, { value: token });
  return [{ service_request_id: id, token: id }];
}

async function present(context: Context, cases: readonly OutsideCase[]): Promise<Value> {
  const ids = cases.flatMap(({ published }) => published?.communityId ?? []);
  const [names, positions] = [await areaNames(context, ids), await positionsOf(context, ids)];
  const { name, district } = context.street;
  return cases.map((one) => {
    const communityId = one.published?.communityId ?? '';
    const community = names.get(communityId);
    // The middle of the community, never the spot: what was published names no door.
    const position = positions.get(communityId);
    return {
      service_request_id: one.requestId,
      status: one.isOpen ? 'open' : 'closed',
      status_notes: one.published?.done ?? statusNotes[one.status],
      service_name: one.matter?.name ?? '',
      service_code: one.matter?.code ?? '',
      description: one.published?.asked ?? one.matter?.name ?? '',
      ...(one.unit ? { agency_responsible: one.unit } : {}),
      requested_datetime: w3(one.reportedAt),
      updated_datetime: w3(one.updatedAt),
      ...(one.dueAt ? { expected_datetime: w3(one.dueAt) } : {}),
      address: [community, name, district].filter(Boolean).join(', '),
      ...(position ? { lat: position[1], long: position[0] } : {}),
    };
  });
}

/** In Beijing's time, to the second. */
const w3 = (instant: string): string =>
  `${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

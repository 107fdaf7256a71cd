// The person concerned asks for a correction (《志愿服务记录与证明出具办法（试行）》): an ask, not yet a signature.
import { correctionAsked } from '#contract/attendance/events.ts';
import type { askCorrection as askEndpoint } from '#contract/attendance/own.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { Problem } from '#kernel/problem.ts';
import { findEntry } from '../store/hours.ts';
import { findRequest, insertRequest } from '../store/requests.ts';
import { viewOwnRequest } from '../view.ts';
import { ownAndWards } from './ledger.ts';
import { correctionOf, refuseMinutes } from './requests.ts';

/** @throws Problem 404 `input.id_unknown` also for an entry of somebody else */
export async function askCorrection(
  context: Context,
  input: InputOf<typeof askEndpoint>,
): Promise<OutputOf<typeof askEndpoint>> {
  const entry = await findEntry(context, input.entryId);
  const own = await ownAndWards(context);
  if (!entry || !own.some(({ personId }) => personId === entry.person_id))
    throw new Problem('input.id_unknown', 404);
  await refuseMinutes(context, entry, input.minutes);
  const id = context.newId();
  const isNew = await insertRequest(context, {
    id,
    ...correctionOf(entry, input),
    state: 'asked',
    asked_by: context.actor.accountId ?? '',
    asked_by_person: context.actor.personId,
    asked_by_name: maskName(context.actor.displayName),
    wished_by: context.actor.accountId,
  });
  if (!isNew) throw new Problem('attendance.asked_already', 409);
  await context.emit({
    name: correctionAsked.name,
    subject: { module: 'attendance', id },
    areaPath: entry.area_path,
    data: { sessionId: entry.session_id, personId: entry.person_id },
  });
  const row = await findRequest(context, id);
  if (!row) throw new Error('A request that was just written is there.');
  return viewOwnRequest(row);
}

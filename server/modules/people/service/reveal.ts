import type { InputOf } from '#contract/define.ts';
import type { revealPerson } from '#contract/people/endpoints.ts';
import { personRevealed } from '#contract/people/events.ts';
import type { Revealed } from '#contract/people/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { postsWith } from '#kernel/scope.ts';
import { mayReveal } from '../policy.ts';
import { getPerson } from '../store/persons.ts';
import { insertReveal } from '../store/protection.ts';
import { ownMinorAccess } from '../store/requests.ts';
import { clearValues } from '../view.ts';
import { personFacts, standingAccess } from './personRecord.ts';

/** Clear values, once. The look is kept before they leave: what is not logged is not seen. */
export async function revealPersonValues(
  context: Context,
  input: InputOf<typeof revealPerson>,
): Promise<Revealed> {
  const row = await getPerson(context, input.personId);
  const access = await ownMinorAccess(context, row.id);
  const facts = personFacts(context, row, access, false);
  const may = mayReveal(context.actor, facts);
  if (may !== true) throw new Problem(may, may === 'person.erased' ? 409 : 403);
  if (input.purpose === 'other' && input.reason === '')
    throw new Problem('person.reveal_reason_missing', 400);

  const revealId = context.newId();
  const requestId = facts.minor ? (standingAccess(context, access)?.id ?? null) : null;
  const fields = [...new Set(input.fields)];
  const post = postsWith(context.actor, 'person.reveal').find((one) =>
    row.area_path.startsWith(one.areaPath),
  );
  await insertReveal(context, {
    id: revealId,
    person_id: row.id,
    account_id: context.actor.accountId ?? '',
    by_name: context.actor.displayName,
    by_role: post?.role ?? null,
    purpose: input.purpose,
    reason: input.reason,
    fields,
    request_id: requestId,
  });
  await context.emit({
    name: personRevealed.name,
    subject: { module: 'people', id: row.id },
    data: { purpose: input.purpose, fields, minor: facts.minor, revealId, requestId },
    areaPath: row.area_path,
  });
  const clear = clearValues(context, row);
  return { personId: row.id, values: Object.fromEntries(fields.map((field) => [field, clear[field]])) };
}

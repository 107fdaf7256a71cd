import type { InputOf, OutputOf } from '#contract/define.ts';
import { agreementEdition } from '#contract/mutualhelp/codes.ts';
import type { agreePledge, pledgeHelp, showContact, withdrawPledge } from '#contract/mutualhelp/endpoints.ts';
import { helpAgreed, helpContactShown, helpPledged, helpWithdrawn } from '#contract/mutualhelp/events.ts';
import { demandOf } from '#contract/mutualhelp/safety.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { phonesOfPersons } from '#modules/identity/index.ts';
import { findHomeOfPerson } from '#modules/people/index.ts';
import { factsOf } from '../places.ts';
import * as rules from '../rules.ts';
import { changeAsk } from '../store/asks.ts';
import { signedOf } from '../store/offers.ts';
import { passOthers, savePledge, setPledge } from '../store/pledges.ts';
import { askNow } from '../view.ts';
import { giveBack, holdThanks } from './holds.ts';
import { answerAsk, openAsk, refuseUnless } from './load.ts';

export async function pledge(
  context: Context,
  { askId }: InputOf<typeof pledgeHelp>,
): Promise<OutputOf<typeof pledgeHelp>> {
  const { me, ask, pledges } = await openAsk(context, askId);
  const own = pledges.find(({ helper_id }) => helper_id === me.personId);
  refuseUnless(rules.mayPledge(askNow(ask), me.personId, own?.state ?? null, context.now));
  const signed = await signedOf(context, [me.personId], agreementEdition);
  const fault = rules.helperFault(
    { age: me.age, agreementSigned: signed.has(me.personId) },
    demandOf(ask.safeguards).agreement,
  );
  if (fault) throw new Problem(fault, fault === 'help.minor' ? 403 : 409);

  const pledgeId = await savePledge(context, ask.id, me.personId);
  await context.emit({
    name: helpPledged.name,
    subject: { module: 'mutualhelp', id: ask.id },
    data: { pledgeId },
    areaPath: ask.area_path,
  });
  return await answerAsk(context, ask.id, me);
}

export async function withdraw(
  context: Context,
  { askId }: InputOf<typeof withdrawPledge>,
): Promise<OutputOf<typeof withdrawPledge>> {
  const { me, ask, pledges } = await openAsk(context, askId);
  const own = pledges.find(({ helper_id }) => helper_id === me.personId);
  refuseUnless(rules.mayWithdraw(askNow(ask), own?.state ?? null));
  if (!own) throw new Problem('help.not_pledged', 409);
  const wasAgreed = own.state === 'agreed';
  await giveBack(context, own, 'withdrawn');
  await setPledge(context, own.id, { state: 'withdrawn', hold_id: null });
  if (wasAgreed) await changeAsk(context, ask.id, { status: 'open' });
  await context.emit({
    name: helpWithdrawn.name,
    subject: { module: 'mutualhelp', id: ask.id },
    from: ask.status,
    to: 'open',
    data: { pledgeId: own.id, wasAgreed },
    areaPath: ask.area_path,
  });
  return await answerAsk(context, ask.id, me);
}

export async function agree(
  context: Context,
  input: InputOf<typeof agreePledge>,
): Promise<OutputOf<typeof agreePledge>> {
  const { me, ask, pledges } = await openAsk(context, input.askId);
  refuseUnless(rules.mayAgree(askNow(ask), me.personId));
  const chosen = pledges.find(({ id }) => id === input.pledgeId);
  if (!chosen) throw new Problem('input.id_unknown', 404);
  if (chosen.state !== 'offered') throw new Problem('help.pledge_gone', 409);

  const holdId = await holdThanks(context, ask, chosen.helper_id);
  await setPledge(context, chosen.id, { state: 'agreed', hold_id: holdId, agreed_at: context.now });
  const agreed = pledges.filter(({ state }) => state === 'agreed').length + 1;
  const complete = agreed >= ask.helpers_wanted;
  await changeAsk(context, ask.id, { status: complete ? 'matched' : 'open' });
  if (complete) await passOthers(context, ask.id);
  await context.emit({
    name: helpAgreed.name,
    subject: { module: 'mutualhelp', id: ask.id },
    from: ask.status,
    to: complete ? 'matched' : 'open',
    data: { pledgeId: chosen.id, helperId: chosen.helper_id, complete },
    areaPath: ask.area_path,
  });
  return await answerAsk(context, ask.id, me);
}

/** The asker reads the helpers, a helper the asker; each look is in the trail. */
export async function contact(
  context: Context,
  { askId }: InputOf<typeof showContact>,
): Promise<OutputOf<typeof showContact>> {
  const { me, ask, pledges } = await openAsk(context, askId);
  const agreedIds = pledges.filter(({ state }) => state === 'agreed').map(({ helper_id }) => helper_id);
  const verdict = rules.maySeeContact(askNow(ask), me.personId, agreedIds);
  if (verdict !== true) throw new Problem(verdict, verdict === 'help.not_party' ? 403 : 409);
  const isAsker = ask.asker_id === me.personId;
  const shown = isAsker ? agreedIds : [ask.asker_id];
  const [facts, phones] = [await factsOf(context, shown), await phonesOfPersons(context, shown)];
  const home = isAsker ? null : await findHomeOfPerson(context, ask.asker_id);
  await context.emit({
    name: helpContactShown.name,
    subject: { module: 'mutualhelp', id: ask.id },
    data: {},
    areaPath: ask.area_path,
  });
  return {
    people: shown.map((personId) => ({
      name: facts.get(personId)?.name ?? '',
      phone: phones.get(personId) ?? null,
      door: home ? [home.entrance, home.room].filter(Boolean).join(' ') : null,
    })),
  };
}

import type { InputOf } from '#contract/define.ts';
import { agreementEdition, limits } from '#contract/mutualhelp/codes.ts';
import type { setOffer, signAgreement } from '#contract/mutualhelp/endpoints.ts';
import { helpAgreementSigned, helpOffered } from '#contract/mutualhelp/events.ts';
import type { HelpOffer } from '#contract/mutualhelp/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { type Neighbour, neighbourOf } from '../places.ts';
import { findOffer, saveAgreement, saveOffer, signedOf } from '../store/offers.ts';
import { viewOffer } from '../view.ts';

export async function readOwnOffer(context: Context): Promise<HelpOffer> {
  const { personId, age } = await neighbourOf(context);
  const signed = await signedOf(context, [personId], agreementEdition);
  return viewOffer(await findOffer(context, personId), signed.has(personId), age);
}

async function adult(context: Context): Promise<Neighbour> {
  const me = await neighbourOf(context);
  if (me.age !== null && me.age < limits.adultAge) throw new Problem('help.minor', 403);
  return me;
}

export async function setOwnOffer(context: Context, input: InputOf<typeof setOffer>): Promise<HelpOffer> {
  const me = await adult(context);
  const { kinds, times, paused } = input;
  await saveOffer(context, me.personId, {
    communityId: me.communityId,
    homePath: me.home.path,
    kinds,
    times,
    paused,
  });
  await context.emit({
    name: helpOffered.name,
    subject: { module: 'mutualhelp', id: me.personId },
    data: { kinds, paused },
    areaPath: me.communityPath,
  });
  return await readOwnOffer(context);
}

export async function sign(context: Context, { edition }: InputOf<typeof signAgreement>): Promise<HelpOffer> {
  const me = await adult(context);
  if (await saveAgreement(context, me.personId, edition))
    await context.emit({
      name: helpAgreementSigned.name,
      subject: { module: 'mutualhelp', id: me.personId },
      data: { edition },
      areaPath: me.communityPath,
    });
  return await readOwnOffer(context);
}

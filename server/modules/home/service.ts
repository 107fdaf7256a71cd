import type { InputOf } from '#contract/define.ts';
import type { chooseCommunity } from '#contract/home/endpoints.ts';
import { communityChosen } from '#contract/home/events.ts';
import type { Home } from '#contract/home/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { holdersAround } from '#modules/identity/index.ts';
import { dutyPhones, findOrganisationOf, propertyServing } from '#modules/organisations/index.ts';
import { findHomeOfPerson } from '#modules/people/index.ts';
import { areaChain, areaNames, getArea } from '#modules/territory/index.ts';
import { type KnownHome, mayCallWarden, mayChooseCommunity } from './policy.ts';
import { refuseChoice } from './rules.ts';
import { findChoice, saveChoice } from './store/choices.ts';

export async function readHomeOf(context: Context): Promise<Home> {
  const known = await registered(context);
  const chosenId = known ? undefined : await findChoice(context, accountOf(context));
  const areaId = known?.areaId ?? chosenId;
  const chain = areaId ? await areaChain(context, areaId) : [];
  const community = chain.find((area) => area.level === 'community');
  return {
    name: context.actor.displayName,
    source: known ? 'register' : chosenId ? 'choice' : null,
    community: community ? { areaId: community.areaId, name: community.name } : null,
    door: known?.door ?? null,
    wardens: known ? await wardensOf(context, known) : [],
    gridWorkers: known ? await gridWorkersOf(context, known) : [],
    property: known ? await propertyOf(context, known) : null,
    communityOffice: community ? await officeOf(context, community.areaId) : null,
    can: { choose_community: mayChooseCommunity(known) },
  };
}

export async function chooseOwnCommunity(
  context: Context,
  input: InputOf<typeof chooseCommunity>,
): Promise<Home> {
  const place = await getArea(context, input.areaId);
  const known = await registered(context);
  const may = mayChooseCommunity(known);
  if (may !== true) {
    const { community } = await readHomeOf(context);
    throw new Problem(may, 409, { community: community?.name ?? context.street.name });
  }
  const refused = refuseChoice(place);
  if (refused) throw new Problem(refused, 409, { name: place.name });

  await saveChoice(context, accountOf(context), place.areaId);
  await context.emit({
    name: communityChosen.name,
    subject: { module: 'home', id: accountOf(context) },
    data: { areaId: place.areaId },
    areaPath: place.path,
  });
  return await readHomeOf(context);
}

/** @throws Problem 401 for an actor without an account. */
function accountOf({ actor }: Context): string {
  if (!actor.accountId) throw new Problem('session.missing', 401);
  return actor.accountId;
}

type RegisteredHome = KnownHome & { areaId: string; door: string };

async function registered(context: Context): Promise<RegisteredHome | null> {
  const { personId } = context.actor;
  const found = personId ? await findHomeOfPerson(context, personId) : null;
  if (!found) return null;
  const { areaId, areaPath, entrance, room } = found;
  return { areaId, areaPath, door: entrance, hasHousehold: room !== null };
}

async function wardensOf(context: Context, home: RegisteredHome): Promise<Home['wardens']> {
  const holders = await holdersAround(context, ['door_warden'], home.areaPath);
  const others = holders.filter((holder) => holder.accountId !== context.actor.accountId);
  const names = await areaNames(
    context,
    others.map((holder) => holder.areaId),
  );
  return others.map((holder) => ({
    name: holder.name,
    place: names.get(holder.areaId) ?? '',
    phone: mayCallWarden(home, holder.areaPath) ? context.services.crypto.decrypt(holder.phoneCipher) : null,
  }));
}

async function gridWorkersOf(context: Context, home: KnownHome): Promise<Home['gridWorkers']> {
  const holders = await holdersAround(context, ['grid_worker'], home.areaPath);
  return [...new Set(holders.map((holder) => holder.name))].map((name) => ({ name }));
}

async function propertyOf(context: Context, home: KnownHome): Promise<Home['property']> {
  const company = await propertyServing(context, home.areaPath);
  return company ? await withDutyPhone(context, company) : null;
}

async function officeOf(context: Context, communityId: string): Promise<Home['communityOffice']> {
  const office = await findOrganisationOf(context, 'community_office', communityId);
  return office ? await withDutyPhone(context, office) : null;
}

async function withDutyPhone(
  context: Context,
  organisation: { organisationId: string; name: string; shortName: string | null },
) {
  const { organisationId, name, shortName } = organisation;
  const phones = await dutyPhones(context, [organisationId]);
  return { name: shortName ?? name, phone: phones.get(organisationId) ?? null };
}

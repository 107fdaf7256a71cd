// Who works on a case: the unit that leads it, the person in it, and those who sign.
import { kindRules, ranksOf } from '#contract/cases/kinds.ts';
import type { Holder } from '../replay/stage.ts';
import type { Begun } from './begin.ts';
import { sectionOf } from './duties.ts';
import type { Imagined } from './imagine.ts';
import { type Neighbourhood, type Office, other, pathOf, placeOf, unitIdOf } from './people.ts';

export interface Crew {
  unit: { kind: 'area' | 'organisation'; unitId: string };
  handler: Holder;
}

export const unitOf = (holder: Holder): Crew['unit'] =>
  unitIdOf(holder) === ''
    ? { kind: 'area', unitId: placeOf(holder) }
    : { kind: 'organisation', unitId: unitIdOf(holder) };

const gridShare = 0.35;

export function crewOf(
  office: Office,
  here: Neighbourhood,
  { theme, chance, cast }: Imagined,
  { leadId }: Pick<Begun, 'leadId'>,
): Crew | undefined {
  if (leadId !== null) {
    const staff = office.of('property_staff').filter((one) => unitIdOf(one) === leadId);
    const handler = staff.find((one) => one.accountId === cast?.handler?.accountId) ?? staff[0];
    return handler && { unit: { kind: 'organisation', unitId: leadId }, handler };
  }
  const lead = cast?.lead ?? theme.lead;
  if (lead === 'grid' || (lead === 'community' && !cast && chance.chance(gridShare))) {
    const handler = cast?.handler ?? chance.pick(here.gridWorkers);
    return { unit: { kind: 'area', unitId: placeOf(handler) }, handler };
  }
  if (lead === 'community')
    return {
      unit: { kind: 'area', unitId: here.areaId },
      handler: cast?.handler ?? chance.pick(here.clerks),
    };
  const section = office.sectionNamed(sectionOf(theme.matter));
  const people =
    lead === 'property' && here.property.length > 0
      ? here.property
      : section.length > 0
        ? section
        : chance.pick(office.sections);
  const handler = cast?.handler ?? chance.pick(people);
  return { unit: unitOf(handler), handler };
}

/** Level by level; nobody signs an own result or twice. A street case climbs to the chief, a local one to the secretary. */
export function signersOf(
  office: Office,
  here: Neighbourhood,
  { kind, chance, theme }: Imagined,
  handler: Holder,
  tier = 1,
): Holder[] {
  const chiefs = office.of('section_chief').filter(({ accountId }) => accountId !== handler.accountId);
  const chief =
    theme.lead === 'section'
      ? (chiefs.find((one) => unitIdOf(one) === unitIdOf(handler)) ?? other(chance, chiefs, [handler]))
      : here.secretary;
  const ladder = [
    other(chance, office.of('section_handler'), [handler]),
    chief,
    chance.pick(office.of('deputy_in_charge')),
    chance.pick(office.of('principal')),
  ];
  return ranksOf(kindRules[kind], tier).flatMap((rank) => ladder[rank - 1] ?? []);
}

/** The grid worker in whose grid a place lies, or another one of the community. */
export const gridWorkerAt = (here: Neighbourhood, path: string): Holder | undefined =>
  here.gridWorkers.find((one) => path.startsWith(pathOf(one))) ?? here.gridWorkers[0];

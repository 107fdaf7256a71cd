// Suggested units of one case, each with the rule and the duty behind it.
import type { suggestUnits as endpoint } from '#contract/cases/duty/endpoints.ts';
import { suggestionSentences as words } from '#contract/cases/duty/words.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { findOrganisation, propertyServing } from '#modules/organisations/index.ts';
import { areasByCodes, findArea, type Place } from '#modules/territory/index.ts';
import { candidates, type Offer, unitsThatReturned, weights } from '../../duty/candidates.ts';
import type { NamedUnit } from '../../intakeTables.ts';
import { may } from '../../policy.ts';
import type { CaseRow } from '../../store/cases.ts';
import { type EntryRow, entriesFor } from '../../store/directory.ts';
import { type DutyRow, dutiesByIds, dutiesOfMatter } from '../../store/duty.ts';
import { matterNames } from '../../store/matters.ts';
import { stepsOf } from '../../store/parts.ts';
import { unitsThatSolved } from '../../store/solved.ts';
import { loadReadable } from '../load.ts';
import { communityDutyOf } from './community.ts';

interface Desk {
  context: Context;
  row: CaseRow;
  /** Living places from the street down to the case. */
  chain: readonly Place[];
}

export async function suggestUnits(
  context: Context,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const { row } = await loadReadable(context, input.caseId);
  if (!may(context.actor, 'case.dispatch', row.area_path)) throw new Problem('case.outside_your_area', 403);
  return { items: await unitsFor(context, row) };
}

/** The candidates for a case, for who has been asked already. */
export async function unitsFor(context: Context, row: CaseRow) {
  const desk: Desk = { context, row, chain: await chainOf(context, row.area_path) };
  const solved = await solvedNear(desk);
  const { duty, item } = await communityDutyOf(context, row.matter_code);
  const offers = [
    ...(await fromDirectory(desk)),
    ...(await fromDutyItems(desk)),
    ...(await fromProperty(desk)),
    ...fromCommunity(desk, duty === 'lead', item),
    ...(await fromSimilar(desk, solved)),
  ];
  return candidates(offers, {
    duty,
    solved: new Map(solved.map(({ unitId, count }) => [unitId, count])),
    returnedBy: unitsThatReturned(await stepsOf(context, row.id)),
    assistOnly: words.community_assist,
    returnedRule: words.returned,
  });
}

async function chainOf(context: Context, areaPath: string): Promise<Place[]> {
  const codes = areaPath.split('/').filter(Boolean);
  const known = await areasByCodes(context, codes);
  return codes.flatMap((code) => known.get(code) ?? []);
}

const atLevel = ({ chain }: Desk, level: Place['level']) => chain.find((place) => place.level === level);

const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');

const viewDuty = (duty: DutyRow | null | undefined): Offer['dutyItem'] =>
  duty ? { dutyItemId: duty.id, code: duty.code, text: duty.text } : null;

/** The finest matter and the nearest place decide; coarser entries are offered only where there is no finer one. */
async function fromDirectory(desk: Desk): Promise<Offer[]> {
  const { context, row } = desk;
  if (!row.matter_code) return [];
  const [entry] = await entriesFor(context, row.matter_code, row.area_path);
  if (!entry) return [];
  const names = await matterNames(context, [entry.matter_code]);
  const [duty] = await dutiesByIds(context, entry.duty_item_id ? [entry.duty_item_id] : []);
  const place = desk.chain.find(({ path }) => path === entry.area_path);
  const where = entry.area_id === null ? words.anywhere : (place?.name ?? '');
  const offers: Offer[] = [];
  for (const { named, role } of unitsOf(entry)) {
    const known = await unitOf(desk, named);
    if (!known) continue;
    offers.push({
      ...known,
      role,
      reason: 'directory',
      rule: fill(words.directory, {
        matter: names.get(entry.matter_code) ?? '',
        matterCode: entry.matter_code,
        where,
        unit: known.unit.name,
        role: words[role],
        rule: entry.rule,
      }),
      dutyItem: viewDuty(duty),
      weight: entry.matter_code === row.matter_code ? weights.directoryExact : weights.directoryBranch,
    });
  }
  return offers;
}

const unitsOf = (entry: EntryRow): { named: NamedUnit; role: Offer['role'] }[] => [
  { named: { kind: entry.lead_kind, unitId: entry.lead_id }, role: 'lead' },
  ...entry.helpers.map((named) => ({ named, role: 'co' as const })),
];

/** Whoever the directory means at this place; null where nobody stands there. */
async function unitOf(desk: Desk, named: NamedUnit): Promise<Pick<Offer, 'unit' | 'local'> | null> {
  if (named.kind === 'organisation') return await knownOrganisation(desk.context, named.unitId);
  if (named.kind === 'property') {
    const property = await propertyServing(desk.context, desk.row.area_path);
    return (
      property && { unit: unitNamed('organisation', property.organisationId, property.name), local: false }
    );
  }
  const place = atLevel(desk, named.kind);
  return place
    ? { unit: unitNamed('area', place.areaId, place.name), local: place.level !== 'street' }
    : null;
}

const unitNamed = (kind: Offer['unit']['kind'], unitId: string, name: string): Offer['unit'] => ({
  kind,
  unitId,
  name,
});

async function knownOrganisation(
  context: Context,
  organisationId: string | null,
): Promise<Pick<Offer, 'unit' | 'local'> | null> {
  const known = organisationId ? await findOrganisation(context, organisationId) : null;
  if (!known?.active) return null;
  return {
    unit: unitNamed('organisation', known.organisationId, known.name),
    local: known.kind === 'community_office',
  };
}

/** Owners of the duties that name the matter. */
async function fromDutyItems({ context, row }: Desk): Promise<Offer[]> {
  if (!row.matter_code) return [];
  const offers: Offer[] = [];
  for (const duty of await dutiesOfMatter(context, row.matter_code)) {
    if (offers.some(({ unit }) => unit.unitId === duty.owner_id)) continue;
    const owner = await knownOrganisation(context, duty.owner_id);
    if (!owner) continue;
    offers.push({
      ...owner,
      role: 'lead',
      reason: 'duty_item',
      rule: fill(words.duty_item, { code: duty.code, text: duty.text }),
      dutyItem: viewDuty(duty),
      // Of several owners the first by code is the likelier; the list gives no other order.
      weight: weights.dutyItem - offers.length * 0.05,
    });
  }
  return offers.slice(0, 3);
}

/** The property company stands on the first step of the ladder, and helps where the matter is another's. */
async function fromProperty({ context, row, chain }: Desk): Promise<Offer[]> {
  const property = await propertyServing(context, row.area_path);
  if (!property) return [];
  const leads = row.kind === 'property_request' && row.tier <= 1;
  return [
    {
      unit: unitNamed('organisation', property.organisationId, property.name),
      local: false,
      role: leads ? 'lead' : 'co',
      reason: 'property',
      rule: fill(words.property, { area: nearestName(chain) }),
      dutyItem: null,
      weight: leads ? weights.tierProperty : weights.property,
    },
  ];
}

const nearestName = (chain: readonly Place[]): string =>
  (chain.findLast(({ level }) => level === 'estate') ?? chain.at(-1))?.name ?? '';

function fromCommunity(desk: Desk, leads: boolean, item: DutyRow | null): Offer[] {
  const community = atLevel(desk, 'community');
  if (!community || !desk.row.matter_code) return [];
  return [
    {
      unit: unitNamed('area', community.areaId, community.name),
      local: true,
      role: leads ? 'lead' : 'co',
      reason: 'community_duty',
      rule: leads ? words.community_lead : words.community_assist,
      dutyItem: viewDuty(item),
      weight: leads ? weights.communityLead : weights.communityAssist,
    },
  ];
}

async function solvedNear(desk: Desk) {
  const { context, row } = desk;
  if (!row.matter_code) return [];
  const community = atLevel(desk, 'community');
  return await unitsThatSolved(context, {
    matterCode: row.matter_code,
    areaPath: community?.path ?? row.area_path,
    exceptId: row.id,
  });
}

async function fromSimilar(desk: Desk, solved: Awaited<ReturnType<typeof solvedNear>>): Promise<Offer[]> {
  const all = solved.reduce((sum, { count }) => sum + count, 0);
  const offers: Offer[] = [];
  for (const { kind, unitId, count } of solved) {
    const known =
      kind === 'organisation' ? await knownOrganisation(desk.context, unitId) : await knownArea(desk, unitId);
    if (!known) continue;
    offers.push({
      ...known,
      role: 'lead',
      reason: 'similar_cases',
      rule: fill(words.similar_cases, {
        area: atLevel(desk, 'community')?.name ?? nearestName(desk.chain),
        count: String(count),
      }),
      dutyItem: null,
      weight: weights.similarMost * (count / all),
    });
  }
  return offers;
}

/** A grid or community elsewhere has solved its own cases; it is no unit for this place. */
async function knownArea(
  { context, row }: Desk,
  areaId: string,
): Promise<Pick<Offer, 'unit' | 'local'> | null> {
  const area = await findArea(context, areaId);
  if (!area || area.validTo !== null || !row.area_path.startsWith(area.path)) return null;
  return { unit: unitNamed('area', area.areaId, area.name), local: area.level !== 'street' };
}

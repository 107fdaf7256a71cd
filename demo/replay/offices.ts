import { type PlantedOrganisation, plantOrganisations } from '#modules/organisations/index.ts';
import type { Place } from '#modules/territory/index.ts';
import type { DemoOrganisation, DemoStreet } from '../types.ts';
import type { Stage } from './stage.ts';

/** Organisations with a desk that residents may ring at any hour. */
const onDuty: readonly DemoOrganisation['kind'][] = ['property_company', 'community_office'];

/** Plants every organisation and answers code → id. */
export async function plantOffices(
  stage: Stage,
  street: DemoStreet,
  places: ReadonlyMap<string, Place>,
): Promise<Map<string, string>> {
  const context = stage.office();
  const ids = new Map(street.organisations.map((one) => [one.code, context.newId()]));
  const members = new Set(street.memberships.map((one) => one.organisationCode));
  const names = new Map(street.persons.map((person) => [person.key, person.name]));
  const placed = (code: string) => {
    const place = places.get(code);
    if (!place) throw new Error(`no place ${code}`);
    return { areaId: place.areaId, areaPath: place.path };
  };

  await plantOrganisations(
    context,
    street.organisations.map(
      (one, index): PlantedOrganisation => ({
        organisationId: ids.get(one.code) ?? '',
        kind: one.kind,
        name: one.name,
        shortName: shortNameOf(one),
        creditCode: null,
        industry: one.branch,
        address: one.address,
        ...placed(one.areaCode),
        parentId: null,
        councilMember: members.has(one.code),
        partyMemberCount: one.partyMemberCount,
        partyOrganisation: one.partyOrganisation,
        contacts: [
          ...(onDuty.includes(one.kind)
            ? [{ name: '值班室', duty: '24小时值班', phone: dutyPhone(index) }]
            : []),
          ...(one.contactKey
            ? [{ name: names.get(one.contactKey) ?? '', duty: '联系人', phone: one.phone }]
            : []),
        ],
        areasServed: one.estatesServed.map(placed),
      }),
    ),
  );
  return ids;
}

/** 安和物业服务有限公司 is 安和物业 to everybody, and 帅府社区居委会 is 帅府居委会. */
function shortNameOf({ kind, name }: DemoOrganisation): string | null {
  if (kind === 'community_office') return name.replace('社区居委会', '居委会');
  if (kind === 'property_company') return name.replace('服务有限公司', '');
  return name.endsWith('有限公司') ? name.replace('有限公司', '') : null;
}

/** A Beijing number that nobody can have: no subscriber's number begins with 0. */
function dutyPhone(index: number): string {
  return `0100000${String(index + 1).padStart(4, '0')}`;
}

// The shops of the test streets, each with the person behind its counter.
import type { Context } from '#kernel/context.ts';
import { plantOrganisations } from '#modules/organisations/index.ts';
import { findAreaByCode } from '#modules/territory/index.ts';
import type { TestPerson } from './people.ts';

const shopOfStaff: Readonly<Record<string, string>> = {
  石店员: '春和理发店',
  林店员: '惠民菜站',
  文店员: '文景便民店',
};

/** The organisation a post at a counter belongs to, planted on the way. */
export async function shopFor(context: Context, person: TestPerson): Promise<string | undefined> {
  const name = shopOfStaff[person.name];
  const area = name ? await findAreaByCode(context, person.areaCode) : null;
  if (!name || !area) return undefined;
  const organisationId = context.newId();
  await plantOrganisations(context, [
    {
      organisationId,
      kind: 'merchant',
      name,
      shortName: null,
      creditCode: null,
      industry: null,
      address: '梧桐路8号',
      areaId: area.areaId,
      areaPath: area.path,
      parentId: null,
      councilMember: false,
      partyMemberCount: null,
      partyOrganisation: null,
    },
  ]);
  return organisationId;
}

import type { UnitKind } from '#contract/cases/codes.ts';
import { listOrganisations } from '#contract/organisations/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { call } from '#web/lib/call.ts';
import type { Option } from '#web/ui/SelectField/SelectField.tsx';

/** Kind and id of a unit in one string, as a choice carries it. */
export const unitValue = (kind: UnitKind, unitId: string): string => `${kind}:${unitId}`;

export function unitOf(value: string): { kind: UnitKind; unitId: string } {
  const [kind, unitId = ''] = value.split(':');
  return { kind: kind === 'organisation' ? 'organisation' : 'area', unitId };
}

/** Organisations first, since they own and repair; then communities and grids. */
export async function searchUnits(typed: string): Promise<Option[]> {
  const query = typed ? { search: typed } : {};
  const [organisations, areas] = await Promise.all([
    call(listOrganisations, { query: { limit: 10, ...query } }).catch(() => ({ items: [] })),
    call(listAreas, { query: { limit: 10, ...query, ...(typed ? {} : { level: 'community' as const }) } }),
  ]);
  return [
    ...organisations.items.map(({ organisationId, name }) => ({
      value: unitValue('organisation', organisationId),
      word: name,
    })),
    ...areas.items
      .filter(({ level }) => ['street', 'community', 'grid'].includes(level))
      .map(({ areaId, name }) => ({ value: unitValue('area', areaId), word: name })),
  ];
}

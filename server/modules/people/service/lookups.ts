// The reads that other modules may use.
import type { Context } from '#kernel/context.ts';
import { areaChain } from '#modules/territory/index.ts';
import { findHousehold } from '../store/households.ts';
import { activeByPhone, activeByPhones, findPerson, personsByIds } from '../store/persons.ts';

/** Who holds a phone number; null where nobody or more than one person does (a family that shares it). */
export async function findPersonByPhone(
  context: Context,
  phone: string,
): Promise<{ personId: string; name: string; areaId: string; areaPath: string } | null> {
  const [row, ...others] = await activeByPhone(context, phone);
  if (!row || others.length > 0) return null;
  return { personId: row.id, name: row.name, areaId: row.area_id, areaPath: row.area_path };
}

/** Phone → person, for registers that name many; a number that nobody or more than one person holds is missing. */
export async function findPersonsByPhones(
  context: Context,
  phones: readonly string[],
): Promise<Map<string, { personId: string; name: string }>> {
  const holders = await activeByPhones(context, phones);
  return new Map(
    [...holders].flatMap(([phone, [row, ...others]]) =>
      row && others.length === 0 ? [[phone, { personId: row.id, name: row.name }] as const] : [],
    ),
  );
}

/** Id → name in the clear, for services that mask it themselves before it leaves. */
export async function personNames(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await personsByIds(context, ids);
  return new Map([...rows].map(([id, row]) => [id, row.name]));
}

export interface Home {
  areaId: string;
  areaPath: string;
  community: string | null;
  entrance: string;
  room: string | null;
}

/** Where a person lives; null for somebody unknown, erased or gone. */
export async function findHomeOfPerson(context: Context, personId: string): Promise<Home | null> {
  const row = await findPerson(context, personId);
  if (row?.status !== 'active') return null;
  const household = row.household_id ? await findHousehold(context, row.household_id) : undefined;
  const chain = await areaChain(context, row.area_id);
  const spoken = chain.filter((area) => ['estate', 'building', 'entrance'].includes(area.level));
  return {
    areaId: row.area_id,
    areaPath: row.area_path,
    community: chain.find((area) => area.level === 'community')?.name ?? null,
    entrance: (spoken.length > 0 ? spoken : chain.slice(-1)).map((area) => area.name).join(''),
    room: household?.room ?? null,
  };
}

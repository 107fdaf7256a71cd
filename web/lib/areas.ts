import { listAreas } from '#contract/territory/endpoints.ts';
import { call } from './call.ts';

/** Places of the viewer whose name, alias or code contains the words; the code tells namesakes apart. */
export async function searchAreas(typed: string): Promise<{ value: string; word: string }[]> {
  const { items } = await call(listAreas, { query: { limit: 20, ...(typed ? { search: typed } : {}) } });
  return items.map(({ areaId, name, code }) => ({ value: areaId, word: `${name} · ${code}` }));
}

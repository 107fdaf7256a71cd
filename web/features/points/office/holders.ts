import { listOrganisations } from '#contract/organisations/endpoints.ts';
import { listPersons } from '#contract/people/endpoints.ts';
import { call } from '#web/lib/call.ts';
import type { Option } from '#web/ui/SelectField/SelectField.tsx';
import { deskWords } from '../words.ts';

const words = deskWords.requests;
const isNumber = /^(\d{4}|\d{7,12})$/;

/** Who may be given points: residents, masked, and organisations of the viewer's areas, each with the place. */
export async function searchHolders(typed: string): Promise<readonly Option[]> {
  if (typed.length < 2) return [];
  const person = isNumber.test(typed) ? { phone: typed } : { name: typed };
  const [people, organisations] = await Promise.all([
    call(listPersons, { query: { ...person, limit: 10 } }),
    isNumber.test(typed) ? { items: [] } : call(listOrganisations, { query: { search: typed, limit: 10 } }),
  ]);
  return [
    ...people.items.map(({ personId, name, address }) => ({
      value: personId,
      word: words.toPlace(name, address),
    })),
    ...organisations.items.map(({ organisationId, name, area }) => ({
      value: organisationId,
      word: words.toPlace(name, area.name),
    })),
  ];
}

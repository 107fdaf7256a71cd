// More neighbours of the test street than its named people: in the register, with an account.
import { plantPosts } from '#modules/identity/index.ts';
import { plantPeople } from '#modules/people/index.ts';
import { findAreaByCode } from '#modules/territory/index.ts';
import { inStreet } from './points.ts';
import type { Caller, TestStreet } from './street.ts';

export interface NewNeighbour {
  name: string;
  phone: string;
  bornOn: string | null;
  /** Code of the entrance. */
  areaCode: string;
  room: string | null;
}

export async function neighbour(street: TestStreet, who: NewNeighbour): Promise<Caller> {
  const { name, phone, bornOn, areaCode, room } = who;
  await inStreet(street, async (context) => {
    await plantPeople(context, {
      households: room ? [{ key: 'h', areaCode, room, houseUse: 'owned', tags: [] }] : [],
      persons: [
        {
          key: 'p',
          name,
          sex: null,
          bornOn,
          phone,
          householdKey: room ? 'h' : null,
          relation: room ? 'head' : null,
          areaCode: room ? null : areaCode,
          careTags: [],
        },
      ],
      guardianships: [],
    });
    const place = await findAreaByCode(context, areaCode);
    await plantPosts(context, [{ name, phone, role: 'resident', areaId: place?.areaId ?? '' }]);
  });
  return await street.byPhone(phone);
}

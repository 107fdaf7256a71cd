// A counter in the test street: the barber's by the gate, with an offer, and a resident with points to spend.
import { publishOffer } from '#contract/redemption/counter.ts';
import { reserveOffer, showCode } from '#contract/redemption/endpoints.ts';
import { joinMerchant } from '#contract/redemption/office.ts';
import type {
  MerchantRecord,
  RedeemCode,
  RedemptionRecord,
  ShopOffer,
} from '#contract/redemption/records.ts';
import { grantFor } from '#modules/points/index.ts';
import { otherStreetId, streetId, testPeople } from './people.ts';
import { inStreet, personIdOf, pointsGround } from './points.ts';
import type { TestStreet } from './street.ts';

const signers: Record<number, string> = { [streetId]: '韩活动', [otherStreetId]: '文活动' };

/** Takes the shop of a counter person into the scheme; that person is its owner. */
export async function joinShop(street: TestStreet, owner: string): Promise<MerchantRecord> {
  const person = testPeople.find(({ name }) => name === owner);
  if (!person) throw new Error(`${owner} is not one of the test people`);
  const { rows } = await street.owner.query<{ organisation_id: string }>(
    `select p.organisation_id from posts p join accounts a on a.street_id = p.street_id and a.id = p.account_id
     where p.street_id = $1 and a.name = $2 and p.role = 'merchant_staff'`,
    [person.streetId, owner],
  );
  const office = await street.as(signers[person.streetId] ?? '');
  return await office.call(joinMerchant, {
    body: {
      organisationId: rows[0]?.organisation_id ?? '',
      agreement: 'XY-2026-001',
      fenPerPoint: 10,
      badge: true,
      ownerName: owner,
      ownerPhone: person.phone,
    },
  });
}

export async function offerOf(
  street: TestStreet,
  owner: string,
  facts: Record<string, unknown> = {},
): Promise<ShopOffer> {
  return await (await street.as(owner)).call(publishOffer, {
    body: {
      title: '剪发一次',
      kind: 'service',
      points: 80,
      stockTotal: 3,
      validFrom: '2026-11-01',
      validTo: '2026-12-31',
      ...facts,
    },
  });
}

const grounds = new WeakMap<TestStreet, Promise<unknown>>();

/** Gives a resident points to spend, each time by evidence of its own. */
export async function givePoints(street: TestStreet, name: string, amount: number): Promise<void> {
  const ground = grounds.get(street) ?? pointsGround(street, { sources: ['hours_self'], budget: 1_000_000 });
  grounds.set(street, ground);
  await ground;
  const personId = await personIdOf(street, name);
  await inStreet(street, (context) =>
    grantFor(context, {
      source: 'hours_self',
      evidence: context.newId(),
      personId,
      quantity: amount,
    }),
  );
}

export async function reserve(
  street: TestStreet,
  name: string,
  offerId: string,
  mode: 'counter' | 'voucher' = 'counter',
): Promise<RedemptionRecord> {
  return await (await street.as(name)).call(reserveOffer, { params: { offerId }, body: { mode } });
}

export async function codeOf(street: TestStreet, name: string, redemptionId: string): Promise<RedeemCode> {
  return await (await street.as(name)).call(showCode, { params: { redemptionId } });
}

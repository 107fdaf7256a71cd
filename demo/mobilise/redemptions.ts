// What families get from merchants for their points, and what they say of it.
import { sql } from 'kysely';
import { captureCode, undoCapture } from '#contract/redemption/counter.ts';
import { listOffers, rateRedemption, reserveOffer, showCode } from '#contract/redemption/endpoints.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import { apart, unless } from '../chapters/apart.ts';
import { personas } from '../personas.ts';
import { type Random, random } from '../random.ts';
import { type Holder, perform, postOf, type Stage } from '../replay/stage.ts';
import type { Party } from './parties.ts';

const redemptionsPerWeek = 14;
const pointsMin = 20;
/** The shop of the persona always has something to settle. */
const ownPerWeek = 2;
const ownShop = personas.find(({ role }) => role === 'merchant_staff')?.organisation ?? null;
/** Of the families that took something; a counter that took the wrong thing undoes it. */
const shares = { rates: 0.6, undone: 0.03 } as const;
const minuteMs = 60_000;

/** Some families spend what they have earned at a counter. */
export async function redeemInWeek(
  stage: Stage,
  chance: Random,
  parties: readonly Party[],
  monday: string,
): Promise<void> {
  const counters = await countersOf(stage);
  if (counters.size === 0) return;
  const able = parties.filter(({ points }) => points >= pointsMin);
  for (const [place, party] of chance.sample(able, redemptionsPerWeek).entries()) {
    const day = addDays(monday, chance.between(0, 6));
    stage.clock.set(instantOn(day, chance.between(10 * 60, 19 * 60) * minuteMs));
    if (stage.clock.now() >= stage.end) continue;
    const at = place < ownPerWeek ? ownShop : null;
    await apart(stage, `redemption ${day}`, () => redeem(stage, chance, party, counters, at));
  }
}

/** Merchant → who stands at its counter; some joined after the office was read. */
export async function countersOf(stage: Stage): Promise<ReadonlyMap<string, Holder>> {
  const { streetId } = stage.street;
  const { rows } = await sql<Counter>`
    select m.id, m.organisation_id, o.id as post_id, o.area_id, o.area_path, a.id as account_id, a.name
    from merchants m
    join posts o on o.street_id = ${streetId} and o.organisation_id = m.organisation_id and o.role = 'merchant_staff'
      and o.ends_on is null
    join accounts a on a.street_id = ${streetId} and a.id = o.account_id
    where m.street_id = ${streetId} and m.status = 'active'`.execute(stage.db);
  return new Map(
    rows.map((row) => {
      const place = { areaId: row.area_id, path: row.area_path };
      const posts = [postOf(row.post_id, 'merchant_staff', place, row.organisation_id)];
      return [row.id, { accountId: row.account_id, personId: null, name: row.name, phone: '', posts }];
    }),
  );
}

interface Counter {
  id: string;
  organisation_id: string;
  post_id: string;
  area_id: string;
  area_path: string;
  account_id: string;
  name: string;
}

/** Nothing, where the family cannot pay for anything yet. */
async function redeem(
  stage: Stage,
  chance: Random,
  { holder, points }: Party,
  counters: ReadonlyMap<string, Holder>,
  at: string | null,
): Promise<void> {
  const { items } = await perform(stage, holder, listOffers, { query: { limit: 100 } });
  const able = items.filter((one) => one.status === 'open' && one.points <= points);
  const there = able.filter(({ shop }) => shop.name === at);
  const open = there.length > 0 ? there : able;
  if (open.length === 0) return;
  const near = open.filter(({ isNear }) => isNear);
  const { offerId, shop } = chance.pick(near.length > 0 && chance.chance(0.5) ? near : open);
  const counter = counters.get(shop.merchantId);
  if (!counter) return;
  const redemptionId = await reserve(stage, holder, offerId);
  if (!redemptionId) return;
  const params = { redemptionId };
  const { digits } = await perform(stage, holder, showCode, { params });
  stage.clock.advance(20_000);
  await perform(stage, counter, captureCode, { body: { code: digits } });
  stage.clock.advance(4 * minuteMs);
  if (chance.chance(shares.undone)) await perform(stage, counter, undoCapture, { params });
  else if (chance.chance(shares.rates)) await rate(stage, chance, holder, redemptionId, shop.name);
}

/** Null where the family has had its share of this offer. */
const reserve = async (stage: Stage, holder: Holder, offerId: string): Promise<string | null> =>
  await unless(
    refusals,
    async () => (await perform(stage, holder, reserveOffer, { params: { offerId }, body: {} })).redemptionId,
  );

const refusals: readonly string[] = [
  'redemption.person_cap',
  'redemption.family_cap',
  'redemption.offer_sold_out',
];

/** Some shops are liked better than others: the same shop is liked the same all year. */
async function rate(
  stage: Stage,
  chance: Random,
  holder: Holder,
  redemptionId: string,
  shop: string,
): Promise<void> {
  const liking = random(`liking ${shop}`).between(3, 5);
  const stars = Math.max(1, Math.min(5, liking + chance.between(-1, 1)));
  const note = chance.chance(0.3) ? chance.pick(stars >= 4 ? praise : blame) : '';
  await perform(stage, holder, rateRedemption, { params: { redemptionId }, body: { stars, note } });
}

const praise = ['老板热情，不嫌分少', '东西实在', '离家近，扫一下就好', '对老人有耐心'] as const;
const blame = ['等得有点久', '说卖完了，换了一样', '店里有点乱'] as const;

// What families get from merchants for their points; a month after it is over is settled.
import { sql } from 'kysely';
import { captureCode, confirmSettlement } from '#contract/redemption/counter.ts';
import { listOffers, reserveOffer, showCode } from '#contract/redemption/endpoints.ts';
import {
  closeSettlement,
  listSettlements,
  openSettlements,
  signSettlement,
} from '#contract/redemption/office.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import type { Random } from '../random.ts';
import { type Holder, perform, postOf, type Stage } from '../replay/stage.ts';
import type { Party } from './parties.ts';

const redemptionsPerWeek = 12;
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
  for (const party of chance.sample(parties, redemptionsPerWeek)) {
    const day = addDays(monday, chance.between(0, 6));
    stage.clock.set(instantOn(day, chance.between(10 * 60, 19 * 60) * minuteMs));
    if (stage.clock.now() >= stage.end) continue;
    await apart(stage, `redemption ${day}`, () => redeem(stage, chance, party, counters));
  }
}

/** Merchant → who stands at its counter; some joined after the office was read. */
async function countersOf(stage: Stage): Promise<ReadonlyMap<string, Holder>> {
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
): Promise<void> {
  const { items } = await perform(stage, holder, listOffers, { query: { limit: 100 } });
  const open = items.filter((one) => one.status === 'open' && one.points <= points);
  if (open.length === 0) return;
  const { offerId, shop } = chance.pick(open);
  const counter = counters.get(shop.merchantId);
  if (!counter) return;
  const reserved = await perform(stage, holder, reserveOffer, { params: { offerId }, body: {} });
  const { redemptionId } = reserved;
  const { digits } = await perform(stage, holder, showCode, { params: { redemptionId } });
  stage.clock.advance(20_000);
  await perform(stage, counter, captureCode, { body: { code: digits } });
}

/** A month as it is closed: frozen by the office, confirmed by the merchant, signed by another, paid. */
export async function settleMonth(stage: Stage, office: Office, month: string): Promise<void> {
  const [manager] = office.of('activity_manager');
  const [chief] = office.of('section_chief');
  if (!manager || !chief) return;
  await perform(stage, manager, openSettlements, { body: { month } });
  const { items } = await perform(stage, manager, listSettlements, { query: { month, limit: 200 } });
  const counters = await countersOf(stage);
  for (const { settlementId, merchantId, version } of items) {
    const owner = counters.get(merchantId);
    if (!owner) continue;
    const params = { settlementId };
    const confirmed = await perform(stage, owner, confirmSettlement, { params, body: { version } });
    const signed = await perform(stage, chief, signSettlement, {
      params,
      body: { version: confirmed.version },
    });
    const paymentReference = `财付${month.replace('-', '')}-${settlementId.slice(-4)}`;
    await perform(stage, manager, closeSettlement, {
      params,
      body: { paymentReference, version: signed.version },
    });
  }
}

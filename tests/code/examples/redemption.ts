import * as counter from '#contract/redemption/counter.ts';
import { reserveOffer } from '#contract/redemption/endpoints.ts';
import { listLimits } from '#contract/redemption/limits.ts';
import { openSettlements, signSettlement } from '#contract/redemption/office.ts';
import type {
  MerchantRecord,
  RedemptionRecord,
  SettlementRecord,
  ShopOffer,
} from '#contract/redemption/records.ts';
import { firstLimits } from '#modules/redemption/limits.ts';
import { codeOf, givePoints, joinShop, offerOf, reserve } from '../../kit/counter.ts';
import { streetId } from '../../kit/people.ts';
import { testNow } from '../../kit/street.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

const owner = '石店员';
const resident = '陈居民';
const atCounter = { holder: owner, outsider: '林店员', foreigner: '文店员' };
const atOffice = { holder: '韩活动', outsider: null, foreigner: '文活动' };
const signing = { holder: '唐科长', outsider: null, foreigner: '文科长' };
const own = { holder: resident };

interface Ground {
  merchant: MerchantRecord;
  /** Months frozen for the first counter, each for one example. */
  months: SettlementRecord[];
}
const grounds = new WeakMap<World, Promise<Ground>>();

function ground(world: World): Promise<Ground> {
  const known = grounds.get(world) ?? prepare(world);
  grounds.set(world, known);
  return known;
}

const monthsNeeded = ['03', '04', '05', '06', '07', '08', '09', '10'];

/** Three counters in the scheme, a resident with points, and a capture in each of eight months, each month frozen. */
async function prepare({ street }: World): Promise<Ground> {
  // Who stands behind a counter or in the office has stood there since the year began.
  await street.owner.query(`update posts set starts_on = '2026-01-01'`);
  street.clock.set('2026-02-01T02:00:00.000Z');
  const merchant = await joinShop(street, owner);
  await joinShop(street, '林店员');
  await joinShop(street, '文店员');
  await givePoints(street, resident, 100_000);
  const { offerId } = await offerOf(street, owner, { points: 1, stockTotal: 50, validFrom: '2026-01-01' });
  for (const month of monthsNeeded) {
    street.clock.set(`2026-${month}-15T02:00:00.000Z`);
    await taken(street, await reserve(street, resident, offerId));
    street.clock.set(`2026-${month}-15T02:00:00.000Z`);
    street.clock.advance(30 * 86_400_000);
    await (await street.as('韩活动')).call(openSettlements, { body: { month: `2026-${month}` } });
  }
  // A second later: ids of the same moment would sort before those that the other examples have made.
  street.clock.set(testNow);
  street.clock.advance(1_000);
  const { items } = await (await street.as(owner)).call(counter.listShopMonths);
  return { merchant, months: items.flatMap(({ settlement }) => (settlement ? [settlement] : [])) };
}

async function taken(street: World['street'], { redemptionId }: RedemptionRecord) {
  const { qr } = await codeOf(street, resident, redemptionId);
  return await (await street.as(owner)).call(counter.captureCode, { body: { code: qr } });
}

async function month(world: World): Promise<{ params: { settlementId: string }; version: number }> {
  const { months } = await ground(world);
  const next = months.shift();
  if (!next) throw new Error('every frozen month has been used');
  return { params: { settlementId: next.settlementId }, version: next.version };
}

/** Any month, for who only reads it. */
async function someMonth(world: World) {
  const { months } = await ground(world);
  return { params: { settlementId: months.at(-1)?.settlementId ?? '' } };
}

async function confirmed(world: World) {
  const { params, version } = await month(world);
  const done = await (await world.as(owner)).call(counter.confirmSettlement, { params, body: { version } });
  return { params, version: done.version };
}

async function signed(world: World) {
  const { params, version } = await confirmed(world);
  const done = await (await world.as('唐科长')).call(signSettlement, { params, body: { version } });
  return { params, version: done.version };
}

async function appealed(world: World) {
  const { params, version } = await month(world);
  const body = { text: '少算一笔', version };
  const done = await (await world.as(owner)).call(counter.appealSettlement, { params, body });
  return { params, version: done.version };
}

const facts = {
  title: '剪发一次',
  kind: 'service',
  points: 1,
  stockTotal: 5,
  validFrom: '2026-11-01',
  validTo: '2026-12-31',
} as const;

async function offer(world: World, more: Record<string, unknown> = {}): Promise<ShopOffer> {
  await ground(world);
  return await offerOf(world.street, owner, { points: 1, ...more });
}

/** What the examples before have reserved is moved to last week, so that no limit of the day is met. */
async function held(world: World, mode: 'counter' | 'voucher' = 'counter'): Promise<RedemptionRecord> {
  const { offerId } = await offer(world, { isOffline: true });
  await world.street.owner.query(
    `update redemptions set reserved_at = reserved_at - interval '7 days' where street_id = $1`,
    [streetId],
  );
  return await (await world.as(resident)).call(reserveOffer, { params: { offerId }, body: { mode } });
}

const heldParams = async (world: World) => ({
  params: { redemptionId: (await held(world)).redemptionId },
});

async function colleague(world: World): Promise<string> {
  await ground(world);
  const caller = await world.as(owner);
  const phone = `139000060${String(Math.floor(performance.now()) % 100).padStart(2, '0')}`;
  await caller.call(counter.addShopStaff, { body: { name: '小石', phone } });
  const { staff } = await caller.call(counter.readShop);
  return staff.find((one) => !one.isOwner)?.postId ?? '';
}

const residents: Record<string, Example> = {
  'redemption.list_offers': self(() => ({}), own),
  'redemption.reserve': self(async (world) => {
    const { offerId } = await offer(world);
    return { params: { offerId }, body: { mode: 'counter' } };
  }, own),
  'redemption.list_mine': list(async (world) => (await held(world)).redemptionId, own),
  'redemption.get_mine': record(heldParams, own),
  'redemption.show_code': record(heldParams, own),
  'redemption.cancel': record(heldParams, own),
  'redemption.rate': record(async (world) => {
    const { redemptionId } = await taken(world.street, await held(world));
    return { params: { redemptionId }, body: { stars: 5, note: '师傅细心' } };
  }, own),
};

const shop: Record<string, Example> = {
  'redemption.shop': list(async (world) => (await ground(world)).merchant.merchantId, atCounter),
  'redemption.capture': self(async (world) => {
    const { redemptionId } = await held(world);
    return { body: { code: (await codeOf(world.street, resident, redemptionId)).qr } };
  }, atCounter),
  'redemption.capture_voucher': self(
    async (world) => ({ body: { voucher: (await held(world, 'voucher')).voucher ?? '' } }),
    atCounter,
  ),
  'redemption.undo': record(async (world) => {
    const { redemptionId } = await taken(world.street, await held(world));
    return { params: { redemptionId } };
  }, atCounter),
  'redemption.list_receipts': list(
    async (world) => (await taken(world.street, await held(world))).redemptionId,
    atCounter,
  ),
  'redemption.list_shop_offers': list(async (world) => (await offer(world)).offerId, atCounter),
  'redemption.publish_offer': self(async (world) => {
    await ground(world);
    return { body: facts };
  }, atCounter),
  'redemption.change_offer': record(async (world) => {
    const { offerId, version } = await offer(world);
    return { params: { offerId }, body: { ...facts, stockTotal: 9, version } };
  }, atCounter),
  'redemption.pause_offer': record(async (world) => {
    const { offerId, version } = await offer(world);
    return { params: { offerId }, body: { isPaused: true, version } };
  }, atCounter),
  'redemption.add_staff': self(async (world) => {
    await ground(world);
    return { body: { name: '小店员', phone: '13900005001' } };
  }, atCounter),
  'redemption.remove_staff': record(
    async (world) => ({ params: { postId: await colleague(world) } }),
    atCounter,
  ),
  'redemption.list_shop_months': list(
    async (world) => (await someMonth(world)).params.settlementId,
    atCounter,
  ),
  'redemption.get_shop_settlement': record(someMonth, atCounter),
  'redemption.read_shop_sheet': record(someMonth, atCounter),
  'redemption.confirm_settlement': record(async (world) => {
    const { params, version } = await month(world);
    return { params, body: { version } };
  }, atCounter),
  'redemption.appeal_settlement': record(async (world) => {
    const { params, version } = await month(world);
    return { params, body: { text: '少算一笔', version } };
  }, atCounter),
};

const office: Record<string, Example> = {
  'redemption.read_limits': self(),
  'redemption.list_limits': self(),
  'redemption.change_limits': self(async (world) => {
    const { items } = await (await world.as('唐科长')).call(listLimits);
    return {
      body: { ...firstLimits, fromOn: '2027-01-01', reason: '街道办公会', version: items[0]?.version ?? 1 },
    };
  }, signing),
  'redemption.list_merchants': list(async (world) => (await ground(world)).merchant.merchantId),
  'redemption.get_merchant': record(async (world) => ({
    params: { merchantId: (await ground(world)).merchant.merchantId },
  })),
  'redemption.join_merchant': record(async (world) => {
    const { organisationId } = await world.newOrganisation();
    return {
      body: {
        organisationId,
        agreement: 'XY-2026-009',
        fenPerPoint: 10,
        ownerName: '新店主',
        ownerPhone: '13900005009',
      },
    };
  }, atOffice),
  'redemption.change_merchant': record(async (world) => {
    const { merchant } = await ground(world);
    const { rows } = await world.street.owner.query('select version from merchants where id = $1', [
      merchant.merchantId,
    ]);
    return {
      params: { merchantId: merchant.merchantId },
      body: {
        agreement: 'XY-2026-002',
        fenPerPoint: 12,
        badge: true,
        status: 'active',
        version: rows[0]?.version,
      },
    };
  }, atOffice),
  'redemption.enter_score': record(
    async (world) => ({
      params: { merchantId: (await ground(world)).merchant.merchantId },
      body: { item: 'helped_neighbours', note: '给独居老人送饭' },
    }),
    atOffice,
  ),
  'redemption.list_settlements': list(async (world) => (await someMonth(world)).params.settlementId),
  'redemption.get_settlement': record(someMonth),
  'redemption.read_sheet': record(someMonth),
  'redemption.open_settlements': self(async (world) => {
    await ground(world);
    return { body: { month: '2026-10' } };
  }, atOffice),
  'redemption.answer_appeal': record(async (world) => {
    const { params, version } = await appealed(world);
    return { params, body: { text: '核过了，已含在内', version } };
  }, atOffice),
  'redemption.sign_settlement': record(async (world) => {
    const { params, version } = await confirmed(world);
    return { params, body: { version } };
  }, signing),
  'redemption.close_settlement': record(async (world) => {
    const { params, version } = await signed(world);
    return { params, body: { paymentReference: '国库支付-2026-118', version } };
  }, atOffice),
};

export const redemptionExamples: Record<string, Example> = { ...residents, ...shop, ...office };

// Merchants of the demo: a dozen by agreement, each with what it offers for points.
import { sql } from 'kysely';
import { publishOffer } from '#contract/redemption/counter.ts';
import { joinMerchant } from '#contract/redemption/office.ts';
import { addDays, dayOf } from '#kernel/calendar/time.ts';
import type { Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import type { Chapter } from '../chapters/tell.ts';
import { personas } from '../personas.ts';
import { random } from '../random.ts';
import { goTo, type Holder, perform, postOf, type Stage } from '../replay/stage.ts';

const merchantsNumber = 0x5000;
const merchantsMax = 12;
const joinedDaysAgo = 355;

/** Told at once: who opens the offers finds something to have. */
export const merchantChapters: readonly Chapter[] = [
  { key: 'merchants', number: merchantsNumber, tell: tellMerchants },
];

interface Shop {
  id: string;
  name: string;
  area_id: string;
  area_path: string;
  owner: string;
  phone_cipher: string;
}

async function tellMerchants(stage: Stage, office: Office): Promise<void> {
  const [manager] = office.of('activity_manager');
  if (!manager) return;
  const chance = random('merchants');
  for (const [place, shop] of (await shopsOf(stage)).entries())
    await apart(stage, `merchant ${shop.name}`, async () => {
      goTo(stage, joinedDaysAgo - place * 3, 10, place);
      const owner = await join(stage, manager, shop, place);
      const offers = offersOf(shop.name);
      for (const [title, kind, points] of chance.sample(offers, Math.min(2, offers.length))) {
        goTo(stage, joinedDaysAgo - place * 3 - 1, 15, place);
        await perform(stage, owner, publishOffer, {
          body: {
            title,
            kind,
            points,
            // A year's worth, so that the favourites are not gone by summer.
            stockTotal: chance.between(300, 600),
            personCap: 2,
            familyCap: 4,
            capPeriod: 'month',
            validFrom: dayOf(stage.clock.now()),
            validTo: addDays(stage.today, 180),
            isOffline: points <= 30,
          },
        });
      }
    });
}

/** The shop of the persona first, then others of the register with a contact who can be the owner. */
async function shopsOf(stage: Stage): Promise<Shop[]> {
  const { streetId } = stage.street;
  const own = personas.find(({ role }) => role === 'merchant_staff')?.organisation ?? '';
  const { rows } = await sql<Shop>`
    select o.id, o.name, o.area_id, o.area_path, c.name as owner, c.phone_cipher
    from organisations o
    join organisation_contacts c on c.street_id = ${streetId} and c.organisation_id = o.id and c.position = 1
    where o.street_id = ${streetId} and o.kind = 'merchant' and o.status = 'active' and c.phone_cipher is not null
    order by o.name <> ${own}, md5(o.id::text) limit ${merchantsMax}`.execute(stage.db);
  return rows;
}

async function join(stage: Stage, manager: Holder, shop: Shop, place: number): Promise<Holder> {
  const phone = stage.kernel.services.crypto.decrypt(shop.phone_cipher);
  const { staff } = await perform(stage, manager, joinMerchant, {
    body: {
      organisationId: shop.id,
      agreement: `XY-${dayOf(stage.clock.now()).slice(0, 4)}-${String(place + 1).padStart(3, '0')}`,
      fenPerPoint: 10,
      badge: place % 3 === 0,
      ownerName: shop.owner,
      ownerPhone: phone,
    },
  });
  const owner = staff.find(({ isOwner }) => isOwner);
  if (!owner) throw new Error(`${shop.name} has no owner`);
  const at = { areaId: shop.area_id, path: shop.area_path };
  const posts = [postOf(owner.postId, 'merchant_staff', at, shop.id)];
  return { accountId: owner.accountId, personId: null, name: shop.owner, phone, posts };
}

type OfferLine = readonly [title: string, kind: 'coupon' | 'goods' | 'service', points: number];

/** By what the name of the shop ends in. */
const offersByTrade: Readonly<Record<string, readonly OfferLine[]>> = {
  理发店: [
    ['剪发一次', 'service', 80],
    ['65岁以上老人修面一次', 'service', 20],
  ],
  早点铺: [
    ['豆浆一杯', 'goods', 10],
    ['早餐3元券', 'coupon', 30],
  ],
  面馆: [
    ['9折券', 'coupon', 30],
    ['加面加菜一份', 'goods', 20],
  ],
  水果店: [['5元水果券', 'coupon', 50]],
  便利店: [['5元券', 'coupon', 50]],
  洗衣店: [['洗衬衫一件', 'service', 60]],
  书店: [['借书月卡', 'service', 60]],
  修鞋铺: [
    ['换鞋跟一次', 'service', 40],
    ['配钥匙一把', 'service', 30],
  ],
  眼镜店: [['免费清洗和调整', 'service', 10]],
  花店: [['时令鲜花一枝', 'goods', 30]],
};
const anyTrade: readonly OfferLine[] = [['满20减5元券', 'coupon', 50]];

const offersOf = (name: string): readonly OfferLine[] =>
  Object.entries(offersByTrade).find(([trade]) => name.endsWith(trade))?.[1] ?? anyTrade;

// What the services of redemption look up first: the shop of the counter, the people of the family, shops to show.
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { familyMembers, familyOf } from '#modules/families/index.ts';
import { organisationPlaces } from '#modules/organisations/index.ts';
import { areaNames } from '#modules/territory/index.ts';
import { counterPosts } from '../policy.ts';
import { type MerchantRow, merchantRows, merchantsOfOrganisations } from '../store/merchants.ts';
import { latestScores, mediansOf } from '../store/scores.ts';
import type { ShopParts } from '../view.ts';
import { publicKeyOf, voucherKey } from '../voucher.ts';

/** The shop whose counter the actor stands behind. @throws Problem 403 `merchant.none` */
export async function ownMerchant(context: Context): Promise<MerchantRow> {
  const organisationIds = counterPosts(context.actor).map((post) => post.organisationId);
  const [row] = await merchantsOfOrganisations(context, organisationIds);
  if (!row) throw new Problem('merchant.none', 403);
  return row;
}

/** The person behind the caller. @throws Problem 409 `redemption.not_a_resident` */
export function personOf({ actor }: Context): string {
  if (!actor.personId) throw new Problem('redemption.not_a_resident', 409);
  return actor.personId;
}

/** The caller and the adults of the family, who see each other's redemptions. */
export async function familyPersons(context: Context): Promise<string[]> {
  const { personId } = context.actor;
  if (!personId) return [];
  const family = await familyOf(context, personId);
  if (!family) return [personId];
  const members = await familyMembers(context, family.familyId);
  const isAdult = members.some((one) => one.personId === personId && one.part === 'adult');
  if (!isAdult) return [personId];
  return members.filter((one) => one.part === 'adult').map((one) => one.personId);
}

/** Shops as they are shown, by merchant id. */
export async function shopsOf(
  context: Context,
  merchantIds: readonly string[],
): Promise<Map<string, ShopParts>> {
  const rows = await merchantRows(context, merchantIds);
  const ids = rows.map((row) => row.id);
  const places = await organisationPlaces(
    context,
    rows.map((row) => row.organisation_id),
  );
  const areas = [...places.values()].map((place) => place.areaId);
  const names = await areaNames(context, [...new Set(areas)]);
  const scores = await latestScores(context, ids);
  const stars = await mediansOf(context, ids);
  return new Map(
    rows.map((row) => {
      const place = places.get(row.organisation_id);
      const areaId = place?.areaId ?? '';
      return [
        row.id,
        {
          row,
          name: place?.name ?? '',
          address: place?.address ?? null,
          areaId,
          areaName: names.get(areaId) ?? '',
          score: scores.get(row.id) ?? null,
          stars: stars.get(row.id) ?? null,
        },
      ];
    }),
  );
}

export async function shopOf(context: Context, merchantId: string): Promise<ShopParts> {
  const shop = (await shopsOf(context, [merchantId])).get(merchantId);
  if (!shop) throw new Problem('input.id_unknown', 404);
  return shop;
}

/** The key by which the street signs vouchers, derived from the secret of the deployment. */
export function keyOf({ services, streetId }: Context) {
  return voucherKey(services.crypto.sign('redemption.voucher', String(streetId)));
}

export const publicVoucherKey = (context: Context): string => publicKeyOf(keyOf(context));

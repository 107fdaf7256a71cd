// A merchant of the street with one offer that every hour of work can pay for.
import type pg from 'pg';
import { personas } from '../../demo/personas.ts';
import { type Client, personaToken } from '../client.ts';
import { type CrowdPlace, cryptoOf, streetId } from './crowd.ts';
import { asked, type Organiser } from './organiser.ts';

export interface Counter {
  offerId: string;
  /** Session of who stands behind it. */
  token: string;
}

/** Takes the shop of the demo's merchant into the scheme; its owner publishes the offer. */
export async function openCounter(
  organiser: Organiser,
  url: string,
  place: CrowdPlace,
  offer: { points: number; stockTotal: number },
): Promise<Counter> {
  const shop = await shopOf(organiser.owner);
  const { decrypt } = await cryptoOf(place);
  await asked(organiser, '/api/merchants', {
    organisationId: shop.id,
    agreement: 'XY-BENCH-001',
    fenPerPoint: 10,
    ownerName: shop.owner,
    ownerPhone: decrypt(shop.phone_cipher),
  });
  const token = await personaToken(url, 'merchant');
  const { offerId } = await published(organiser.load, token, offer);
  return { offerId, token };
}

interface Shop {
  id: string;
  owner: string;
  phone_cipher: string;
}

async function shopOf(owner: pg.Client): Promise<Shop> {
  const name = personas.find(({ key }) => key === 'merchant')?.organisation;
  const { rows } = await owner.query<Shop>(
    `select o.id, c.name as owner, c.phone_cipher from organisations o
     join organisation_contacts c on c.street_id = $1 and c.organisation_id = o.id and c.position = 1
     where o.street_id = $1 and o.name = $2`,
    [streetId, name],
  );
  const [shop] = rows;
  if (!shop) throw new Error(`The demo street has no shop ${name}.`);
  return shop;
}

async function published(
  load: Client,
  token: string,
  { points, stockTotal }: Record<'points' | 'stockTotal', number>,
) {
  const today = new Date();
  const day = (later: number) =>
    new Date(today.getTime() + later * 24 * 3_600_000).toISOString().slice(0, 10);
  return await asked<{ offerId: string }>({ load, token }, '/api/shop/offers', {
    title: '豆浆一杯',
    kind: 'goods',
    points,
    stockTotal,
    validFrom: day(-1),
    validTo: day(30),
  });
}

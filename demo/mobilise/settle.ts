// The month of the merchants: frozen by the office, confirmed by the shop, signed by another, paid outside. Of the last
// month every state is left for a visitor to go on with.
import { appealSettlement, confirmSettlement } from '#contract/redemption/counter.ts';
import {
  answerAppeal,
  closeSettlement,
  enterScore,
  listMerchants,
  listSettlements,
  openSettlements,
  signSettlement,
} from '#contract/redemption/office.ts';
import type { SettlementRecord } from '#contract/redemption/records.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import { personas } from '../personas.ts';
import { type Random, random } from '../random.ts';
import { type Holder, perform, type Stage } from '../replay/stage.ts';
import { countersOf } from './redemptions.ts';
import { sweep } from './sweeps.ts';

const hourMs = 3_600_000;
const shopOfPersona = personas.find(({ role }) => role === 'merchant_staff')?.organisation;

/** The first week of a month brings the list of the one before. */
export async function settleBefore(stage: Stage, office: Office, monday: string): Promise<void> {
  const month = addDays(monday, -7).slice(0, 7);
  const [first] = office.of('activity_manager');
  const [chief] = office.of('section_chief');
  if (month === monday.slice(0, 7) || !first || !chief) return;
  const named = (role: string, people: readonly Holder[]) =>
    people.find(({ name }) => personas.some((one) => one.role === role && one.name === name));
  const manager = named('activity_manager', office.of('activity_manager')) ?? first;
  const opens = instantOn(addDays(monday, 1), 9 * hourMs);
  if (opens >= stage.end) return;
  stage.clock.set(opens);
  const isLast = instantOn(addDays(nextFirst(monday), 1), 9 * hourMs) >= stage.end;
  await apart(stage, `scores ${month}`, () => score(stage, manager, random(`scores ${month}`)));
  await perform(stage, manager, openSettlements, { body: { month } });
  const { items } = await perform(stage, manager, listSettlements, { query: { month, limit: 200 } });
  const counters = await countersOf(stage);
  const desk = { stage, manager, chief };
  for (const [place, one] of items.toSorted(ownFirst).entries()) {
    const owner = counters.get(one.merchantId);
    const until = isLast
      ? (lastStates[place] ?? 'closed')
      : place === 2 && month.endsWith('6')
        ? 'answered'
        : 'closed';
    if (owner) await apart(stage, `settlement ${month}`, () => settle({ ...desk, owner }, one, until));
  }
}

/** From the first Monday of a month to that of the next. */
const nextFirst = (monday: string): string => {
  const next = addDays(monday, 28);
  return next.slice(0, 7) === monday.slice(0, 7) ? addDays(monday, 35) : next;
};

type Until = 'open' | 'confirmed' | 'appealed' | 'answered' | 'signed' | 'closed';
/** The shop of the persona comes first: its owner confirms in person. */
const lastStates: readonly Until[] = ['open', 'confirmed', 'appealed', 'signed', 'confirmed'];

const ownFirst = (a: SettlementRecord, b: SettlementRecord) =>
  Number(b.merchantName === shopOfPersona) - Number(a.merchantName === shopOfPersona) ||
  a.settlementId.localeCompare(b.settlementId);

interface Desk {
  stage: Stage;
  manager: Holder;
  chief: Holder;
  owner: Holder;
}

async function settle(
  { stage, manager, chief, owner }: Desk,
  { settlementId, month, version: opened }: SettlementRecord,
  until: Until,
): Promise<void> {
  if (until === 'open') return;
  const params = { settlementId };
  let version = opened;
  stage.clock.advance(3 * hourMs);
  if (until === 'appealed' || until === 'answered') {
    const text = '有一笔撤销过，清单里好像还算着，请核对。';
    ({ version } = await perform(stage, owner, appealSettlement, { params, body: { text, version } }));
    if (until === 'appealed') return;
    const answer = '已核对：撤销的一笔不在清单里，笔数和分数都对。';
    ({ version } = await perform(stage, manager, answerAppeal, { params, body: { text: answer, version } }));
  }
  ({ version } = await perform(stage, owner, confirmSettlement, { params, body: { version } }));
  if (until === 'confirmed') return;
  ({ version } = await perform(stage, chief, signSettlement, { params, body: { version } }));
  if (until === 'signed') return;
  const paymentReference = `财付${month.replace('-', '')}-${settlementId.slice(-4)}`;
  await perform(stage, manager, closeSettlement, { params, body: { paymentReference, version } });
}

/** What staff saw at the shops goes into their files; the scores of the month that ended are published. */
async function score(stage: Stage, manager: Holder, chance: Random): Promise<void> {
  await sweep(stage, ['redemption.publish_scores']);
  const { items } = await perform(stage, manager, listMerchants, { query: { limit: 200 } });
  for (const { merchantId } of chance.sample(items, 4)) {
    const [item, note] = chance.pick(seen);
    await perform(stage, manager, enterScore, { params: { merchantId }, body: { item, note } });
  }
}

const seen = [
  ['extra_offer', '重阳节给老人多送一份'],
  ['helped_neighbours', '帮迷路的孩子联系家长'],
  ['joined_activity', '到文明集市出摊义剪'],
  ['space_lent', '腾出店面给楼门议事'],
  ['hygiene', '门前有油污，当天已清'],
  ['blocked_pavement', '外摆占了便道，已收回'],
] as const;

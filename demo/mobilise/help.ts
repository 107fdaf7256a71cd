// Neighbours ask, neighbours come, and say thanks with a few of their own points.

import { agreementEdition, helpKinds, limits, offerTimes } from '#contract/mutualhelp/codes.ts';
import {
  agreePledge,
  askHelp,
  cancelAsk,
  finishAsk,
  getAsk,
  pledgeHelp,
  setOffer,
  signAgreement,
  withdrawPledge,
} from '#contract/mutualhelp/endpoints.ts';
import { splitPoints } from '#contract/points/mine.ts';
import { addDays, ageOn, instantOn } from '#kernel/calendar/time.ts';
import { apart } from '../chapters/apart.ts';
import type { Random } from '../random.ts';
import { type Holder, perform, type Stage } from '../replay/stage.ts';
import { type Asking, askings, thanks } from './helpWords.ts';
import type { Party } from './parties.ts';
import { hourMs, minuteMs, type Week } from './scenes.ts';

const asksPerWeek = 5;
const thankPoints = 5;
const offersPerWeek = 4;
/** How asks end: the rest is done and thanked for. */
const endings = [
  ['done', 72],
  ['cancelled', 8],
  ['unanswered', 10],
  ['someone_else', 10],
] as const;

export interface AskTold {
  asker: Party;
  helpers: readonly Party[];
  asking: Asking;
  /** Of the help itself. */
  day: string;
  points: number;
}

/** Help stays within a community, and a week of it ends before now. */
export async function helpInWeek(week: Week): Promise<void> {
  const { stage, chance, parties, monday } = week;
  const communities = [...Map.groupBy(parties, ({ communityPath }) => communityPath).values()].filter(
    (own) => own.length >= 4,
  );
  if (communities.length === 0) return;
  for (const party of chance.sample(parties, offersPerWeek)) {
    stage.clock.set(instantOn(monday, chance.between(8, 21) * hourMs));
    if (stage.clock.now() < stage.end) await offer(stage, chance, party.holder);
  }
  const thankful = new Set<string>();
  for (let index = 0; index < asksPerWeek; index++) {
    const own = chance.weighted(communities.map((one) => [one, one.length] as const));
    const [asker, ...others] = chance.sample(own, 8).toSorted((a, b) => b.points - a.points);
    const asking = chance.pick(askings);
    const day = addDays(monday, chance.between(1, 6));
    const over = instantOn(day, (asking.begins + asking.minutes) * minuteMs).getTime() + 2 * hourMs;
    if (!asker || over >= stage.end.getTime()) continue;
    const points = asker.points >= 4 * thankPoints && !thankful.has(asker.adultId) ? thankPoints : 0;
    thankful.add(asker.adultId);
    await apart(stage, `help ${monday}/${index}`, () =>
      tellAsk(stage, chance, { asker, helpers: others, asking, day, points }),
    );
  }
}

async function offer(stage: Stage, chance: Random, holder: Holder): Promise<void> {
  await apart(stage, 'offer of help', async () => {
    await perform(stage, holder, signAgreement, { body: { edition: agreementEdition } });
    const kinds = chance.sample(helpKinds, chance.between(2, 5));
    const times = chance.sample(offerTimes, chance.between(1, 3));
    await perform(stage, holder, setOffer, { body: { kinds, times } });
  });
}

async function tellAsk(stage: Stage, chance: Random, told: AskTold): Promise<void> {
  const { asker, helpers, asking, day } = told;
  const ending = chance.weighted(endings);
  const askId = await makeAsk(stage, told);
  const params = { askId };
  if (ending === 'unanswered') return;
  const wanted = asking.company === 'two_helpers' ? 2 : 1;
  const [spare] = helpers.slice(wanted);
  for (const { holder } of helpers.slice(0, wanted + (ending === 'someone_else' ? 1 : 0)))
    await pledge(stage, holder, askId);
  if (ending === 'cancelled') {
    await perform(stage, asker.holder, cancelAsk, { params });
    return;
  }
  if (ending === 'someone_else' && spare) await perform(stage, spare.holder, withdrawPledge, { params });
  await agreeAll(stage, asker.holder, askId);
  stage.clock.set(new Date(instantOn(day, (asking.begins + asking.minutes) * minuteMs).getTime() + hourMs));
  const { version } = await perform(stage, asker.holder, getAsk, { params });
  await perform(stage, asker.holder, finishAsk, { params, body: { thanks: chance.pick(thanks), version } });
}

/** Asked for the evening before; thanks come out of the own points, which a family first hands out of its pool. */
export async function makeAsk(stage: Stage, { asker, asking, day, points }: AskTold): Promise<string> {
  const { holder, adultId } = asker;
  const { kind, text, forWhom, indoors, begins, minutes } = asking;
  const isOld = ageOn(day, asker.adultBornOn) >= limits.elderAge && forWhom === 'self';
  const company = isOld && asking.company === 'one' ? 'community_told' : asking.company;
  const asked = instantOn(addDays(day, -1), 20 * hourMs);
  stage.clock.set(asked < stage.end ? asked : stage.end);
  const amount = points * (company === 'two_helpers' ? 2 : 1);
  if (amount > 0) await perform(stage, holder, splitPoints, { body: { personId: adultId, amount } });
  const starts = instantOn(day, begins * minuteMs);
  const { askId } = await perform(stage, holder, askHelp, {
    body: {
      ...{ kind, text, forWhom, indoors, company, points },
      startsAt: starts.toISOString(),
      endsAt: new Date(starts.getTime() + minutes * minuteMs).toISOString(),
    },
  });
  stage.clock.advance(10 * minuteMs < stage.end.getTime() - stage.clock.now().getTime() ? 10 * minuteMs : 0);
  return askId;
}

/** What needs the agreement is only for who has signed it. */
export async function pledge(stage: Stage, holder: Holder, askId: string): Promise<void> {
  const params = { askId };
  const { needsAgreement } = await perform(stage, holder, getAsk, { params });
  if (needsAgreement) await perform(stage, holder, signAgreement, { body: { edition: agreementEdition } });
  await perform(stage, holder, pledgeHelp, { params });
}

/** The asker takes everybody who offered, until it is enough. */
export async function agreeAll(stage: Stage, asker: Holder, askId: string): Promise<void> {
  const params = { askId };
  for (;;) {
    const { pledges, status, version } = await perform(stage, asker, getAsk, { params });
    const next = pledges.find(({ state }) => state === 'offered');
    if (!next || status !== 'open') return;
    await perform(stage, asker, agreePledge, { params, body: { pledgeId: next.pledgeId, version } });
  }
}

// What the personas find of mutual help when a visitor comes in: an ask with an offer to take, one agreed on, one to
// give, and what the community has to look at.
import { closeReports, finishAsk, getAsk, hideAsk, reportAsk } from '#contract/mutualhelp/endpoints.ts';
import { addDays } from '#kernel/calendar/time.ts';
import type { Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import { personas } from '../personas.ts';
import { perform } from '../replay/stage.ts';
import { agreeAll, makeAsk, pledge } from './help.ts';
import { askings } from './helpWords.ts';
import { accountOf, clerkOf, homeOf } from './now.ts';
import type { Party } from './parties.ts';
import { hourMs, type Week } from './scenes.ts';

const askingOf = (kind: string) =>
  askings.find((one) => one.kind === kind) ?? (askings[0] as (typeof askings)[0]);

export async function helpNow(week: Week, office: Office): Promise<void> {
  const { stage, parties, chance } = week;
  const home = homeOf(office);
  const elder = await accountOf(stage, 'elder');
  const warden = await accountOf(stage, 'door_warden');
  const mother = parties.find(({ holder }) => holder.name === nameOf('mother'));
  if (!home || !elder || !warden || !mother) return;
  const others = chance.sample(
    parties.filter((one) => one !== mother && home.path.startsWith(one.communityPath)),
    8,
  );
  const [first, second, third, fourth] = others;
  if (!first || !second || !third || !fourth) return;
  const asElder = { ...mother, holder: elder, adultId: elder.personId ?? '', children: [], points: 0 };
  const tomorrow = addDays(stage.today, 1);
  const none = { helpers: [], points: 0 };

  // The elder was taught how to call by video, thanked for it, and asks for her medicine tomorrow.
  await apart(stage, 'elder thanked', async () => {
    const asking = { ...askingOf('phone'), forWhom: 'self' as const };
    const askId = await makeAsk(stage, { ...none, asker: asElder, asking, day: addDays(stage.today, -3) });
    await pledge(stage, mother.holder, askId);
    await agreeAll(stage, elder, askId);
    stage.clock.advance(20 * hourMs);
    const { version } = await perform(stage, elder, getAsk, { params: { askId } });
    const body = { thanks: '小林教得细，我会打视频了。', version };
    await perform(stage, elder, finishAsk, { params: { askId }, body });
  });
  // She knows how to wrap rice dumplings, and earned her thanks by showing it.
  await apart(stage, 'elder helps', async () => {
    const points = mother.points >= 60 ? 10 : 0;
    const day = addDays(stage.today, -5);
    const askId = await makeAsk(stage, {
      helpers: [],
      asker: mother,
      asking: askingOf('teach'),
      day,
      points,
    });
    await pledge(stage, elder, askId);
    await agreeAll(stage, mother.holder, askId);
    stage.clock.advance(26 * hourMs);
    const { version } = await perform(stage, mother.holder, getAsk, { params: { askId } });
    const body = { thanks: '王奶奶手真巧，孩子也学会了。', version };
    await perform(stage, mother.holder, finishAsk, { params: { askId }, body });
  });
  await apart(stage, 'elder asks', async () => {
    const text = '降压药快吃完了，社区医院已经开好，请帮我取一趟。';
    const asking = { ...askingOf('medicine'), forWhom: 'self' as const, text };
    const askId = await makeAsk(stage, { ...none, asker: asElder, asking, day: tomorrow });
    await pledge(stage, warden, askId);
  });
  // The mother wants two to fetch her child; one has offered.
  await apart(stage, 'mother asks', async () => {
    const asking = askingOf('fetch_child');
    const day = addDays(stage.today, 3);
    const points = mother.points >= 60 ? 5 : 0;
    const askId = await makeAsk(stage, { helpers: [], asker: mother, asking, day, points });
    await pledge(stage, first.holder, askId);
  });
  for (const [index, asker] of [second, third].entries())
    await apart(stage, `ask ${index}`, async () => {
      const asking = askingOf(index === 0 ? 'borrow' : 'company');
      await makeAsk(stage, { ...none, asker, asking, day: addDays(stage.today, 2 + index) });
    });
  await apart(stage, 'reported asks', () => reported(week, office, { asker: fourth, by: [first, second] }));
}

/** One was taken off the board, one stands, one waits to be looked at. */
async function reported(
  { stage }: Week,
  office: Office,
  { asker, by }: { asker: Party; by: readonly Party[] },
): Promise<void> {
  const home = homeOf(office);
  const clerk = home && clerkOf(home);
  const [first, second] = by;
  if (!clerk || !first || !second) return;
  const told = { asker, helpers: [], points: 0 };
  const asking = askingOf('shopping');
  for (const [index, verdict] of (['hidden', 'stands', 'waits'] as const).entries()) {
    const askId = await makeAsk(stage, { ...told, asking, day: addDays(stage.today, index + 1) });
    const params = { askId };
    const note = verdict === 'hidden' ? '天天让人带东西，不像是脚崴了' : '';
    const body = { reason: 'false' as const, note };
    await perform(stage, (index === 0 ? first : second).holder, reportAsk, { params, body });
    if (verdict === 'stands') await perform(stage, clerk, closeReports, { params });
    if (verdict !== 'hidden') continue;
    const { version } = await perform(stage, asker.holder, getAsk, { params });
    await perform(stage, clerk, hideAsk, { params, body: { reason: '核实后不是真的需要', version } });
  }
}

const nameOf = (key: string) => personas.find((one) => one.key === key)?.name;

// From the first signature to the requester's word, and what becomes public of it.
import { logCallback } from '#contract/cases/callback/endpoints.ts';
import * as cases from '#contract/cases/endpoints.ts';
import { publishCase, readPublication } from '#contract/cases/publish/endpoints.ts';
import { tellFirst } from '#contract/cases/review/endpoints.ts';
import { type Holder, perform } from '../replay/stage.ts';
import { signersOf } from './crew.ts';
import type { Mark, Tale } from './tale.ts';
import * as words from './words.ts';
import { handIn } from './work.ts';

const hour = 60;
const day = 24 * hour;

interface Done {
  handler: Holder;
  tier: number;
}

/** Level by level; one level may send it back once. */
export async function sign(tale: Tale, { handler, tier }: Done): Promise<void> {
  const { office, here, imagined } = tale;
  const { chance, fate } = imagined;
  if (fate === 'told_first' && tale.on().round === 1) {
    await tale.act(20, handler, tellFirst, () => ({ reason: words.tellFirstReason }));
    tale.reached('told_first');
  }
  const signers = signersOf(office, here, imagined, handler, tier);
  if (fate === 'sent_back' && tale.on().round === 1 && signers[0]) {
    await tale.act(chance.between(30, 10 * hour), signers[0], cases.reviewReturn, () => ({
      reason: chance.pick(words.reviewReturns),
    }));
    await handIn(tale, handler, chance.between(hour, day));
  }
  for (const [place, who] of signers.entries()) {
    await tale.act(chance.between(30, 20 * hour), who, cases.reviewApprove, () => ({
      instruction: place > 0 ? chance.pick(words.instructions) : '',
    }));
    tale.reached(place === signers.length - 1 ? 'signed' : (`signed_${place + 1}` as Mark));
  }
}

export async function callBack(tale: Tale, done: Done): Promise<void> {
  const { office, imagined } = tale;
  const { chance, kind, fate } = imagined;
  const caller = chance.pick(office.of(kind === 'grid_case' ? 'inspector' : 'callback_operator'));
  if (fate === 'special') return await closeApart(tale, caller);
  if (fate === 'unreachable') return await giveUp(tale, caller);
  const call = (after: number, heard: object) =>
    tale.act(after, caller, logCallback, () => ({ outcome: 'reached', contacted: 'yes', ...heard }));
  if (fate === 'dissatisfied') {
    await call(chance.between(hour, 30 * hour), {
      solved: 'no',
      satisfaction: 'dissatisfied',
      words: chance.pick(words.dissatisfiedWords),
    });
    tale.reached('back_at_work');
    await tale.act(chance.between(4 * hour, 3 * day), done.handler, cases.submitResult, () => ({
      result: words.reworkResult,
    }));
    await sign(tale, done);
  }
  await call(chance.between(hour, 30 * hour), {
    solved: chance.chance(0.93) ? 'yes' : 'partly',
    satisfaction: chance.weighted([
      ['very', 5],
      ['satisfied', 4],
      ['basically', 1],
    ] as const),
  });
  tale.reached('closed');
}

export async function reopen({ act, imagined, here }: Tale): Promise<void> {
  await act(imagined.chance.between(5, 20) * day, here.secretary, cases.reopenCase, () => ({
    reason: words.reopenReason,
  }));
}

async function closeApart(tale: Tale, caller: Holder): Promise<void> {
  await tale.act(tale.imagined.chance.between(hour, 30 * hour), caller, cases.beginConfirmation);
  await tale.act(
    5 * hour,
    tale.imagined.chance.pick(tale.office.of('principal')),
    cases.closeSpecial,
    () => ({
      closureType: 'special',
      reason: words.specialReason,
    }),
  );
}

/** Morning, afternoon and evening; then it is written down that nobody answered. */
async function giveUp(tale: Tale, caller: Holder): Promise<void> {
  for (const after of [3 * hour, 8 * hour, 8 * hour])
    await tale.act(after, caller, logCallback, () => ({
      outcome: 'no_answer',
      words: words.unreachableNote,
    }));
  tale.reached('missed_calls');
  await tale.act(hour, caller, logCallback, () => ({ outcome: 'unreachable' }));
}

const publicShare = 0.2;

/** The words that the case itself offers once nobody is in them any more. */
export async function makePublic(tale: Tale): Promise<void> {
  const { stage, here, imagined } = tale;
  const { chance } = imagined;
  if (tale.on().status !== 'closed' || !(imagined.isPublic || chance.chance(publicShare))) return;
  const params = { caseId: tale.on().caseId };
  const draft = await perform(stage, here.secretary, readPublication, { params });
  if (draft.may !== true) return;
  await perform(stage, here.secretary, publishCase, {
    params,
    body: { title: draft.title, asked: draft.asked, done: draft.done },
  });
}

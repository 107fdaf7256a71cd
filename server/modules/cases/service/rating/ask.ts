// Asking for a rating: the confirmation begins, each requester gets one link, and silence is called silence.
import { randomBytes } from 'node:crypto';
import { ratingMessage } from '#contract/cases/resident/words.ts';
import type { Context } from '#kernel/context.ts';
import { type CaseRow, getCaseRow } from '../../store/cases.ts';
import { requestersOf } from '../../store/parts.ts';
import { confirmingSilent, confirmingUnasked, insertRating, resolvedUnasked } from '../../store/ratings.ts';
import { closureOf } from '../confirm.ts';
import { makeMove } from '../step.ts';

/** Where the requester rates (domain.md 7.4); a hotline order is called back, and may rate as well. */
const ratedKinds: readonly CaseRow['kind'][] = ['resident_report', 'property_request', 'enterprise_demand'];
const askedKinds: readonly CaseRow['kind'][] = [...ratedKinds, 'hotline_order'];
/** After a week without a word; the other kinds wait for the callback. */
const silentKinds: readonly CaseRow['kind'][] = ['resident_report'];

const casesMax = 100;
const answerDays = 7;
const DAY_MS = 86_400_000;

export async function askForRatings(context: Context): Promise<void> {
  for (const { id } of await resolvedUnasked(context, ratedKinds, casesMax))
    await makeMove(context, await getCaseRow(context, id), 'begin_confirmation');
  for (const { id } of await confirmingUnasked(context, askedKinds, casesMax))
    await ask(context, await getCaseRow(context, id));
}

/** Purpose of the keyed digest under which a link is kept: the table alone opens nothing. */
const purpose = 'case.rating';
export const tokenHash = (context: Context, token: string): string =>
  context.services.crypto.sign(purpose, token);

async function ask(context: Context, row: CaseRow): Promise<void> {
  const expires = new Date(context.now.getTime() + answerDays * DAY_MS).toISOString();
  const { crypto, config, messenger } = context.services;
  for (const requester of await requestersOf(context, row.id)) {
    const token = requester.phone_cipher ? randomBytes(18).toString('base64url') : null;
    await insertRating(context, {
      case_id: row.id,
      round: row.round,
      requester_id: requester.id,
      token_hash: token && tokenHash(context, token),
      expires_at: expires,
    });
    // The phones of a demo street are invented: nobody is texted.
    if (!token || !requester.phone_cipher || context.street.demo) continue;
    const link = `${config.PUBLIC_URL ?? ''}/m/rate/${token}`;
    await messenger.send({
      phone: crypto.decrypt(requester.phone_cipher),
      template: 'case_rating',
      text: ratingMessage(context.street.name, row.number, link),
    });
  }
}

/**
 * Nobody answered for a week: the case ends as "no answer", which counts as neither solved nor satisfied. The
 * result was signed by people before; the timer adds no approval (docs/decisions/0018-silence-is-no-answer.md).
 */
export async function closeSilent(context: Context): Promise<void> {
  const before = new Date(context.now.getTime() - answerDays * DAY_MS);
  for (const { id } of await confirmingSilent(context, silentKinds, before, casesMax)) {
    const row = await getCaseRow(context, id);
    await makeMove(context, row, 'confirm_pass', {
      data: { solved: 'unreachable', satisfaction: 'unreachable', noAnswer: true },
      columns: {
        solved: 'unreachable',
        satisfaction: 'unreachable',
        closure_type: closureOf(row),
        closed_at: context.now.toISOString(),
      },
    });
  }
}

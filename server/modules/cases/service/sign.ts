// One signature: whose it is, what it covers, and the link to the one before.
import type { SignedContent } from '#contract/cases/review/records.ts';
import type { Context } from '#kernel/context.ts';
import { rankWanted, signatureGuard, signersOf } from '../guards.ts';
import { signerAt, signingPostAt } from '../policy.ts';
import { canonicalJson } from '../signing/canonical.ts';
import { stateOf } from '../state.ts';
import type { CaseRow } from '../store/cases.ts';
import { insertSignature, signaturesOf, stepsOf } from '../store/parts.ts';
import { completeToldFirst, filesOf, insertResult } from '../store/review.ts';
import { hold, makeMove, nextState } from './step.ts';

export interface Signing {
  instruction: string;
  /** The answer as this level amends it; null keeps it. */
  result: string | null;
  way: 'single' | 'batch';
}

/** @throws Problem 409 when it is not the caller's level, an own result, or signed before */
export async function sign(context: Context, row: CaseRow, { instruction, result, way }: Signing) {
  const next = nextState(row, 'review_approve');
  const signed = await requireSigner(context, row);
  const level = row.signed + 1;
  const amended = result !== null && result !== row.result;
  const answer = (amended ? result : row.result) ?? '';
  const post = signingPostAt(context.actor, row.area_path, rankWanted(stateOf(row)));
  if (amended) await keepVersion(context, row, { level, text: answer });

  const { hash } = context.services.crypto;
  const content: SignedContent = {
    number: row.number,
    textDigest: hash(row.text),
    resultDigest: hash(answer),
    files: (await filesOf(context, [row.id])).map(({ id, digest }) => ({ fileId: id, digest })),
    dueAt: row.due_at,
    round: row.round,
    level,
    instruction,
    signer: context.actor.displayName,
    accountId: context.actor.accountId ?? '',
    onBehalfOf: post?.onBehalfOf ?? null,
    role: post?.role ?? '',
    way,
    at: context.now.toISOString(),
    previous: signed.at(-1)?.digest ?? null,
  };
  const digest = hash(canonicalJson(content));
  await insertSignature(context, {
    case_id: row.id,
    round: row.round,
    level,
    account_id: content.accountId,
    principal_id: post?.holderId ?? null,
    signer: content.signer,
    on_behalf_of: content.onBehalfOf,
    role: content.role,
    at: context.now,
    since: await sinceOf(context, row),
    instruction,
    way,
    digest,
    previous: content.previous,
    content: JSON.stringify(content),
  });
  if (next.status === 'resolved') await completeToldFirst(context, row.id);
  return await makeMove(context, row, 'review_approve', {
    note: instruction,
    // The digest goes into the trail, which nobody can write over.
    data: { level, digest, way, amended },
    columns: amended ? { result: answer } : {},
  });
}

export async function keepVersion(
  context: Context,
  row: CaseRow,
  { level, text }: { level: number; text: string },
): Promise<void> {
  const files = await filesOf(context, [row.id]);
  await insertResult(context, {
    case_id: row.id,
    round: row.round,
    level,
    text,
    file_ids: files.map(({ id }) => id),
    due_at: row.due_at,
    by_name: context.actor.displayName,
    at: context.now,
  });
}

/** The signatures of this round so far. */
export async function requireSigner(context: Context, row: CaseRow) {
  const signed = (await signaturesOf(context, row.id)).filter(({ round }) => round === row.round);
  const state = stateOf(row);
  hold(
    signatureGuard(
      state,
      signerAt(context.actor, row.area_path, rankWanted(state)),
      row.handler_id,
      signersOf(signed, row.round),
    ),
  );
  return signed;
}

/** When the case came to this level: with the signature before it, or when it was handed in. */
async function sinceOf(context: Context, row: CaseRow): Promise<string | null> {
  const before = (await stepsOf(context, row.id)).filter(
    ({ name, round }) => round === row.round && (name === 'submit_result' || name === 'review_approve'),
  );
  return before.at(-1)?.at ?? null;
}

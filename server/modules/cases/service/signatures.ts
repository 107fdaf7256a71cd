// The review as people see it: the list of a level, the versions of an answer, signing several, verifying.

import { ranksOf } from '#contract/cases/kinds.ts';
import type * as endpoints from '#contract/cases/review/endpoints.ts';
import type { ReviewRow, ReviewSheet } from '#contract/cases/review/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { type Placed, signingPlaces } from '../policy.ts';
import { batchGuard, changesOf } from '../signing/changes.ts';
import { verify } from '../signing/verify.ts';
import { rulesOf } from '../state.ts';
import type { CaseRow } from '../store/cases.ts';
import { placeOf } from '../store/list.ts';
import { signaturesOf, stepsOf } from '../store/parts.ts';
import * as store from '../store/review.ts';
import { viewListed } from '../view.ts';
import { loadAsUnit, loadFor, loadReadable } from './load.ts';
import { namesOf } from './read.ts';
import { sign } from './sign.ts';
import { hold, makeNote } from './step.ts';

const placesOf = (context: Context) => ({
  accountId: context.actor.accountId ?? '',
  posts: signingPlaces(context.actor),
});
const pathsOf = (posts: readonly Placed[]) => posts.map(({ areaPath }) => areaPath);

export async function listReview(
  context: Context,
  input: InputOf<typeof endpoints.listReview>,
): Promise<OutputOf<typeof endpoints.listReview>> {
  const places = placesOf(context);
  const span = { after: placeOf(input.cursor), limit: input.limit };
  const mine = input.which === 'mine';
  const found = mine
    ? await store.listAtMyLevel(context, places, span)
    : await store.listToldFirst(context, pathsOf(places.posts), span);
  const page = cutPage(found, input.limit, (row) => [row.due_order, row.id]);
  const total = mine
    ? (await store.countAtMyLevel(context, places)).waiting
    : await store.countToldFirst(context, pathsOf(places.posts));
  return {
    items: await viewRows(context, page.rows),
    nextCursor: page.nextCursor,
    total: exactTotal(total),
  };
}

async function viewRows(context: Context, rows: readonly CaseRow[]): Promise<ReviewRow[]> {
  const ids = rows.map(({ id }) => id);
  const names = await namesOf(context, rows);
  const [versions, files, told, signatures] = [
    Map.groupBy(await store.resultsOf(context, ids), (one) => one.case_id),
    Map.groupBy(await store.filesOf(context, ids), (one) => one.subject_id ?? ''),
    new Map((await store.toldFirstOf(context, ids)).map((one) => [one.case_id, one])),
    Map.groupBy(await store.signaturesOfCases(context, ids), (one) => one.case_id),
  ];
  return rows.map((row) => {
    const listed = viewListed(context, row, names);
    const own = versions.get(row.id) ?? [];
    const changes = changesOf(row, own, files.get(row.id)?.length ?? 0);
    const toldFirst = told.get(row.id);
    const before = (signatures.get(row.id) ?? []).filter(({ round }) => round === row.round).at(-1);
    const open = toldFirst !== undefined && toldFirst.completed_at === null;
    return {
      ...listed,
      levels: ranksOf(rulesOf(row), row.tier).length,
      excerpt: row.result ?? '',
      since: before?.at ?? row.finished_at ?? row.reported_at,
      changes,
      mayBatch: batchGuard(changes, listed.lamp === 'red', open),
      toldFirstAt: open ? toldFirst.at : null,
    };
  });
}

const staysDays = 30;

export async function countReview(context: Context): Promise<OutputOf<typeof endpoints.countReview>> {
  const places = placesOf(context);
  const since = new Date(context.now.getTime() - staysDays * 86_400_000);
  return {
    ...(await store.countAtMyLevel(context, places)),
    toldFirst: await store.countToldFirst(context, pathsOf(places.posts)),
    averageMinutes: await store.averageStay(context, places.accountId, since),
  };
}

export async function getReview(
  context: Context,
  input: InputOf<typeof endpoints.getReview>,
): Promise<ReviewSheet> {
  const { row } = await loadReadable(context, input.caseId);
  const [listed] = await viewRows(context, [row]);
  if (!listed) throw new Problem('input.id_unknown', 404);
  const versions = await store.resultsOf(context, [row.id]);
  const [told] = await store.toldFirstOf(context, [row.id]);
  const steps = await stepsOf(context, row.id);
  return {
    versions: versions.map((one) => ({
      round: one.round,
      level: one.level,
      text: one.text,
      fileIds: one.file_ids,
      dueAt: one.due_at,
      by: one.by_name,
      at: one.at,
    })),
    levels: await staysOf(context, row),
    returns: steps
      .filter(({ name }) => name === 'review_return' || name === 'confirm_fail')
      .map((step) => ({
        // The step ends its round; the case is in the next one by then.
        round: step.round - 1,
        by: step.actor_name,
        at: step.at,
        reason: step.note ?? '',
      })),
    changes: listed.changes,
    mayBatch: listed.mayBatch,
    toldFirst: told
      ? { at: told.at, by: told.by_name, reason: told.reason, completedAt: told.completed_at }
      : null,
  };
}

/** How long each level of this round kept it: from the step before it to its signature, or until now. */
async function staysOf(context: Context, row: CaseRow): Promise<ReviewSheet['levels']> {
  const ofRound = (await stepsOf(context, row.id)).filter(({ round }) => round === row.round);
  const handedIn = ofRound.findLast(({ name }) => name === 'submit_result')?.at ?? null;
  const signed = new Map(
    (await signaturesOf(context, row.id))
      .filter(({ round }) => round === row.round)
      .map((one) => [one.level, one.at]),
  );
  return Array.from({ length: ranksOf(rulesOf(row), row.tier).length }, (_, index) => {
    const level = index + 1;
    const since = level === 1 ? handedIn : (signed.get(level - 1) ?? null);
    const signedAt = signed.get(level) ?? null;
    const lies = row.status === 'under_review' && row.signed + 1 === level;
    const until = signedAt ?? (lies ? context.now.toISOString() : null);
    const minutes =
      since && until ? Math.max(0, Math.round((Date.parse(until) - Date.parse(since)) / 60_000)) : null;
    return { level, since, signedAt, minutes };
  });
}

/** Each in a transaction of its own: what one refuses does not undo another. */
export async function signBatch(
  context: Context,
  input: InputOf<typeof endpoints.signBatch>,
): Promise<OutputOf<typeof endpoints.signBatch>> {
  const results: OutputOf<typeof endpoints.signBatch>['results'] = [];
  for (const item of input.items) {
    const outcome = await context.apart((own) => signOne(own, item, input.instruction)).catch(codeOf);
    results.push({ caseId: item.caseId, outcome });
  }
  return { results };
}

async function signOne(
  context: Context,
  item: { caseId: string; version: number },
  instruction: string,
): Promise<string> {
  const { row } = await loadFor(context, 'case.review', item);
  const [listed] = await viewRows(context, [row]);
  if (listed && row.status === 'under_review') hold(listed.mayBatch);
  await sign(context, row, { instruction, result: null, way: 'batch' });
  return 'signed';
}

function codeOf(error: unknown): string {
  if (error instanceof Problem) return error.code;
  throw error;
}

export async function verifySignatures(
  context: Context,
  input: InputOf<typeof endpoints.verifySignatures>,
): Promise<OutputOf<typeof endpoints.verifySignatures>> {
  const { row } = await loadReadable(context, input.caseId);
  const { hash } = context.services.crypto;
  const trail = await store.trailDigests(context, row.id);
  const kept = (await signaturesOf(context, row.id)).map((one) => ({
    round: one.round,
    level: one.level,
    signer: one.signer,
    accountId: one.account_id,
    onBehalfOf: one.on_behalf_of,
    role: one.role,
    way: one.way,
    instruction: one.instruction,
    at: new Date(one.at).toISOString(),
    digest: one.digest,
    content: one.content,
    trailDigest: trail.get(`${one.round}.${one.level}`) ?? null,
  }));
  const today = {
    number: row.number,
    round: row.round,
    textDigest: hash(row.text),
    resultDigest: hash(row.result ?? ''),
    dueAt: row.due_at,
    files: new Map((await store.filesOf(context, [row.id])).map(({ id, digest }) => [id, digest])),
    versions: new Map(
      (await store.resultsOf(context, [row.id])).map((one) => [`${one.round}.${one.level}`, hash(one.text)]),
    ),
  };
  const rounds = [...Map.groupBy(kept, ({ round }) => round).values()];
  return {
    checkedAt: context.now.toISOString(),
    signatures: rounds.flatMap((ofRound) => {
      const verified = verify(ofRound, today, hash);
      return ofRound.map(({ round, level, signer, onBehalfOf, at, digest }, index) => ({
        ...(verified[index] ?? { verdict: 'broken' as const, faults: [], later: [] }),
        round,
        level,
        signer,
        onBehalfOf,
        at,
        digest,
      }));
    }),
  };
}

/** 先办后签: told now, signed later, and listed until it is. It counts for no signature. */
export async function tellFirst(context: Context, input: InputOf<typeof endpoints.tellFirst>) {
  const { row } = await loadAsUnit(context, 'lead', input);
  if (row.status !== 'under_review') throw new Problem('case.illegal_move', 409, { state: row.status });
  hold(row.urgency === 'critical' ? true : 'case.not_critical');
  const [told] = await store.toldFirstOf(context, [row.id]);
  hold(told && told.completed_at === null && told.round === row.round ? 'case.told_before' : true);
  await store.insertToldFirst(context, {
    case_id: row.id,
    round: row.round,
    answer: row.result ?? '',
    reason: input.reason,
    by_name: context.actor.displayName,
    at: context.now,
    completed_at: null,
  });
  return await makeNote(context, row, 'tell_first', { note: input.reason });
}

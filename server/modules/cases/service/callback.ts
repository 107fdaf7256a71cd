// 回访: whom to ask next, what was said, and the rates that follow from it.
import { z } from 'zod';
import type * as endpoints from '#contract/cases/callback/endpoints.ts';
import { rateParts } from '#contract/cases/callback/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, decodeCursor, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { getArea } from '#modules/territory/index.ts';
import { ratesOf } from '../callback/rates.ts';
import { giveUpGuard, isUnsolved, saidGuard } from '../callback/rules.ts';
import { confirmerGuard } from '../guards.ts';
import * as store from '../store/callbacks.ts';
import { type CaseRow, getCaseRow } from '../store/cases.ts';
import { placeOf } from '../store/list.ts';
import { requestersOf, stepsOf } from '../store/parts.ts';
import { viewListed, viewRequester } from '../view.ts';
import { fail, handling, loadToConfirm, missedCalls, pass } from './confirm.ts';
import { namesOf } from './read.ts';
import { hold, makeMove, makeNote } from './step.ts';

export async function listCallbacks(
  context: Context,
  input: InputOf<typeof endpoints.listCallbacks>,
): Promise<OutputOf<typeof endpoints.listCallbacks>> {
  const found = await store.listWaitingForCall(context, {
    after: callbackPlace(input.cursor),
    limit: input.limit,
  });
  const page = cutPage(found, input.limit, (row) => [String(row.urgency_rank), row.since, row.id]);
  const names = await namesOf(context, page.rows);
  const calls = Map.groupBy(
    await store.callbacksOf(
      context,
      page.rows.map(({ id }) => id),
    ),
    (one) => one.case_id,
  );
  const items: OutputOf<typeof endpoints.listCallbacks>['items'] = [];
  for (const row of page.rows) {
    const missed = (calls.get(row.id) ?? []).filter(
      ({ round, outcome }) => round === row.round && outcome === 'no_answer',
    );
    items.push({
      ...viewListed(context, row, names),
      result: row.result ?? row.answer,
      requester: await firstRequester(context, row),
      attempts: missed.map(({ at, by_name }) => ({ at, by: by_name })),
      mayGiveUp: giveUpGuard(missed.map(({ at }) => at)),
      mayCall: await callerVerdict(context, row),
    });
  }
  return {
    items,
    nextCursor: page.nextCursor,
    total: exactTotal(await store.countWaitingForCall(context)),
  };
}

function callbackPlace(cursor: string | undefined): store.CallbackPlace | null {
  const values = decodeCursor(cursor, 3);
  if (!values) return null;
  const [urgency, at, id] = values.map(String);
  const valid = /^[1-4]$/.test(urgency ?? '') && !Number.isNaN(Date.parse(at ?? '')) && isId(id);
  if (!valid) throw new Problem('input.cursor', 400);
  return { urgency: Number(urgency), at: String(at), id: String(id) };
}

const isId = (text: unknown): boolean => z.uuid().safeParse(text).success;

async function firstRequester(context: Context, row: CaseRow) {
  const [first] = await requestersOf(context, row.id);
  if (!first) return null;
  const { requesterId, name, phone } = viewRequester(context, row, first);
  return { requesterId, name, phone };
}

async function callerVerdict(context: Context, row: CaseRow) {
  const chain = (await stepsOf(context, row.id)).filter(({ name }) => handling.includes(name));
  return confirmerGuard(
    context.actor.accountId ?? '',
    chain.map(({ actor_id }) => actor_id),
  );
}

/** One call, and the step that follows: a missed one waits, an answer closes it or begins a new round. */
export async function logCallback(
  context: Context,
  input: InputOf<typeof endpoints.logCallback>,
): Promise<CaseMoved> {
  const row = await begun(context, input);
  hold(saidGuard(input));
  if (input.outcome === 'unreachable') hold(giveUpGuard(await missedCalls(context, row)));
  await store.insertCallback(context, {
    id: context.newId(),
    case_id: row.id,
    round: row.round,
    at: context.now,
    by_name: context.actor.displayName,
    outcome: input.outcome,
    contacted: input.contacted,
    solved: input.outcome === 'reached' ? input.solved : null,
    satisfaction: input.outcome === 'reached' ? input.satisfaction : null,
    words: input.words,
  });
  if (input.outcome === 'no_answer')
    return await makeNote(context, row, 'miss_callback', { note: input.words });
  const heard =
    input.outcome === 'unreachable'
      ? { solved: 'unreachable' as const, satisfaction: 'unreachable' as const }
      : { solved: input.solved, satisfaction: input.satisfaction };
  const said = { note: input.words, more: { contacted: input.contacted } };
  return isUnsolved(heard) ? await fail(context, row, heard, said) : await pass(context, row, heard, said);
}

/** The first call begins the confirmation. */
async function begun(context: Context, input: InputOf<typeof endpoints.logCallback>): Promise<CaseRow> {
  const { status } = await getCaseRow(context, input.caseId);
  const move = status === 'resolved' ? 'begin_confirmation' : 'confirm_pass';
  const loaded = await loadToConfirm(context, input, move);
  if (loaded.status !== 'resolved') return loaded;
  await makeMove(context, loaded, 'begin_confirmation');
  return await getCaseRow(context, loaded.id);
}

type Span = Pick<InputOf<typeof endpoints.readRates>, 'from' | 'to' | 'areaId' | 'kind' | 'excluded'>;

async function spanOf(context: Context, input: Span): Promise<store.RateSpan> {
  return {
    from: instantOn(input.from),
    to: instantOn(addDays(input.to, 1)),
    areaPath: input.areaId ? (await getArea(context, input.areaId)).path : undefined,
    kind: input.kind,
    countsExcluded: input.excluded === 'counted',
  };
}

export async function readRates(
  context: Context,
  input: InputOf<typeof endpoints.readRates>,
): Promise<OutputOf<typeof endpoints.readRates>> {
  const counts = await store.countRates(context, await spanOf(context, input), rateParts);
  return { counts, ...ratesOf(counts) };
}

export async function listRateCases(
  context: Context,
  input: InputOf<typeof endpoints.listRateCases>,
): Promise<OutputOf<typeof endpoints.listRateCases>> {
  const span = await spanOf(context, input);
  const found = await store.listRateRows(context, span, input.part, {
    after: placeOf(input.cursor),
    limit: input.limit,
  });
  const page = cutPage(found, input.limit, (row) => [row.due_order, row.id]);
  const names = await namesOf(context, page.rows);
  const counts = await store.countRates(context, span, [input.part]);
  return {
    items: page.rows.map((row) => viewListed(context, row, names)),
    nextCursor: page.nextCursor,
    total: exactTotal(counts[input.part]),
  };
}

// Writes of one endpoint that come together: one transaction, one set of keys, one answer each.

import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { insertMany } from '#kernel/database/insertMany.ts';
import { inTransaction, violatedConstraint } from '#kernel/database/transaction.ts';
import type { EventPayload } from '#kernel/events/chain.ts';
import { canonicalJson } from '#kernel/events/chain.ts';
import { writeEvents } from '#kernel/events/emit.ts';
import { gatherer } from '#kernel/gather.ts';
import type { ContextParts, Kernel } from '#kernel/kernel.ts';
import type { GatheredRoute } from '#kernel/module.ts';
import { Problem } from '#kernel/problem.ts';
import { retryAfterSeconds } from './admission.ts';

export interface Call {
  parts: Omit<ContextParts, 'db' | 'gathered'>;
  input: Record<string, unknown>;
  /** The Idempotency-Key. */
  key: string;
}

type Answer = unknown;
const batchMax = 100;
/** More than this stand nowhere: who comes then is asked to come again. */
const waitingMax = 20_000;

/** How a gathered route is called: by street, so that no transaction spans two. */
export function together(kernel: Kernel, route: GatheredRoute, checked: (output: unknown) => unknown) {
  const byStreet = new Map<number, (call: Call) => Promise<Answer>>();
  let waiting = 0;

  const answerAll = async (calls: readonly Call[], isAgain = false): Promise<(Answer | Error)[]> => {
    try {
      return await inTransaction(kernel.db, (db) => answerIn(kernel, route, checked, db, calls));
    } catch (error) {
      if (!isAgain && violatedConstraint(error) === 'idempotency_keys_pkey')
        return await answerAll(calls, true);
      if (calls.length === 1) return [error as Error];
      // One of them spoils it for all: each for itself then.
      const answers: (Answer | Error)[] = [];
      for (const call of calls) answers.push(...(await answerAll([call])));
      return answers;
    }
  };

  return async (call: Call): Promise<Answer> => {
    if (waiting >= waitingMax) throw new Problem('server.busy', 503, { retryAfterSeconds });
    const { streetId } = call.parts.street;
    const ask =
      byStreet.get(streetId) ?? gatherer((calls: readonly Call[]) => answerAll(calls), { batchMax }, differs);
    byStreet.set(streetId, ask);
    waiting += 1;
    try {
      return await ask(call);
    } finally {
      waiting -= 1;
    }
  };
}

interface Fresh {
  index: number;
  call: Call;
  context: Context;
  hash: string;
}

/** Answers known keys from memory, hands the others to the service, keeps what it answered and what happened. */
async function answerIn(
  kernel: Kernel,
  route: GatheredRoute,
  checked: (output: unknown) => unknown,
  db: Context['db'],
  calls: readonly Call[],
): Promise<(Answer | Error)[]> {
  const events: EventPayload[] = [];
  const asked = calls.map((call, index): Fresh => {
    const context = kernel.context({ ...call.parts, db, gathered: events });
    const hash = context.services.crypto.hash(canonicalJson([route.endpoint.name, call.input]));
    return { index, call, context, hash };
  });
  const [first] = asked;
  if (!first) return [];
  const known = await knownAnswers(first.context, asked);
  const answers = asked.map(({ context, call, hash }): Answer | Error | undefined => {
    const earlier = known.get(`${context.actor.accountId} ${call.key}`);
    if (!earlier) return undefined;
    return earlier.hash === hash ? earlier.answer : new Problem('idempotency.conflict', 409);
  });
  const fresh = asked.filter(({ index }) => answers[index] === undefined);
  const made = await route.handleMany(
    fresh.map(({ call, context }) => ({ context, input: call.input as never })),
  );
  for (const [at, { index }] of fresh.entries()) answers[index] = made[at] as Answer;
  await keepAnswers(
    first.context,
    fresh.flatMap((one) => {
      const answer = answers[one.index];
      return answer instanceof Error ? [] : [{ ...one, answer: checked(answer) }];
    }),
  );
  await writeEvents(first.context, kernel.enqueue, events);
  return answers;
}

/** The same person with the same key twice, a double tap, is answered one after the other. */
const differs = (chosen: readonly Call[], other: Call): boolean =>
  !chosen.some(
    ({ key, parts }) => key === other.key && parts.actor.accountId === other.parts.actor.accountId,
  );

async function knownAnswers({ db, streetId }: Context, asked: readonly Fresh[]) {
  const rows = await db
    .selectFrom('idempotency_keys')
    .select(['account_id', 'key', 'request_hash', 'answer'])
    .where('street_id', '=', streetId)
    .where(
      'account_id',
      '=',
      sql<string>`any(${asked.map(({ context }) => context.actor.accountId)}::uuid[])`,
    )
    .where('key', '=', sql<string>`any(${asked.map(({ call }) => call.key)}::text[])`)
    .execute();
  return new Map(
    rows.map((row) => [`${row.account_id} ${row.key}`, { hash: row.request_hash, answer: row.answer }]),
  );
}

/** Another process that answers the same key at the same moment makes this fail; the try after it finds the answer. */
async function keepAnswers(context: Context, kept: readonly (Fresh & { answer: unknown })[]): Promise<void> {
  await insertMany(
    context,
    'idempotency_keys',
    kept.map((one) => ({
      account_id: one.context.actor.accountId,
      key: one.call.key,
      request_hash: one.hash,
      status: 200,
      answer: one.answer,
      created_at: one.context.now,
    })),
  );
}

// The one way to the points ledger: a command in, its answer out, in one call (points.md section 6).
import { type Kysely, sql } from 'kysely';
import type { Tables } from '#kernel/database/tables.ts';

export interface LedgerCommand {
  /** Made by the caller; the same id with the same request is answered once more, not done once more. */
  id: string;
  kind: CommandKind;
  /** Who gives the command: an account of the street, or the name of a schedule. */
  actor: string;
  request: Record<string, unknown>;
}

export const commandKinds = [
  'open_account',
  'close_account',
  'open_programme',
  'make_rule',
  'fund',
  'return',
  'grant',
  'release',
  'reserve',
  'capture',
  'void',
  'lapse',
  'pool',
  'split',
  'donate',
  'expire',
  'reverse',
  'settle_open',
  'settle_sign',
  'settle_close',
] as const;
export type CommandKind = (typeof commandKinds)[number];

/** `error` is a stable code; balances are whole points. */
export interface LedgerAnswer {
  error?: string;
  replayed?: true;
  [key: string]: unknown;
}

type Db = Kysely<Tables>;

export async function runCommand(
  db: Db,
  streetId: number,
  at: Date,
  { id, kind, actor, request }: LedgerCommand,
): Promise<LedgerAnswer> {
  const { rows } = await sql<{ answer: LedgerAnswer }>`
    select points_command(${streetId}, ${id}, ${actor}, ${at.toISOString()}, ${kind}, ${JSON.stringify(request)}::jsonb)
      as answer`.execute(db);
  return only(rows).answer;
}

/** At most 100 commands of one actor, answered in their order. */
export async function runBatch(
  db: Db,
  streetId: number,
  at: Date,
  actor: string,
  commands: readonly Omit<LedgerCommand, 'actor'>[],
): Promise<LedgerAnswer[]> {
  const { rows } = await sql<{ answers: LedgerAnswer[] }>`
    select points_batch(${streetId}, ${actor}, ${at.toISOString()}, ${JSON.stringify(commands)}::jsonb) as answers`.execute(
    db,
  );
  return only(rows).answers;
}

const batchMax = 100;

/** Grants of one actor, each answered for itself, in their order: one call for up to 100 of the same rule. */
export async function runGrants(
  db: Db,
  streetId: number,
  at: Date,
  actor: string,
  grants: readonly Pick<LedgerCommand, 'id' | 'request'>[],
): Promise<LedgerAnswer[]> {
  const answers = new Map<string, LedgerAnswer>();
  for (const own of Map.groupBy(grants, ({ request }) => request.rule).values()) {
    for (let from = 0; from < own.length; from += batchMax) {
      const commands = own
        .slice(from, from + batchMax)
        .map(({ id, request }) => ({ id, kind: 'grant' as const, request }));
      const found = await runBatch(db, streetId, at, actor, commands);
      for (const [index, { id }] of commands.entries()) answers.set(id, found[index] ?? unanswered);
    }
  }
  return grants.map(({ id }) => answers.get(id) ?? unanswered);
}
const unanswered: LedgerAnswer = { error: 'unanswered' };

/** Broken invariants of one street; empty, or something is wrong. */
export async function violationsOf(
  db: Db,
  streetId: number,
): Promise<{ rule: string; subject: string | null }[]> {
  const { rows } = await sql<{ rule: string; subject: string | null }>`
    select rule, subject from points_violations where street_id = ${streetId}`.execute(db);
  return rows;
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('the ledger did not answer');
  return row;
}

// SQL of replies: the sentences of the templates, and what a unit answered of late.
import type { ReplyOutcome } from '#contract/cases/replies/outcomes.ts';
import type { Context } from '#kernel/context.ts';
import { kept } from '#kernel/kept.ts';

const keptLines = kept(
  async (context) =>
    await context.db
      .selectFrom('reply_lines')
      .select(['matter_code', 'outcome', 'sentence'])
      .where('street_id', '=', context.streetId)
      .orderBy('matter_code')
      .orderBy('position')
      .execute(),
);

/** Sentences of a matter for an outcome: those of its branch, then its own. */
export async function replyLinesFor(context: Context, matterCode: string | null, outcome: ReplyOutcome) {
  const lines = await keptLines.get(context);
  return lines
    .filter((line) => line.outcome === outcome && matterCode?.startsWith(line.matter_code))
    .map(({ sentence }) => sentence);
}

export async function allReplyLines(context: Context): Promise<string[]> {
  return (await keptLines.get(context)).map(({ sentence }) => sentence);
}

interface NewLine {
  matterCode: string;
  outcome: ReplyOutcome;
  sentence: string;
}

export async function insertReplyLines(context: Context, lines: readonly NewLine[]): Promise<void> {
  if (lines.length === 0) return;
  await context.db
    .insertInto('reply_lines')
    .values(
      lines.map(({ matterCode, outcome, sentence }, position) => ({
        street_id: context.streetId,
        matter_code: matterCode,
        outcome,
        position,
        sentence,
      })),
    )
    .execute();
  keptLines.forget(context);
}

/** The latest replies of a unit in other cases. */
export async function repliesOfUnit(
  context: Context,
  { unitId, exceptId, limit }: { unitId: string; exceptId: string; limit: number },
) {
  return await context.db
    .selectFrom('cases')
    .select(['number', 'result', 'area_path'])
    .where('street_id', '=', context.streetId)
    .where('lead_id', '=', unitId)
    .where('result', 'is not', null)
    .where('id', '!=', exceptId)
    .orderBy('finished_at', 'desc')
    .limit(limit)
    .execute();
}

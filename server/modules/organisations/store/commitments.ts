import type { CommitmentRecord } from '#contract/organisations/records.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { inAreas } from '#kernel/scope.ts';

export type CommitmentRow = Awaited<ReturnType<typeof getCommitmentRow>>;

export async function commitmentsOf(context: Context, organisationId: string) {
  return await context.db
    .selectFrom('organisation_commitments')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('organisation_id', '=', organisationId)
    .orderBy('kind')
    .orderBy('id')
    .limit(500)
    .execute();
}

/** @throws Problem 404 `input.id_unknown` */
export async function getCommitmentRow(context: Context, organisationId: string, commitmentId: string) {
  const row = await context.db
    .selectFrom('organisation_commitments')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', commitmentId)
    .executeTakeFirst();
  if (!row) throw new Problem('input.id_unknown', 404);
  return row;
}

export async function insertCommitment(
  context: Context,
  organisationId: string,
  facts: Pick<CommitmentRecord, 'kind' | 'text' | 'dueOn'>,
): Promise<CommitmentRow> {
  const id = context.newId();
  await context.db
    .insertInto('organisation_commitments')
    .values({
      street_id: context.streetId,
      id,
      organisation_id: organisationId,
      kind: facts.kind,
      text: facts.text,
      due_on: facts.dueOn,
      status: 'open',
      recorded_at: context.now,
      version: 1,
    })
    .execute();
  return await getCommitmentRow(context, organisationId, id);
}

export async function updateCommitment(
  context: Context,
  commitmentId: string,
  version: number,
  facts: Pick<CommitmentRecord, 'text' | 'dueOn' | 'status'>,
): Promise<boolean> {
  const written = await context.db
    .updateTable('organisation_commitments')
    .set({ text: facts.text, due_on: facts.dueOn, status: facts.status, version: version + 1 })
    .where('street_id', '=', context.streetId)
    .where('id', '=', commitmentId)
    .where('version', '=', version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

export async function countCouncil(context: Context, paths: readonly string[]) {
  const members = await context.db
    .selectFrom('organisations as o')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('o.street_id', '=', context.streetId)
    .where('o.status', '=', 'active')
    .where('o.council_member', '=', true)
    .where(inAreas('o.area_path', paths))
    .executeTakeFirstOrThrow();
  const byStatus = await context.db
    .selectFrom('organisation_commitments as c')
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.street_id', '=', 'c.street_id').onRef('o.id', '=', 'c.organisation_id'),
    )
    .select(['c.status', (build) => build.fn.countAll<number>().as('count')])
    .where('c.street_id', '=', context.streetId)
    .where('o.street_id', '=', context.streetId)
    .where('o.status', '=', 'active')
    .where(inAreas('o.area_path', paths))
    .groupBy('c.status')
    .execute();
  const count = (...statuses: string[]) =>
    byStatus.filter((row) => statuses.includes(row.status)).reduce((sum, row) => sum + row.count, 0);
  return {
    members: members.count,
    commitmentsOpen: count('open', 'doing'),
    commitmentsDone: count('done'),
  };
}

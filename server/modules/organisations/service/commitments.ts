import type { InputOf } from '#contract/define.ts';
import type {
  changeCommitment as changeEndpoint,
  recordCommitment as recordEndpoint,
} from '#contract/organisations/endpoints.ts';
import { commitmentChanged, commitmentRecorded } from '#contract/organisations/events.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { mayCommit } from '../rules.ts';
import { getCommitmentRow, insertCommitment, updateCommitment } from '../store/commitments.ts';
import { viewCommitment } from '../view.ts';
import { loadEditable } from './load.ts';

export async function recordCommitment(context: Context, input: InputOf<typeof recordEndpoint>) {
  const organisation = await loadCommitting(context, input.organisationId);

  const row = await insertCommitment(context, organisation.id, input);
  await context.emit({
    name: commitmentRecorded.name,
    subject: { module: 'organisations', id: row.id },
    areaPath: organisation.area_path,
    to: row.status,
    data: { organisationId: organisation.id },
  });
  return viewCommitment(row);
}

export async function changeCommitment(context: Context, input: InputOf<typeof changeEndpoint>) {
  const organisation = await loadCommitting(context, input.organisationId);
  const row = await getCommitmentRow(context, organisation.id, input.commitmentId);

  if (!(await updateCommitment(context, row.id, input.version, input)))
    throw new Problem('version.stale', 409, { current: viewCommitment(row), changes: [] });
  const before = viewCommitment(row);
  const fields = (['text', 'dueOn', 'status'] as const).filter((field) => before[field] !== input[field]);
  await context.emit({
    name: commitmentChanged.name,
    subject: { module: 'organisations', id: row.id },
    areaPath: organisation.area_path,
    from: row.status,
    to: input.status,
    data: { organisationId: organisation.id, fields },
  });
  return viewCommitment(await getCommitmentRow(context, organisation.id, row.id));
}

async function loadCommitting(context: Context, organisationId: string) {
  const organisation = await loadEditable(context, organisationId);
  const may = mayCommit(organisation);
  if (may !== true) throw new Problem(may, 409);
  return organisation;
}

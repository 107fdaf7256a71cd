// 核查: somebody who had no hand in a grid case looks whether it was done.
import type {
  checkCase as checkEndpoint,
  listChecks as listEndpoint,
} from '#contract/cases/field/endpoints.ts';
import type { CheckRecord } from '#contract/cases/field/records.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { checkPhotoGuard } from '../../guards/field.ts';
import { confirmerGuard } from '../../guards.ts';
import { mayCheck } from '../../policy.ts';
import { type CaseRow, getCaseRow } from '../../store/cases.ts';
import { listToCheck } from '../../store/field.ts';
import { filesOf, requestersOf, stepsOf } from '../../store/parts.ts';
import { closureOf, handling } from '../confirm.ts';
import { namesOf } from '../read.ts';
import { attachFiles, checkVersion, hold, makeMove, nextState } from '../step.ts';

export async function listChecks(context: Context): Promise<OutputOf<typeof listEndpoint>> {
  const rows = await listToCheck(context, handling);
  const names = await namesOf(context, rows);
  const items: CheckRecord[] = [];
  for (const row of rows)
    items.push({
      caseId: row.id,
      number: row.number,
      title: row.title,
      matter: row.matter_code ? (names.matters.get(row.matter_code) ?? null) : null,
      areaName: row.area_id ? (names.areas.get(row.area_id) ?? null) : null,
      placeText: row.place_text,
      result: row.result,
      finishedAt: row.finished_at,
      status: row.status,
      version: row.version,
      files: await filesOf(context, row.id),
    });
  return { items };
}

export async function checkCase(context: Context, input: InputOf<typeof checkEndpoint>): Promise<CaseMoved> {
  const row = await loadToCheck(context, input);
  await attachFiles(context, row, input.fileIds);
  hold(checkPhotoGuard(await filesOf(context, row.id), input.fileIds));
  if (row.status === 'resolved') await makeMove(context, row, 'begin_confirmation');
  const looked = await getCaseRow(context, row.id);
  if (!input.isSolved)
    return await makeMove(context, looked, 'confirm_fail', {
      note: input.note,
      data: { checked: true },
      columns: { solved: 'no', finished_at: null },
    });
  return await makeMove(context, looked, 'confirm_pass', {
    note: input.note,
    data: { checked: true },
    columns: {
      solved: 'yes',
      closure_type: closureOf(looked),
      closed_at: context.now.toISOString(),
    },
  });
}

/** Where somebody asked for it, that person is called back instead. */
async function loadToCheck(context: Context, input: InputOf<typeof checkEndpoint>): Promise<CaseRow> {
  const row = await getCaseRow(context, input.caseId);
  if (!mayCheck(context.actor, row)) await refuse(context, row, input.version);
  await checkVersion(context, row, input.version);
  hold((await requestersOf(context, row.id)).length === 0 ? true : 'case.check_kind');
  const chain = (await stepsOf(context, row.id)).filter(({ name }) => handling.includes(name));
  hold(
    confirmerGuard(context.actor.accountId ?? '', [
      row.reported_by,
      row.handler_id,
      ...chain.map(({ actor_id }) => actor_id),
    ]),
  );
  return row;
}

/** Outside one's area nothing is told; inside it, what is in the way. */
async function refuse(context: Context, row: CaseRow, version: number): Promise<never> {
  const done = { ...row, kind: 'grid_case', status: 'resolved' };
  if (!mayCheck(context.actor, done)) throw new Problem('case.outside_your_area', 403);
  if (row.kind !== 'grid_case') throw new Problem('case.check_kind', 409);
  await checkVersion(context, row, version);
  nextState(row, 'confirm_pass');
  throw new Problem('case.illegal_move', 409, { state: row.status, allowed: [] });
}

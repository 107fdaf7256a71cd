// Intake: is it true, whose is it, where and what; or why not.
import type * as endpoints from '#contract/cases/endpoints.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context, Post } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { getArea } from '#modules/territory/index.ts';
import { may } from '../policy.ts';
import { isOpen } from '../rules.ts';
import { getCaseRow } from '../store/cases.ts';
import { findMatter } from '../store/matters.ts';
import { leadFrom } from './handle.ts';
import { loadFor } from './load.ts';
import { followDanger } from './proactive.ts';
import { attachFiles, hold, makeMove, makeNote, nextState } from './step.ts';

export async function requestVerification(
  context: Context,
  input: InputOf<typeof endpoints.requestVerification>,
) {
  const { row } = await loadFor(context, 'case.intake', input);
  return await makeMove(context, row, 'request_verification', { note: input.note });
}

export async function reportVerification(
  context: Context,
  input: InputOf<typeof endpoints.reportVerification>,
) {
  const { row } = await loadFor(context, 'case.handle', input);
  nextState(row, 'report_verification');
  await attachFiles(context, row, input.fileIds);
  return await makeMove(context, row, 'report_verification', {
    note: input.note,
    data: { finding: input.finding },
  });
}

export async function registerCase(context: Context, input: InputOf<typeof endpoints.registerCase>) {
  const { row } = await loadFor(context, 'case.intake', input);
  nextState(row, 'register');
  const matter = await findMatter(context, input.matterCode);
  if (!matter) throw new Problem('case.matter_unknown', 400);
  const area = await getArea(context, input.areaId);
  if (!may(context.actor, 'case.intake', area.path)) throw new Problem('case.area_outside', 403);
  return await makeMove(context, row, 'register', {
    data: { matterCode: matter.code, areaId: area.areaId, urgency: input.urgency },
    columns: {
      matter_code: matter.code,
      urgency: input.urgency,
      area_id: area.areaId,
      area_path: area.path,
      ...(input.title ? { title: input.title } : {}),
    },
  });
}

const ended = (context: Context) => ({ closed_at: context.now.toISOString() });

export async function rejectCase(context: Context, input: InputOf<typeof endpoints.rejectCase>) {
  const { row } = await loadFor(context, 'case.intake', input);
  return await makeMove(context, row, 'reject', {
    note: input.answer,
    data: { rejectReason: input.rejectReason },
    columns: { answer: input.answer, ...ended(context) },
  });
}

export async function answerDirectly(context: Context, input: InputOf<typeof endpoints.answerDirectly>) {
  const { row } = await loadFor(context, 'case.intake', input);
  nextState(row, 'answer_directly');
  hold(row.request_type === 'inquiry' ? true : 'case.not_inquiry');
  const lead = context.acting ? await answering(context, row.id, context.acting) : {};
  return await makeMove(context, row, 'answer_directly', {
    note: input.answer,
    columns: {
      ...lead,
      answer: input.answer,
      handler_id: context.actor.accountId,
      finished_at: context.now.toISOString(),
    },
  });
}

/** Whose post answered has it in hand when the answer does not help. */
async function answering(context: Context, caseId: string, post: Post) {
  const { name } = await getArea(context, post.areaId);
  await leadFrom(context, caseId, post, name);
  return { lead_kind: 'area' as const, lead_id: post.areaId, lead_name: name };
}

export async function transferOut(context: Context, input: InputOf<typeof endpoints.transferOut>) {
  const { row } = await loadFor(context, 'case.dispatch', input);
  return await makeMove(context, row, 'transfer_out', {
    note: `${input.authority} ${input.receipt}`,
    columns: ended(context),
  });
}

export async function withdrawCase(context: Context, input: InputOf<typeof endpoints.withdrawCase>) {
  const { row } = await loadFor(context, 'case.intake', input);
  const moved = await makeMove(context, row, 'withdraw', { note: input.reason, columns: ended(context) });
  await followDanger(context, row);
  return moved;
}

export async function superviseCase(context: Context, input: InputOf<typeof endpoints.superviseCase>) {
  const { row } = await loadFor(context, 'case.supervise', input);
  hold(isOpen(row.status) ? true : 'case.not_open');
  await makeNote(context, row, 'supervise', { note: input.note, columns: { supervised: true } });
  const { id: caseId, number, status, round, version } = await getCaseRow(context, row.id);
  return { caseId, number, status, round, version };
}

// Spot checks are published with what they found; what residents say against anything published is answered.
import { hoursChecked, hoursObjectionDecided } from '#contract/attendance/events.ts';
import type * as notice from '#contract/attendance/notice.ts';
import { noticeWords as words } from '#contract/attendance/words.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, totalOf } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { getArea } from '#modules/territory/index.ts';
import { mayDecideObjection, mayPublishCheck } from '../policy.ts';
import {
  decideObjectionRow,
  findCheck,
  findObjection,
  insertCheck,
  listObjectionRows,
  type ObjectionRow,
} from '../store/notice.ts';
import { findCertificate } from '../store/requests.ts';
import { draw } from './ledger.ts';
import { isOwnFamily, maskedNames } from './load.ts';

/** The rows are drawn again here: what is published is what the seed says, not what somebody sends. */
export async function publishCheck(context: Context, input: InputOf<typeof notice.publishCheck>) {
  const area = await getArea(context, input.areaId);
  const may = mayPublishCheck(context.actor, area.path);
  if (may !== true) throw new Problem(may, 403);
  if (input.to < input.from || input.to > dayOf(context.now)) throw new Problem('notice.span', 400);
  const { outOf, chosen } = await draw(context, { ...input, areaPath: area.path });
  if (chosen.length === 0) throw new Problem('notice.nothing_drawn', 409);
  if (input.wrongIds.some((id) => !chosen.includes(id))) throw new Problem('notice.not_drawn', 409);
  const id = context.newId();
  await insertCheck(context, {
    id,
    area_id: area.areaId,
    area_path: area.path,
    seed: input.seed,
    from_on: input.from,
    to_on: input.to,
    out_of: outOf,
    entry_ids: chosen,
    wrong_ids: [...new Set(input.wrongIds)],
    result: input.result,
    published_by: context.actor.accountId ?? '',
    published_by_person: context.actor.personId,
  });
  await context.emit({
    name: hoursChecked.name,
    subject: { module: 'attendance', id },
    data: { checkId: id, drawn: chosen.length, wrong: new Set(input.wrongIds).size },
    areaPath: area.path,
  });
  return { checkId: id };
}

export async function listHoursObjections(
  context: Context,
  { cursor, limit }: InputOf<typeof notice.listHoursObjections>,
): Promise<OutputOf<typeof notice.listHoursObjections>> {
  const found = await listObjectionRows(context, { cursor, limit });
  const { rows, nextCursor } = cutPage(found, limit, (row) => [
    row.state === 'open' ? 0 : 1,
    row.made_at,
    row.id,
  ]);
  return {
    items: await Promise.all(rows.map((row) => viewObjection(context, row))),
    nextCursor,
    total: totalOf(cursor, found),
  };
}

async function viewObjection(context: Context, row: ObjectionRow) {
  const { about, isOwn } = await subjectOf(context, row);
  return {
    objectionId: row.id,
    kind: row.kind,
    about,
    text: row.text,
    state: row.state,
    madeAt: row.made_at,
    decision: row.decision,
    decidedBy: row.decided_by_name,
    can: { decide: mayDecideObjection(context.actor, row, isOwn) },
  };
}

/** What it is about, and whether the viewer or their family stands behind it. */
async function subjectOf(context: Context, { kind, subject_id }: ObjectionRow) {
  if (kind === 'check') {
    const row = await findCheck(context, subject_id);
    const isOwn = row?.published_by === context.actor.accountId;
    return { about: row ? words.check(row.from_on, row.to_on) : '', isOwn };
  }
  const row = await findCertificate(context, subject_id);
  if (!row) return { about: '', isOwn: false };
  const name = (await maskedNames(context, [row.person_id])).get(row.person_id) ?? '';
  const about = words.certificate(name, row.organisation_name, row.code.slice(-6));
  return { about, isOwn: await isOwnFamily(context, row.person_id) };
}

/** Who objected, and what they were answered; null while nobody has decided. */
export async function hoursObjectionAnswer(context: Context, objectionId: string) {
  const row = await findObjection(context, objectionId);
  return row?.decision ? { accountId: row.made_by, answer: row.decision } : null;
}

export async function decideHoursObjection(
  context: Context,
  input: InputOf<typeof notice.decideHoursObjection>,
) {
  const row = await findObjection(context, input.objectionId);
  if (!row) throw new Problem('input.id_unknown', 404);
  const may = mayDecideObjection(context.actor, row, (await subjectOf(context, row)).isOwn);
  if (may !== true) throw new Problem(may, may === 'attendance.outside_your_area' ? 403 : 409);
  await decideObjectionRow(context, row.id, input.uphold ? 'upheld' : 'dismissed', input.reason);
  await context.emit({
    name: hoursObjectionDecided.name,
    subject: { module: 'attendance', id: row.subject_id },
    data: { kind: row.kind, subjectId: row.subject_id, objectionId: row.id, upheld: input.uphold },
    areaPath: row.area_path,
  });
  return { done: true as const };
}

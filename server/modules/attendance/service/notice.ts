// Public notice (公示) of hours: what everybody may read, and what residents say against it.
import { hoursObjected } from '#contract/attendance/events.ts';
import type * as notice from '#contract/attendance/notice.ts';
import { noticeDays } from '#contract/attendance/notice.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, totalOf } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { areaNames } from '#modules/territory/index.ts';
import { mayObject } from '../policy.ts';
import { entriesByIds } from '../store/hours.ts';
import {
  correctedAmong,
  findCheck,
  insertObjection,
  noticedCertificates,
  noticedChecks,
  type ObjectionBeside,
  objectionsTo,
} from '../store/notice.ts';
import { findCertificate } from '../store/requests.ts';
import { isOwnFamily, maskedNames } from './load.ts';

const dayMs = 86_400_000;
const spanOf = (month: string | undefined) =>
  month === undefined
    ? { from: null, until: null }
    : { from: instantOn(`${month}-01`), until: instantOn(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`) };

export async function listNoticedCertificates(
  context: Context,
  { month, cursor, limit }: InputOf<typeof notice.listNoticedCertificates>,
): Promise<OutputOf<typeof notice.listNoticedCertificates>> {
  const found = await noticedCertificates(context, { cursor, limit, ...spanOf(month) });
  const { rows, nextCursor } = cutPage(found, limit, (row) => [row.issued_at, row.id]);
  const names = await maskedNames(
    context,
    rows.map((row) => row.person_id),
  );
  const corrected = await correctedAmong(
    context,
    rows.flatMap((row) => row.entry_ids),
  );
  const beside = await besideOf(
    context,
    rows.map((row) => row.id),
  );
  const items = rows.map((row) => ({
    certificateId: row.id,
    number: row.code.slice(-6),
    name: names.get(row.person_id) ?? '',
    organisation: row.organisation_name,
    fromOn: row.from_on,
    toOn: row.to_on,
    minutes: row.minutes,
    count: row.entry_ids.length,
    issuedAt: row.issued_at,
    holds: !row.entry_ids.some((id) => corrected.has(id)),
    ...beside(row.id, row.issued_at, row.person_id === context.actor.personId),
  }));
  return { items, nextCursor, total: totalOf(cursor, found) };
}

export async function listNoticedChecks(
  context: Context,
  { month, cursor, limit }: InputOf<typeof notice.listNoticedChecks>,
): Promise<OutputOf<typeof notice.listNoticedChecks>> {
  const found = await noticedChecks(context, { cursor, limit, ...spanOf(month) });
  const { rows, nextCursor } = cutPage(found, limit, (row) => [row.published_at, row.id]);
  const areas = await areaNames(
    context,
    rows.map((row) => row.area_id),
  );
  const beside = await besideOf(
    context,
    rows.map((row) => row.id),
  );
  const items = rows.map((row) => ({
    checkId: row.id,
    area: areas.get(row.area_id) ?? '',
    seed: row.seed,
    fromOn: row.from_on,
    toOn: row.to_on,
    outOf: row.out_of,
    drawn: row.entry_ids.length,
    wrong: row.wrong_ids.length,
    result: row.result,
    publishedAt: row.published_at,
    ...beside(
      row.id,
      row.published_at,
      row.published_by_person === context.actor.personId && context.actor.personId !== null,
    ),
  }));
  return { items, nextCursor, total: totalOf(cursor, found) };
}

const gravity = ['open', 'upheld', 'dismissed'] as const;
const isOver = (context: Context, publishedAt: string): boolean =>
  context.now.getTime() > Date.parse(publishedAt) + noticeDays * dayMs;

/** What was said against each of these, by whom it may be said, and what the viewer said. */
async function besideOf(context: Context, ids: readonly string[]) {
  const all = Map.groupBy(await objectionsTo(context, ids), ({ subject_id }) => subject_id);
  const { personId } = context.actor;
  return (id: string, publishedAt: string, isOwn: boolean) => {
    const said = all.get(id) ?? [];
    const mine = said.find(({ made_by_person }) => personId !== null && made_by_person === personId);
    const known = { isOwn, isOver: isOver(context, publishedAt), hasObjected: mine !== undefined };
    return {
      objected: gravest(said),
      mine: mine ? { state: mine.state, decision: mine.decision } : null,
      can: { object: mayObject(context.actor, known) },
    };
  };
}

const gravest = (said: readonly ObjectionBeside[]) =>
  gravity.find((state) => said.some((one) => one.state === state)) ?? null;

interface Subject {
  publishedAt: string;
  areaPath: string;
  isOwn: boolean;
}

export async function objectToHours(context: Context, input: InputOf<typeof notice.objectToHours>) {
  const { kind, subjectId, text } = input;
  const subject = await (kind === 'certificate' ? certificateSubject : checkSubject)(context, subjectId);
  const { isOwn, publishedAt, areaPath } = subject;
  const may = mayObject(context.actor, { isOwn, isOver: isOver(context, publishedAt), hasObjected: false });
  if (may !== true) throw new Problem(may, 409);
  const row = {
    kind,
    subject_id: subjectId,
    area_path: areaPath,
    text,
    made_by: context.actor.accountId ?? '',
    made_by_person: context.actor.personId ?? '',
  };
  if (!(await insertObjection(context, row))) throw new Problem('notice.objected', 409);
  await context.emit({
    name: hoursObjected.name,
    subject: { module: 'attendance', id: subjectId },
    data: { kind, subjectId },
    areaPath,
  });
  return { done: true as const };
}

async function certificateSubject(context: Context, id: string): Promise<Subject> {
  const row = await findCertificate(context, id);
  if (!row) throw new Problem('input.id_unknown', 404);
  const entries = await entriesByIds(context, row.entry_ids);
  const isOwn = await isOwnFamily(context, row.person_id);
  return { publishedAt: row.issued_at, areaPath: entries[0]?.area_path ?? `/${context.streetId}/`, isOwn };
}

async function checkSubject(context: Context, id: string): Promise<Subject> {
  const row = await findCheck(context, id);
  if (!row) throw new Problem('input.id_unknown', 404);
  const isOwn = row.published_by === context.actor.accountId;
  return { publishedAt: row.published_at, areaPath: row.area_path, isOwn };
}

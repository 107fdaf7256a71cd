// One draft that a person has confirmed becomes a case; its words are kept as pasted, and the chat gets an answer.
import type { openPasted as openEndpoint } from '#contract/cases/paste.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { postsWith } from '#kernel/scope.ts';
import { findAreaByCode } from '#modules/territory/index.ts';
import { copyReply } from '../../reply/chat.ts';
import { getCaseRow } from '../../store/cases.ts';
import { casesByDigest, insertOriginal } from '../../store/originals.ts';
import { openCase } from '../create.ts';
import { digestOfPaste } from './read.ts';

export async function openPasted(
  context: Context,
  input: InputOf<typeof openEndpoint>,
): Promise<OutputOf<typeof openEndpoint>> {
  const digest = digestOfPaste(input.original);
  const known = (await casesByDigest(context, [digest])).get(digest);
  if (known) throw new Problem('case.pasted_before', 409, known);
  const opened = await openCase(context, {
    kind: 'resident_report',
    channel: 'wechat',
    title: input.title,
    text: input.text,
    requestType: 'help',
    urgency: input.urgency,
    matterCode: input.matterCode,
    areaId: input.areaId ?? (await ownArea(context)),
    placeText: input.placeText,
    longitude: null,
    latitude: null,
    fileIds: [],
    externalNumber: null,
    dueAt: null,
    requester: input.requester && { ...input.requester, hidden: false },
  });
  await insertOriginal(context, { case_id: opened.caseId, original: input.original, digest });
  const { due_at: dueAt } = await getCaseRow(context, opened.caseId);
  const reply = copyReply({
    who: input.requester?.name ?? null,
    title: input.title,
    number: opened.number,
    dueOn: dueAt === null ? null : dayOf(new Date(dueAt)).slice(5),
  });
  return { case: opened, reply };
}

/** Nobody knows the place: the post of who pastes stands for it, and the register asks later. */
async function ownArea(context: Context): Promise<string | null> {
  const [post] = postsWith(context.actor, 'case.intake');
  const code = post?.areaPath.split('/').filter(Boolean).at(-1);
  return code ? ((await findAreaByCode(context, code))?.areaId ?? null) : null;
}

// Help with the reply: a draft from the templates, and what a reader would miss in what was written.
import { composeReply, factsOf } from '#contract/cases/replies/compose.ts';
import type {
  checkReply as checkEndpoint,
  draftReply as draftEndpoint,
} from '#contract/cases/replies/endpoints.ts';
import * as words from '#contract/cases/replies/words.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { spokenLevels, spokenName } from '../locate/place.ts';
import { knownPlaces } from '../places.ts';
import { readPaths } from '../policy.ts';
import { type EarlierReply, findingsIn } from '../reply/findings.ts';
import type { CaseRow } from '../store/cases.ts';
import { allReplyLines, repliesOfUnit, replyLinesFor } from '../store/replies.ts';
import { loadReadable } from './load.ts';
import { getCase } from './read.ts';
import { callsOf } from './resident/present.ts';

export async function draftReply(
  context: Context,
  { caseId, outcome, said }: InputOf<typeof draftEndpoint>,
): Promise<OutputOf<typeof draftEndpoint>> {
  const { row } = await loadReadable(context, caseId);
  const record = await getCase(context, { caseId });
  const { byPath } = await knownPlaces(context);
  const place = byPath.get(row.area_path);
  // People name an estate and what lies in it; a grid says nothing to them.
  const spoken = place && spokenLevels.includes(place.level) ? spokenName(place, byPath) : null;
  const desk = (await callsOf(context, row)).find(({ leads }) => leads);
  const facts = { ...factsOf(record, said, spoken), ...(desk ? { unitPhone: desk.phone } : {}) };
  return composeReply(outcome, facts, await replyLinesFor(context, row.matter_code, outcome));
}

/** Enough to notice who sends one text to everybody. */
const earlierMax = 100;

export async function checkReply(
  context: Context,
  { caseId, text }: InputOf<typeof checkEndpoint>,
): Promise<OutputOf<typeof checkEndpoint>> {
  const { row } = await loadReadable(context, caseId);
  const calls = await callsOf(context, row);
  return {
    findings: findingsIn(text, {
      request: row.text,
      earlier: await earlierOf(context, row),
      templates: [
        words.replyGreeting,
        words.replyGreetingPlain,
        words.replyClosing,
        words.replyClosingPhone,
        ...Object.values(words.replySentences).flat(),
        ...(await allReplyLines(context)),
        ...[row.lead_name, row.place_text, row.number].flatMap((name) => name ?? []),
      ],
      numbers: [row.number, row.external_number ?? '', ...calls.map(({ phone }) => phone)],
    }),
  };
}

async function earlierOf(context: Context, row: CaseRow): Promise<EarlierReply[]> {
  if (!row.lead_id) return [];
  const found = await repliesOfUnit(context, { unitId: row.lead_id, exceptId: row.id, limit: earlierMax });
  const paths = readPaths(context.actor);
  return found.map(({ number, result, area_path }) => ({
    number: paths.some((path) => area_path.startsWith(path)) ? number : null,
    text: result ?? '',
  }));
}

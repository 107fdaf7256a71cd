// Suggestions while a case is written. Nothing is kept, and a resident reads no word that another resident wrote.

import { safetyAlarms } from '#contract/cases/safety/alarms.ts';
import type { SimilarCase, suggestCase as suggestEndpoint } from '#contract/cases/suggest.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { areasWith } from '#kernel/scope.ts';
import { spokenName } from '../locate/place.ts';
import { knownPlaces } from '../places.ts';
import { plainStatusOf } from '../plainWords.ts';
import { matterNames } from '../store/matters.ts';
import { type Alike, findAlike } from './alike.ts';
import { type SuggestedMatters, suggestMatters } from './matters.ts';
import { locate } from './understand.ts';

type Asked = InputOf<typeof suggestEndpoint>;
type Suggested = OutputOf<typeof suggestEndpoint>;

const similarMax = 5;
/** A weaker suggestion is no ground to call two cases alike. */
const alikeConfidenceMin = 0.2;

export async function suggestCase(context: Context, input: Asked): Promise<Suggested> {
  const place = await locate(context, input);
  const suggested = await suggestMatters(context, input.text);
  return {
    ...suggested,
    place,
    similar: await similarOpen(context, { ...input, areaPath: place?.path ?? null, suggested }),
    alarms: safetyAlarms(`${input.text}\n${input.placeText}`).map(({ alarm: kind, word }) => ({
      kind,
      word,
    })),
  };
}

interface Question {
  text: string;
  matterCode: string | null;
  areaPath: string | null;
  longitude: number | null;
  latitude: number | null;
  suggested: SuggestedMatters;
}

export async function similarOpen(context: Context, question: Question): Promise<SimilarCase[]> {
  const { actor } = context;
  const codes = question.matterCode
    ? [question.matterCode]
    : question.suggested.matters
        .filter(({ confidence }) => confidence >= alikeConfidenceMin)
        .map(({ code }) => code);
  const found = await findAlike(
    context,
    {
      caseId: '',
      matterCodes: codes,
      areaPath: question.areaPath,
      position:
        question.longitude === null || question.latitude === null
          ? null
          : [question.longitude, question.latitude],
      requesterKeys: new Set(actor.accountId ? [actor.accountId] : []),
      reportedAt: context.now,
      text: question.text,
    },
    similarMax * 2,
  );
  const shown = found.filter((one) => !one.hidden || isMine(context, one)).slice(0, similarMax);
  return await present(context, shown);
}

const isMine = ({ actor }: Context, { row, accounts }: Alike) =>
  actor.accountId !== null && (row.reported_by === actor.accountId || accounts.has(actor.accountId));

/** Staff of the place and the requester read the title as written; everybody else reads the register's words. */
async function present(context: Context, found: readonly Alike[]): Promise<SimilarCase[]> {
  const { byPath } = await knownPlaces(context);
  const names = await matterNames(
    context,
    found.map(({ row }) => row.matter_code ?? row.suggested_matter),
  );
  const staffed = areasWith(context.actor, 'case.read');
  return found.map((one) => {
    const { row } = one;
    const mine = isMine(context, one);
    const reads = mine || staffed.some((path) => row.area_path.startsWith(path));
    const place = byPath.get(row.area_path);
    const where = place ? spokenName(place, byPath) : '';
    return {
      caseId: row.id,
      number: row.number,
      title: reads ? row.title : (names.get(row.matter_code ?? row.suggested_matter ?? '') ?? ''),
      placeText: reads ? row.place_text : where,
      status: plainStatusOf[row.status],
      reportedAt: row.reported_at,
      requesterCount: row.requester_count,
      score: one.score,
      mine,
    };
  });
}

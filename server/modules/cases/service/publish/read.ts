// The public pages: without an account, only what was published.
import type * as endpoints from '#contract/cases/publish/endpoints.ts';
import type { PublicCase } from '#contract/cases/publish/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { areaNames } from '#modules/territory/index.ts';
import { matterNames } from '../../store/matters.ts';
import {
  countPublications,
  findPublication,
  listPublications,
  type PublicationRow,
  questionsLike,
} from '../../store/publications.ts';
import { publicPhotosOf } from '../../store/publicPhotos.ts';

export async function listPublished(
  context: Context,
  input: InputOf<typeof endpoints.listPublished>,
): Promise<OutputOf<typeof endpoints.listPublished>> {
  const page = cutPage(await listPublications(context, input), input.limit, (row) => [row.closed_at, row.id]);
  return {
    items: await present(context, page.rows),
    nextCursor: page.nextCursor,
    total: exactTotal(await countPublications(context, input)),
  };
}

const similarMax = 3;

export async function similarQuestions(
  context: Context,
  { text }: InputOf<typeof endpoints.similarQuestions>,
): Promise<OutputOf<typeof endpoints.similarQuestions>> {
  return { items: await present(context, await questionsLike(context, text, similarMax)) };
}

export async function getPublished(
  context: Context,
  input: InputOf<typeof endpoints.getPublished>,
): Promise<PublicCase> {
  const row = await findPublication(context, input.publicationId);
  const [shown] = row ? await present(context, [row]) : [];
  if (!shown) throw new Problem('case.public_unknown', 404);
  return shown;
}

async function present(context: Context, rows: readonly PublicationRow[]): Promise<PublicCase[]> {
  const matters = await matterNames(
    context,
    rows.map(({ matter_code }) => matter_code),
  );
  const areas = await areaNames(
    context,
    rows.flatMap(({ community_id }) => community_id ?? []),
  );
  const photos = await publicPhotosOf(
    context,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const community = row.community_id === null ? undefined : areas.get(row.community_id);
    return {
      publicationId: row.id,
      asks: row.asks,
      title: row.title,
      asked: row.asked,
      done: row.done,
      matter: matters.get(row.matter_code ?? '') ?? null,
      community: row.community_id && community ? { areaId: row.community_id, name: community } : null,
      reportedOn: dayOf(new Date(row.reported_at)),
      closedOn: dayOf(new Date(row.closed_at)),
      photos: photos
        .filter(({ publicationId }) => publicationId === row.id)
        .map(({ fileId, shows }) => ({ fileId, shows })),
    };
  });
}

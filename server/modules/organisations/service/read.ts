import type { InputOf, OutputOf } from '#contract/define.ts';
import type {
  getOrganisation as getEndpoint,
  listOrganisations as listEndpoint,
  readOrganisationFigures,
} from '#contract/organisations/endpoints.ts';
import { addDays, dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, exactTotal } from '#kernel/cursor.ts';
import { areasWith } from '#kernel/scope.ts';
import { areaNames, getArea } from '#modules/territory/index.ts';
import { countCouncil } from '../store/commitments.ts';
import { firstContacts } from '../store/contacts.ts';
import { countFigures, countOrganisations, listOrganisationRows } from '../store/organisations.ts';
import { countPremisesFigures } from '../store/premises.ts';
import { viewListed } from '../view.ts';
import { loadReadable, present } from './load.ts';

export async function listOrganisations(
  context: Context,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const { areaId, ...wanted } = input;
  const areaPath = areaId ? (await getArea(context, areaId)).path : undefined;
  const filter = { ...wanted, areaPath };

  const rows = await listOrganisationRows(context, filter);
  const page = cutPage(rows, input.limit, (row) => [row.name, row.id]);
  const names = await areaNames(
    context,
    page.rows.map((row) => row.area_id),
  );
  const contacts = await firstContacts(
    context,
    page.rows.map((row) => row.id),
  );

  return {
    items: page.rows.map((row) => viewListed(context, row, contacts.get(row.id), names)),
    nextCursor: page.nextCursor,
    total: exactTotal(await countOrganisations(context, filter)),
  };
}

export async function getOrganisation(context: Context, input: InputOf<typeof getEndpoint>) {
  await loadReadable(context, input.organisationId);
  return await present(context, input.organisationId);
}

/** A room that nobody has looked at for half a year counts as unchecked (扫楼). */
const checkedWithinDays = 183;

export async function readFigures(
  context: Context,
  input: InputOf<typeof readOrganisationFigures>,
): Promise<OutputOf<typeof readOrganisationFigures>> {
  const areaPath = input.areaId ? (await getArea(context, input.areaId)).path : undefined;
  const paths = narrowed(areasWith(context.actor, 'organisation.read'), areaPath);

  const { byKind, party } = await countFigures(context, areaPath);
  return {
    byKind,
    party,
    premises: await countPremisesFigures(context, paths, addDays(dayOf(context.now), -checkedWithinDays)),
    council: await countCouncil(context, paths),
  };
}

/** What of the viewer's areas lies in one area: the area itself when the viewer stands above it. */
function narrowed(paths: readonly string[], areaPath: string | undefined): string[] {
  if (!areaPath) return [...paths];
  if (paths.some((path) => areaPath.startsWith(path))) return [areaPath];
  return paths.filter((path) => path.startsWith(areaPath));
}

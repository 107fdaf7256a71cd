import { organisationImported } from '#contract/organisations/events.ts';
import type { Context } from '#kernel/context.ts';
import { insertMany, type PlantedOrganisation } from '../store/bulk.ts';

const idsPerEvent = 200;

/** Sets up many organisations in a few statements; each event names up to 200 of them. */
export async function plantOrganisations(
  context: Context,
  planted: readonly PlantedOrganisation[],
): Promise<void> {
  await insertMany(context, planted);
  for (let at = 0; at < planted.length; at += idsPerEvent) {
    const organisationIds = planted.slice(at, at + idsPerEvent).map((one) => one.organisationId);
    await context.emit({
      name: organisationImported.name,
      subject: { module: 'organisations', id: organisationIds[0] ?? '' },
      data: { count: organisationIds.length, organisationIds },
    });
  }
}

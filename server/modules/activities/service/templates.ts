// Programmes and templates that a street begins with.
import type { Allotment, Category, Priority, RiskLevel } from '#contract/activities/codes.ts';
import { activityFacts } from '#contract/activities/endpoints.ts';
import { programmeSaved } from '#contract/activities/events.ts';
import type { Context } from '#kernel/context.ts';
import { findAreaByCode } from '#modules/territory/index.ts';
import { insertProgramme } from '../store/programmes.ts';
import { write } from './plan.ts';

export interface PlantedTemplate {
  key: string;
  title: string;
  category: Category;
  place: string;
  minutes: number;
  places: number;
  ageMin: number | null;
  ageMax: number | null;
  accompaniedBelow: number | null;
  allotment?: Allotment;
  priority?: Priority;
  familyCap?: number;
  riskLevel?: RiskLevel;
  riskTold?: string;
}

export interface PlantedProgramme {
  brand: string;
  name: string;
  aims: string;
  forChildren: boolean;
  templates: readonly PlantedTemplate[];
}

/** A template has one session on a day that means nothing: a copy moves it to the day that is meant. */
const beginsAt = Date.parse('2000-01-01T01:00:00.000Z');
const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Sign-up opens a week before; a draw leaves the families a day and a half. */
const opensBefore = 7 * dayMs;
const drawnBefore = 1.5 * dayMs;

/** For set-up: the street's own programmes, below its root. */
export async function plantProgrammes(
  context: Context,
  programmes: readonly PlantedProgramme[],
): Promise<void> {
  const street = await findAreaByCode(context, String(context.streetId));
  if (!street) return;
  for (const one of programmes) {
    const programmeId = context.newId();
    await insertProgramme(context, {
      id: programmeId,
      brand: one.brand,
      name: one.name,
      aims: one.aims,
      area_id: street.areaId,
      area_path: street.path,
      for_children: one.forChildren,
      status: 'active',
    });
    await context.emit({
      name: programmeSaved.name,
      subject: { module: 'activities', id: programmeId },
      data: { fields: ['name'] },
      areaPath: street.path,
    });
    for (const template of one.templates) await plantTemplate(context, street, programmeId, template);
  }
}

async function plantTemplate(
  context: Context,
  street: { areaId: string; path: string },
  programmeId: string,
  { key, minutes, places, ...told }: PlantedTemplate,
): Promise<void> {
  const at = (ms: number) => new Date(beginsAt + ms).toISOString();
  await write(context, {
    id: context.newId(),
    facts: activityFacts.parse({ ...told, programmeId, areaId: street.areaId }),
    areaPath: street.path,
    template: true,
    templateKey: key,
    sessions: [
      {
        startsAt: at(0),
        endsAt: at(minutes * minuteMs),
        opensAt: at(-opensBefore),
        closesAt: at(told.allotment === 'lottery' ? -drawnBefore : 0),
        places,
        posts: [],
      },
    ],
  });
}

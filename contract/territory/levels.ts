// The levels of the area tree, from the street down, and the kinds a level may have.

export const levels = ['street', 'community', 'big_grid', 'grid', 'estate', 'building', 'entrance'] as const;
export type Level = (typeof levels)[number];

/** 0 for the street. A child ranks strictly below its parent; a level may be skipped. */
export function rankOf(level: Level): number {
  return levels.indexOf(level);
}

export const areaKinds = ['community', 'village', 'estate', 'courtyard', 'unit', 'gate'] as const;
export type AreaKind = (typeof areaKinds)[number];

/** The first kind of a level is its default. Levels without an entry have no kind. */
export const kindsOfLevel: Partial<Record<Level, readonly AreaKind[]>> = {
  community: ['community', 'village'],
  estate: ['estate', 'courtyard'],
  entrance: ['unit', 'gate'],
};

/** What is drawn on the sheet of a grid. No entry is about a person. */
export const resourceKinds = [
  'facility',
  'unit',
  'risk',
  'volunteer_point',
  'waste_point',
  'rest_stop',
  'notice_board',
  'fire_point',
  'parking',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

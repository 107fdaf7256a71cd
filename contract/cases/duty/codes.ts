// Closed lists of the duty list (责任清单) and the dispatch directory (派单目录).

/** Who a directory entry names: an organisation, or whoever stands there at the place of the case. */
export const directoryUnitKinds = ['organisation', 'street', 'community', 'grid', 'property'] as const;
export type DirectoryUnitKind = (typeof directoryUnitKinds)[number];

/** Why a unit is suggested; the first reason that names it wins. */
export const suggestionReasons = [
  'directory',
  'duty_item',
  'property',
  'community_duty',
  'similar_cases',
] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

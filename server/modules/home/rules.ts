// What may be chosen as a community. Pure.

export interface ChosenPlace {
  level: string;
  validTo: string | null;
}

/** A community or a village that there still is. */
export function refuseChoice(place: ChosenPlace): 'home.not_a_community' | null {
  return place.level === 'community' && place.validTo === null ? null : 'home.not_a_community';
}

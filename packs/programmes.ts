import type { Allotment, Category, Priority, RiskLevel } from '#contract/activities/codes.ts';

/** A programme of a street with what its activities usually look like. */
export interface PackProgramme {
  /** Key by which the platform knows it; the name is the street's own. */
  brand: string;
  name: string;
  aims: string;
  /** Counted by the weekly check of children's activities. */
  forChildren: boolean;
  templates: readonly PackTemplate[];
}

export interface PackTemplate {
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

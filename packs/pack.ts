// A pack is the local practice of one street as data: places, names, hours. No rule of the platform lives in a pack.

import type { StreetKinds } from '#contract/cases/kinds.ts';
import type { LimitRule } from '#contract/cases/sla.ts';
import type { PackPoints } from './points.ts';
import type { PackProgramme } from './programmes.ts';
import type { ReplyLine } from './replies.ts';

export interface Pack {
  street: {
    /** Division code, 9 digits: the tenant (`street_id`). Two streets may share a name, never a code. */
    code: number;
    name: string;
    district: string;
    /** True where the boundaries are a drawing: every map drawn from them says so. */
    schematic: boolean;
    /** Leads the street's own case numbers, as in `BY-1121-0037`. */
    hotlinePrefix: string;
  };
  communities: readonly PackCommunity[];
  /** GeoJSON beside the pack: street, communities, big grids and grids, each naming its parent; see areas.ts. */
  areasFile: URL;
  /** Datum of `areasFile`. Drawings are declared in the datum the platform stores, so nothing shifts them. */
  datum: 'CGCS2000' | 'WGS-84' | 'GCJ-02';
  gridTypes: readonly GridType[];
  calendar: {
    /** Whose statutory holidays apply. */
    region: 'CN';
    /** Spans of a workday in local time, `HH:MM`, in order. */
    workingHours: readonly { from: string; to: string }[];
  };
  /** Limits of this street, before those of the platform: the first line that fits wins. */
  limits?: readonly LimitRule[];
  /** Kinds of cases that run differently here: who signs, what is switched off; the rest are the platform's. */
  kinds?: StreetKinds;
  /** Sentences of this street's replies, after those every street starts with. */
  replies?: readonly ReplyLine[];
  /** Programmes of activities this street runs, with templates. */
  activityProgrammes?: readonly PackProgramme[];
  /** What earns points from the first day on. */
  points: PackPoints;
  /** Names this street gives to programmes; a missing one falls back to the platform's own word. */
  programmes: Readonly<Partial<Record<Programme, string>>>;
  theme: {
    /** Name of the platform as residents see it. */
    platform: string;
    /** One line under the name. */
    motto: string;
    /** Lines for the home page, shown one at a time. */
    greetings: readonly string[];
  };
}

export interface PackCommunity {
  /** 12 digits: street code and a sequence of three. */
  code: string;
  name: string;
  kind: 'community' | 'village';
}

export interface GridType {
  code: string;
  label: string;
  /** Fill on the map. Red and the lamp yellow keep their meaning and are never used here. */
  color: `#${string}`;
}

/** Programmes that streets brand in their own words; nouns of the glossary. */
export type Programme =
  | 'swift_response'
  | 'proactive_governance'
  | 'ask_me_first'
  | 'ask_the_subdistrict'
  | 'photo_report'
  | 'grid_service'
  | 'mobilisation'
  | 'volunteer_family'
  | 'mutual_points'
  | 'star_selection'
  | 'deliberation_hall'
  | 'enterprise_service';

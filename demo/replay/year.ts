// What happened during the year before today: people at work and at home, each through the endpoint of the deed.
import { daysBetween } from '#kernel/calendar/time.ts';
import type { Place } from '#modules/territory/index.ts';
import type { DemoStreet } from '../types.ts';
import type { Holders } from './posts.ts';
import type { Planted } from './register.ts';
import { goTo, type Holder, type Stage } from './stage.ts';
import { familyScenes } from './year/families.ts';
import { officeScenes } from './year/offices.ts';
import { placeScenes } from './year/places.ts';
import { pointScenes } from './year/points.ts';
import { protectionScenes } from './year/protection.ts';
import { visitScenes } from './year/visits.ts';

export interface Troupe {
  street: DemoStreet;
  places: ReadonlyMap<string, Place>;
  organisationIds: ReadonlyMap<string, string>;
  planted: Planted;
  holders: Holders;
}

export interface Cast extends Troupe {
  stage: Stage;
  /** The persona with this key, in the post. */
  persona(key: string): Holder;
  /** Who keeps the register of a community. */
  clerkOf(communityCode: string): Holder;
  /** The chief of a section, by its name. */
  chiefOf(section: string): Holder;
  personIdOf(personKey: string): string;
  householdIdOf(code: string): string;
}

export interface Scene {
  daysAgo: number;
  hour: number;
  minute?: number;
  play(): Promise<unknown>;
}

/** Plays the year in the order of its days; answers how much happened. */
export async function playTheYear(stage: Stage, troupe: Troupe): Promise<number> {
  const cast = castOf(stage, troupe);
  const scenes = [
    familyScenes,
    visitScenes,
    placeScenes,
    officeScenes,
    protectionScenes,
    pointScenes,
  ].flatMap((of) => of(cast));
  for (const scene of scenes.toSorted((a, b) => b.daysAgo - a.daysAgo || a.hour - b.hour)) {
    goTo(stage, scene.daysAgo, scene.hour, scene.minute);
    await scene.play();
  }
  return scenes.length;
}

function castOf(stage: Stage, troupe: Troupe): Cast {
  const { street, planted, holders, places } = troupe;
  const keyOfPersona = new Map(street.persons.map((person) => [person.personaKey, person.key]));
  const sections = new Map(street.organisations.map((one) => [one.name, one.contactKey]));
  const known = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`nobody is ${what}`);
    return value;
  };
  const byRole = (role: string, areaCode: string) => {
    const path = places.get(areaCode)?.path;
    return [...holders.values()].find((holder) =>
      holder.posts.some((post) => post.role === role && post.areaPath === path),
    );
  };
  return {
    ...troupe,
    stage,
    persona: (key) => known(holders.get(keyOfPersona.get(key) ?? ''), key),
    clerkOf: (code) => known(byRole('community_clerk', code), `clerk of ${code}`),
    chiefOf: (section) => known(holders.get(sections.get(section) ?? ''), `chief of ${section}`),
    personIdOf: (key) => known(planted.personIds.get(key), key),
    householdIdOf: (code) => known(planted.householdIds.get(code), code),
  };
}

/** Days before today of a day of the demo, at least 0. */
export function daysAgoOf(stage: Stage, day: string): number {
  return Math.max(0, daysBetween(day, stage.today));
}

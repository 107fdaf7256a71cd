import { delegatePost } from '#contract/identity/endpoints.ts';
import type { Role } from '#contract/identity/roles.ts';
import { addDays, daysBetween, instantOn } from '#kernel/calendar/time.ts';
import { plantPosts } from '#modules/identity/index.ts';
import type { Place } from '#modules/territory/index.ts';
import type { DemoPost, DemoStreet } from '../types.ts';
import { goTo, type Holder, perform, postOf, type Stage } from './stage.ts';

export type Holders = Map<string, Holder>;

/** Days before today at which the play begins. */
export const beginning = 365;

/** Gives every post of the demo on its day; those older than the play are given together when it begins. */
export async function appointEverybody(
  stage: Stage,
  street: DemoStreet,
  places: ReadonlyMap<string, Place>,
  organisationIds: ReadonlyMap<string, string>,
): Promise<Holders> {
  const holders: Holders = new Map();
  const people = new Map(street.persons.map((person) => [person.key, person]));
  const daysAgo = (post: DemoPost) => Math.min(beginning, daysBetween(post.startsOn, stage.today));
  const byDay = [...Map.groupBy(street.posts, daysAgo)].toSorted(([a], [b]) => b - a);
  for (const [days, posts] of byDay) {
    goTo(stage, days, 9);
    const appointments = posts.map((post) => {
      const person = people.get(post.personKey);
      const place = places.get(post.areaCode);
      if (!person?.phone || !place) throw new Error(`no holder or place: ${post.role} ${post.personKey}`);
      const organisationId = organisationIds.get(post.organisationCode ?? '') ?? null;
      return { ...post, name: person.name, phone: person.phone, place, organisationId };
    });
    await appoint(stage, holders, appointments);
  }
  return holders;
}

interface Appointment extends DemoPost {
  name: string;
  phone: string;
  place: Place;
  organisationId: string | null;
}

async function appoint(stage: Stage, holders: Holders, appointments: readonly Appointment[]): Promise<void> {
  const given = await plantPosts(
    stage.office(),
    appointments.map(({ name, phone, role, place, startsOn, organisationId, staffing }) => ({
      name,
      phone,
      role,
      areaId: place.areaId,
      startsOn,
      ...(organisationId ? { organisationId } : {}),
      ...(staffing ? { staffing } : {}),
    })),
  );
  for (const [index, { personKey, name, phone, role, place, organisationId }] of appointments.entries()) {
    const one = given[index];
    if (!one) throw new Error(`post ${role} of ${personKey} was not given`);
    const posts = [...(holders.get(personKey)?.posts ?? []), postOf(one.postId, role, place, organisationId)];
    holders.set(personKey, { accountId: one.accountId, personId: one.personId, name, phone, posts });
  }
}

/** AB角: who is away today lets a colleague act; both know until when. */
export async function delegateToday(stage: Stage, street: DemoStreet, holders: Holders): Promise<void> {
  for (const { holderKey, deputyKey, role, startsInDays, endsInDays, reason } of street.delegations) {
    const holder = holders.get(holderKey);
    const deputy = holders.get(deputyKey);
    if (!holder || !deputy) throw new Error(`nobody to stand in for ${holderKey}`);
    goTo(stage, 1, 16);
    await perform(stage, holder, delegatePost, {
      params: { postId: postWith(holder, role).postId },
      body: {
        deputyPhone: deputy.phone,
        startsAt: instantOn(addDays(stage.today, startsInDays)).toISOString(),
        endsAt: instantOn(addDays(stage.today, endsInDays)).toISOString(),
        reason,
      },
    });
  }
}

export function postWith(holder: Holder, role: Role) {
  const post = holder.posts.find((one) => one.role === role);
  if (!post) throw new Error(`${holder.name} is no ${role}`);
  return post;
}

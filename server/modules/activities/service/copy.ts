// The same once more (照上次再办一场), or from a template.

import type * as endpoints from '#contract/activities/endpoints.ts';
import type { ActivityFacts } from '#contract/activities/endpoints.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { getArea } from '#modules/territory/index.ts';
import { mayEditAt } from '../policy.ts';
import type { ActivityRow } from '../store/activities.ts';
import { postsOf, sessionsOf } from '../store/sessions.ts';
import { loadReadable, present } from './load.ts';
import { write } from './plan.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Everything once more from another beginning: the times of all sessions move by the same span. */
export async function copyActivity(context: Context, input: InputOf<typeof endpoints.copyActivity>) {
  const { row, place } = await loadCopied(context, input.activityId);
  const sessions = await sessionsOf(context, [row.id]);
  const posts = await postsOf(
    context,
    sessions.map((one) => one.id),
  );
  const [first] = sessions;
  const shift = first ? Date.parse(input.startsAt) - Date.parse(first.starts_at) : 0;
  const moved = (at: string) => new Date(Date.parse(at) + shift).toISOString();
  const id = context.newId();
  await write(context, {
    id,
    facts: { ...factsOf(row), areaId: place.areaId },
    areaPath: place.path,
    kind: row.kind,
    copiedFrom: row.id,
    sessions: first
      ? sessions.map((one) => ({
          startsAt: moved(one.starts_at),
          endsAt: moved(one.ends_at),
          place: one.place,
          opensAt: earliest(moved(one.opens_at), context.now),
          closesAt: moved(one.closes_at),
          places: one.places,
          posts: posts
            .filter((post) => post.session_id === one.id)
            .map(({ name, duty, places }) => ({ name, duty, places })),
        }))
      : [
          {
            startsAt: input.startsAt,
            endsAt: new Date(Date.parse(input.startsAt) + hourMs).toISOString(),
            opensAt: new Date(
              Math.min(context.now.getTime(), Date.parse(input.startsAt) - dayMs),
            ).toISOString(),
            places: 20,
            posts: [],
          },
        ],
  });
  return await present(context, id);
}

/** Sign-up of a copy opens by its own time, or now where that has passed. */
const earliest = (at: string, now: Date) => (Date.parse(at) < now.getTime() ? now.toISOString() : at);

/** A template of the street is copied to the place of whoever uses it. */
async function loadCopied(context: Context, activityId: string) {
  const row = await loadReadable(context, activityId);
  if (mayEditAt(context.actor, row.area_path))
    return { row, place: { areaId: row.area_id, path: row.area_path } };
  const acting = context.acting;
  if (!row.template || !acting) throw new Problem('activity.outside_your_area', 403);
  const { areaId, path } = await getArea(context, acting.areaId);
  return { row, place: { areaId, path } };
}

const factsOf = (row: ActivityRow): ActivityFacts => ({
  title: row.title,
  body: row.body,
  place: row.place,
  programmeId: row.programme_id,
  category: row.category,
  areaId: row.area_id,
  organiserId: row.organiser_id,
  ageMin: row.age_min,
  ageMax: row.age_max,
  accompaniedBelow: row.accompanied_below,
  languages: row.languages,
  isFor: row.is_for,
  guardianConsent: row.guardian_consent,
  photos: row.photos,
  riskLevel: row.risk_level,
  riskTold: row.risk_told,
  insurance: row.insurance,
  agreement: row.agreement,
  allotment: row.allotment,
  priority: row.priority,
  familyCap: row.family_cap,
  confirmHours: row.confirm_hours,
});

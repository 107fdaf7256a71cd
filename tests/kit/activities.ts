// Short ways to activities for tests: all of the first community, unless told otherwise.
import * as activities from '#contract/activities/endpoints.ts';
import type { ActivityRecord } from '#contract/activities/records.ts';
import type { Caller } from './street.ts';

export const hour = 3_600_000;

/** A week after the clock of the test street stands. */
export const nextWeek = Date.parse('2026-11-28T01:00:00.000Z');

/** What an organiser would write; `more` changes any of it. */
export function plan(
  areaId: string,
  more: Record<string, unknown> = {},
  session: Record<string, unknown> = {},
) {
  return {
    title: '等灯等灯',
    place: '万达路口',
    category: 'civility' as const,
    areaId,
    sessions: [
      {
        startsAt: new Date(nextWeek).toISOString(),
        endsAt: new Date(nextWeek + 1.5 * hour).toISOString(),
        places: 40,
        ...session,
      },
    ],
    ...more,
  };
}

export async function published(
  by: Caller,
  areaId: string,
  more: Record<string, unknown> = {},
  session: Record<string, unknown> = {},
): Promise<ActivityRecord & { sessionId: string }> {
  const { activityId, version } = await by.call(activities.planActivity, {
    body: plan(areaId, more, session) as never,
  });
  const record = await by.call(activities.publishActivity, { params: { activityId }, body: { version } });
  const [first] = record.sessions;
  if (!first) throw new Error('The activity has no session.');
  return { ...record, sessionId: first.sessionId };
}

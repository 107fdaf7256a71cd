// Listeners under the moving clock: what the demo does is heard at the moment it happens there.
import type { StoredEvent } from '#kernel/module.ts';
import type { Stage } from './stage.ts';

/**
 * From now on the events of this stage are heard at once, in its transaction and at its time, by the reactions whose
 * names begin so, such as `notifications.`; nobody else hears them.
 */
export function hearing(stage: Stage, listeners: readonly string[]): void {
  if (listeners.length === 0) return;
  stage.kernel.enqueue = async (db, streetId, events) => {
    for (const happened of events) {
      const reactions = (stage.kernel.reactions.get(happened.name) ?? []).filter(
        ({ name, heeds }) =>
          listeners.some((listener) => name.startsWith(listener)) && (heeds?.(happened.data) ?? true),
      );
      if (reactions.length === 0) continue;
      const row = await db
        .selectFrom('events')
        .select(['id', 'at', 'name', 'subject_id', 'actor_id', 'to_state', 'data'])
        .where('street_id', '=', streetId)
        .where('id', '=', happened.id)
        .executeTakeFirstOrThrow();
      const { id, at, name, data } = row;
      const event: StoredEvent = {
        id,
        at,
        name,
        subjectId: row.subject_id,
        actorId: row.actor_id,
        to: row.to_state,
        data,
      };
      for (const reaction of reactions) await reaction.run(stage.office(), event);
    }
  };
}

import type { Kysely } from 'kysely';
import type { Tables } from '#kernel/database/tables.ts';
import type { Reaction } from '#kernel/module.ts';

interface Happened {
  id: string;
  name: string;
  data: unknown;
}

/** Puts the reactions of events into the job queue, in the transaction that appended the events. */
export type Enqueue = (db: Kysely<Tables>, streetId: number, events: readonly Happened[]) => Promise<void>;

/** Event name → its reactions, the map that `npm run map` prints. */
export function reactionsByEvent(reactions: readonly Reaction[]): Map<string, Reaction[]> {
  const byEvent = new Map<string, Reaction[]>();
  const names = new Set<string>();
  for (const reaction of reactions) {
    if (names.has(reaction.name)) throw new Error(`Reaction ${reaction.name} is declared twice.`);
    names.add(reaction.name);
    byEvent.set(reaction.event, [...(byEvent.get(reaction.event) ?? []), reaction]);
  }
  return byEvent;
}

// When an activity ends, hundreds of grants come at once: those that wait together go in one call.
import type { Kysely } from 'kysely';
import type { Tables } from '#kernel/database/tables.ts';
import { gatherer } from '#kernel/gather.ts';
import { type LedgerAnswer, type LedgerCommand, runBatch } from './ledger.ts';

const batchMax = 100;

/** One call holds commands of one actor by one rule, in the order in which they came. */
const fits = (chosen: readonly LedgerCommand[], { actor, request }: LedgerCommand): boolean =>
  chosen.every((one) => one.actor === actor && one.request.rule === request.rule);

/** Grants of one street, each answered for itself. */
export const grantCoalescer = (db: Kysely<Tables>, streetId: number, now: () => Date, callsMax = 1) =>
  gatherer<LedgerCommand, LedgerAnswer>(
    async (commands) => {
      const actor = commands[0]?.actor ?? '';
      const asked = commands.map(({ id, kind, request }) => ({ id, kind, request }));
      return await runBatch(db, streetId, now(), actor, asked);
    },
    { batchMax, callsMax },
    fits,
  );

// When an activity ends, hundreds of grants come at once: those that wait together go in one call.
import type { Kysely } from 'kysely';
import type { Tables } from '#kernel/database/tables.ts';
import { type LedgerAnswer, type LedgerCommand, runBatch } from './ledger.ts';

interface Waiting {
  command: LedgerCommand;
  resolve(answer: LedgerAnswer): void;
  reject(error: unknown): void;
}

const batchMax = 100;

/**
 * Grants of one street, each answered for itself. While a call is under way the next gather; nothing waits when
 * nobody else is there.
 */
export function grantCoalescer(db: Kysely<Tables>, streetId: number, now: () => Date, callsMax = 1) {
  const waiting: Waiting[] = [];
  let calls = 0;

  async function flush(): Promise<void> {
    if (calls >= callsMax || waiting.length === 0) return;
    const batch = takeBatch(waiting);
    calls += 1;
    try {
      const actor = batch[0]?.command.actor ?? '';
      const commands = batch.map(({ command: { id, kind, request } }) => ({ id, kind, request }));
      const answers = await runBatch(db, streetId, now(), actor, commands);
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] ?? { error: 'unanswered' });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      calls -= 1;
      void flush();
    }
  }

  return (command: LedgerCommand): Promise<LedgerAnswer> =>
    new Promise((resolve, reject) => {
      waiting.push({ command, resolve, reject });
      // After the callers of this turn have all come in.
      setImmediate(() => void flush());
    });
}

/** What one call can hold: commands of one actor by one rule, in the order in which they came. */
function takeBatch(waiting: Waiting[]): Waiting[] {
  const first = waiting[0]?.command;
  const fits = ({ command }: Waiting) =>
    command.actor === first?.actor && command.request.rule === first?.request.rule;
  const batch = waiting.filter(fits).slice(0, batchMax);
  const rest = waiting.filter((one) => !batch.includes(one));
  waiting.splice(0, waiting.length, ...rest);
  return batch;
}

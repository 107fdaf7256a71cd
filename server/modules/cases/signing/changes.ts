// What a signer has to look at: how the answer differs from what was handed in, and whether it may be signed with
// others. Pure.
import { editsIn } from '#contract/cases/review/textDiff.ts';
import { refusedUnless, type Verdict } from '../rules.ts';

export interface Version {
  round: number;
  level: number;
  text: string;
  due_at: string | null;
  by_name: string;
}

interface Reviewed {
  round: number;
  result: string | null;
  due_at: string | null;
  extension_until: string | null;
}

export interface Changes {
  textEdits: number;
  textBy: string | null;
  files: number;
  dueMoved: boolean;
  returned: boolean;
}

/** Against what the handler gave in this round. `versions` in order of round and level. */
export function changesOf(row: Reviewed, versions: readonly Version[], files: number): Changes {
  const ofRound = versions.filter(({ round }) => round === row.round);
  const handedIn = ofRound.find(({ level }) => level === 0);
  const amended = ofRound.filter(({ level }) => level > 0).at(-1);
  return {
    textEdits: handedIn && amended ? editsIn(handedIn.text, amended.text) : 0,
    textBy: amended?.by_name ?? null,
    files,
    dueMoved: row.extension_until !== null || (handedIn !== undefined && handedIn.due_at !== row.due_at),
    returned: row.round > 1,
  };
}

/**
 * Whether it may be signed together with others: only what nobody has amended since it was handed in, for the first
 * time and in time. The list shows the answer that is signed; the signature says that it was one of several.
 */
export function batchGuard(changes: Changes, late: boolean, toldFirst: boolean): Verdict {
  const plain = changes.textEdits === 0 && !changes.dueMoved && !changes.returned;
  return refusedUnless(plain && !late && !toldFirst, 'case.batch_one_by_one');
}

// Whether a signature still fits: what was signed, the one before it, the trail, and the case as it is now. Pure.
import type { laterNotes, SignatureFault, SignedContent, Verdict } from '#contract/cases/review/records.ts';
import { canonicalJson } from './canonical.ts';

export interface KeptSignature {
  round: number;
  level: number;
  signer: string;
  accountId: string;
  onBehalfOf: string | null;
  role: string;
  way: 'single' | 'batch';
  instruction: string;
  at: string;
  digest: string;
  content: SignedContent | null;
  /** Digest that the trail wrote down when it was signed; null when the trail knows of none. */
  trailDigest: string | null;
}

/** The case today, texts as digests. */
export interface CaseToday {
  number: string;
  round: number;
  textDigest: string;
  resultDigest: string;
  dueAt: string | null;
  files: ReadonlyMap<string, string>;
  /** The answer as each level of a round made it, by `round.level`; level 0 was handed in. */
  versions: ReadonlyMap<string, string>;
}

type Later = (typeof laterNotes)[number];
export interface Verified {
  verdict: Verdict;
  faults: SignatureFault[];
  later: Later[];
}

const sealFaults: readonly SignatureFault[] = ['digest', 'chain', 'trail', 'signer'];

/** `round`: the signatures of one round, first level first. */
export function verify(
  round: readonly KeptSignature[],
  today: CaseToday,
  hash: (text: string) => string,
): Verified[] {
  return round.map((signature, index) => {
    if (!signature.content) return { verdict: 'unkept', faults: [], later: [] };
    const previous = round[index - 1]?.digest ?? null;
    const isLast = index === round.length - 1;
    const found = [
      ...brokenSeals(signature, signature.content, previous, hash),
      ...alterations(signature.content, today, isLast),
    ];
    const broken = found.some((fault) => sealFaults.includes(fault));
    return {
      verdict: broken ? 'broken' : found.length > 0 ? 'changed' : 'fits',
      faults: found,
      later: laterOf(signature.content, today),
    };
  });
}

function brokenSeals(
  signature: KeptSignature,
  content: SignedContent,
  previous: string | null,
  hash: (text: string) => string,
): SignatureFault[] {
  const found: SignatureFault[] = [];
  if (hash(canonicalJson(content)) !== signature.digest) found.push('digest');
  if (content.previous !== previous) found.push('chain');
  if (signature.trailDigest !== signature.digest) found.push('trail');
  const same = sameFields.every((field) => content[field] === signature[field]);
  if (!same) found.push('signer');
  return found;
}

/** What the row says beside its content must be what was signed. */
const sameFields = [
  'round',
  'level',
  'signer',
  'accountId',
  'onBehalfOf',
  'role',
  'way',
  'instruction',
  'at',
] as const satisfies readonly (keyof SignedContent & keyof KeptSignature)[];

function alterations(content: SignedContent, today: CaseToday, isLast: boolean): SignatureFault[] {
  const found: SignatureFault[] = [];
  if (content.number !== today.number) found.push('number');
  if (content.textDigest !== today.textDigest) found.push('text');
  // The last signature of the round in force covers the answer itself; an earlier one covers its own version.
  const own = versionAt(today, content.round, content.level);
  const isInForce = isLast && content.round === today.round;
  if (content.resultDigest !== own || (isInForce && content.resultDigest !== today.resultDigest))
    found.push('result');
  if (content.files.some(({ fileId, digest }) => today.files.get(fileId) !== digest)) found.push('files');
  return found;
}

/** The version that a level had before it: its own amendment, or the nearest one below. */
function versionAt(today: CaseToday, round: number, level: number): string | undefined {
  for (let at = level; at >= 0; at -= 1) {
    const version = today.versions.get(`${round}.${at}`);
    if (version !== undefined) return version;
  }
  return undefined;
}

function laterOf(content: SignedContent, today: CaseToday): Later[] {
  const later: Later[] = [];
  if (content.round < today.round) later.push('earlier_round');
  const newer = [...today.versions.keys()].some((key) => {
    const [round = 0, level = 0] = key.split('.').map(Number);
    return round === content.round && level > content.level;
  });
  if (newer) later.push('amended_later');
  if (today.files.size > content.files.length) later.push('files_added');
  if (content.dueAt !== today.dueAt) later.push('due_moved');
  return later;
}

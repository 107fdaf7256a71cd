// What was taken out and put in between two versions of an answer: characters, since Chinese has no spaces.

export interface DiffPart {
  kind: 'same' | 'out' | 'in';
  text: string;
}

/** Above this many comparisons the whole middle counts as replaced; two answers so unlike have no useful diff. */
const comparisonsMax = 1_000_000;
/** A sameness this short between two changes is noise: 近期恢复 and 当天恢复 read better as one change. */
const samenessMin = 2;

/** Parts in reading order; what was taken out stands before what replaced it. */
export function textDiff(before: string, after: string): DiffPart[] {
  const old = [...before];
  const young = [...after];
  let head = 0;
  while (head < old.length && head < young.length && old[head] === young[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < young.length - head &&
    old[old.length - 1 - tail] === young[young.length - 1 - tail]
  )
    tail += 1;
  const middle = middleOf(old.slice(head, old.length - tail), young.slice(head, young.length - tail));
  return merged([
    { kind: 'same', text: old.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ]);
}

/** How many places differ. */
export function editsIn(before: string, after: string): number {
  const parts = textDiff(before, after);
  return parts.filter(
    ({ kind }, index) => kind !== 'same' && (index === 0 || parts[index - 1]?.kind === 'same'),
  ).length;
}

function middleOf(old: readonly string[], young: readonly string[]): DiffPart[] {
  if (old.length * young.length === 0 || old.length * young.length > comparisonsMax)
    return [
      { kind: 'out', text: old.join('') },
      { kind: 'in', text: young.join('') },
    ];
  return withoutNoise(walk(old, young, commonLengths(old, young)));
}

/** Length of the longest common subsequence of what follows each pair of places. */
function commonLengths(old: readonly string[], young: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(young.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = young.length - 1; j >= 0; j -= 1)
      at(lengths, i)[j] =
        old[i] === young[j]
          ? get(lengths, i + 1, j + 1) + 1
          : Math.max(get(lengths, i + 1, j), get(lengths, i, j + 1));
  return lengths;
}

const at = (lengths: Uint16Array[], i: number): Uint16Array => lengths[i] ?? new Uint16Array(0);
const get = (lengths: Uint16Array[], i: number, j: number): number => lengths[i]?.[j] ?? 0;

function walk(old: readonly string[], young: readonly string[], lengths: Uint16Array[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      parts.push({ kind: 'same', text: old[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= young.length || (i < old.length && get(lengths, i + 1, j) >= get(lengths, i, j + 1))) {
      parts.push({ kind: 'out', text: old[i] ?? '' });
      i += 1;
    } else {
      parts.push({ kind: 'in', text: young[j] ?? '' });
      j += 1;
    }
  }
  return merged(parts);
}

/** A short sameness inside a change is taken out and put in again with it. */
function withoutNoise(parts: readonly DiffPart[]): DiffPart[] {
  return merged(
    parts.flatMap((part, index) =>
      part.kind === 'same' && [...part.text].length < samenessMin && index > 0 && index < parts.length - 1
        ? [
            { kind: 'out' as const, text: part.text },
            { kind: 'in' as const, text: part.text },
          ]
        : [part],
    ),
  );
}

/** Neighbours of one kind become one; within a change all that went stands before all that came. */
function merged(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let out = '';
  let put = '';
  const flush = () => {
    if (out) result.push({ kind: 'out', text: out });
    if (put) result.push({ kind: 'in', text: put });
    out = '';
    put = '';
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'out') out += text;
    else if (kind === 'in') put += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}

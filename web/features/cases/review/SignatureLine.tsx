import type { CaseRecord } from '#contract/cases/records.ts';
import type { ReviewSheet } from '#contract/cases/review/records.ts';
import { duration, stamp } from '#web/lib/formats.ts';
import { EchoLine } from '#web/ui/EchoLine/EchoLine.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { reviewWords as words } from './words.ts';

const minuteMs = 60_000;

/** Four levels begin with a colleague; fewer begin with a chief. */
export const levelsOf = (depth: number): readonly string[] =>
  depth === 4 ? words.levels : words.levels.slice(1, 1 + depth);

/** ① to ④: who signed when, how long it lay there, and whose turn it is. */
export function SignatureLine({ record, sheet }: { record: CaseRecord; sheet: ReviewSheet }) {
  const signed = new Map(
    record.signatures.filter(({ round }) => round === record.round).map((one) => [one.level, one]),
  );
  const now = (record.reviewLevel ?? signed.size + 1) - 1;
  const noteOf = (index: number): string => {
    const signature = signed.get(index + 1);
    const minutes = sheet.levels[index]?.minutes ?? null;
    const long = minutes === null ? '' : duration(minutes * minuteMs);
    if (signature)
      return [
        signature.signer,
        signature.onBehalfOf && words.onBehalf(signature.onBehalfOf),
        stamp(signature.at),
        long && words.stayed(long),
      ]
        .filter(Boolean)
        .join('\n');
    if (index === now) return [words.levelNow, long && words.staying(long)].filter(Boolean).join('\n');
    return words.levelLater;
  };
  return (
    <div className="jia-signature-line">
      <EchoLine
        numbered
        now={now}
        steps={levelsOf(record.reviewLevels).map((word, index) => ({ word, note: noteOf(index) }))}
      />
    </div>
  );
}

/** What the levels before have written beside their signatures, latest first. */
export function Instructions({ record }: { record: CaseRecord }) {
  const given = record.signatures.filter(({ instruction }) => instruction !== '').reverse();
  if (given.length === 0) return null;
  return (
    <Section title={words.instructions}>
      <Sheet>
        <ul className="jia-review-around">
          {given.map(({ round, level, signer, at, instruction }) => (
            <li key={`${round}.${level}`}>
              <strong>{signer}</strong> {stamp(at)}：{instruction}
            </li>
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}

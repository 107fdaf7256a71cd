import type { CaseRecord } from '#contract/cases/records.ts';
import type { ResultVersion, ReviewSheet } from '#contract/cases/review/records.ts';
import { type DiffPart, editsIn, textDiff } from '#contract/cases/review/textDiff.ts';
import { moment } from '#web/lib/formats.ts';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { reviewWords as words } from './words.ts';

/** What the answer is compared with: as handed in; after a return, as it stood before. Null when nothing was before. */
export function baseOf(versions: readonly ResultVersion[], round: number): ResultVersion | null {
  const own = versions.filter((one) => one.round === round);
  if (own.length > 1) return own[0] ?? null;
  return versions.filter((one) => one.round < round).at(-1) ?? null;
}

/** The answer as it would be signed, with what was changed marked in it; files and date below. */
export function AnswerDiff({ record, sheet }: { record: CaseRecord; sheet: ReviewSheet }) {
  const answer = record.result ?? '';
  const base = baseOf(sheet.versions, record.round);
  const edits = base ? editsIn(base.text, answer) : 0;
  const aside =
    edits === 0
      ? words.unchanged
      : base?.round === record.round
        ? words.edited(sheet.changes.textBy ?? '', edits)
        : words.editedSinceReturn(edits);
  return (
    <Section title={words.reply} aside={aside}>
      <Sheet>
        <p className="jia-review-answer">
          {base && edits > 0
            ? placed(textDiff(base.text, answer)).map(({ at, kind, text }) => (
                <Part key={`${at}${kind}`} kind={kind} text={text} />
              ))
            : answer}
        </p>
        <Around record={record} sheet={sheet} />
      </Sheet>
    </Section>
  );
}

/** Each part with where it begins, so that a part keeps its key. */
function placed(parts: readonly DiffPart[]): (DiffPart & { at: number })[] {
  let at = 0;
  return parts.map((part) => {
    const from = at;
    at += part.text.length;
    return { ...part, at: from };
  });
}

function Part({ kind, text }: { kind: 'same' | 'out' | 'in'; text: string }) {
  if (kind === 'same') return text;
  const Mark = kind === 'out' ? 'del' : 'ins';
  return (
    <Mark>
      <span className="jia-unseen">{words[kind]}</span>
      {text}
    </Mark>
  );
}

/** What else moved since it was handed in: files, the date, and why it came back. */
function Around({ record, sheet }: { record: CaseRecord; sheet: ReviewSheet }) {
  const handedIn = sheet.versions.find((one) => one.round === record.round);
  const before = handedIn?.fileIds ?? record.fileIds;
  const added = record.fileIds.filter((id) => !before.includes(id)).length;
  const gone = before.filter((id) => !record.fileIds.includes(id)).length;
  const lines = [
    ...(added > 0 ? [words.filesAdded(added)] : []),
    ...(gone > 0 ? [words.filesGone(gone)] : []),
    ...(handedIn?.dueAt && record.dueAt && handedIn.dueAt !== record.dueAt
      ? [words.dueMoved(moment(handedIn.dueAt), moment(record.dueAt))]
      : []),
    ...(record.extensionUntil ? [words.extensionAsked(moment(record.extensionUntil))] : []),
  ];
  if (lines.length + sheet.returns.length === 0) return null;
  return (
    <ul className="jia-review-around">
      {lines.map((line) => (
        <li key={line}>
          <mark>{line}</mark>
        </li>
      ))}
      {sheet.returns.map(({ by, at, reason }) => (
        <li key={at}>
          {words.returns} · {by} {moment(at)}：{reason}
        </li>
      ))}
    </ul>
  );
}

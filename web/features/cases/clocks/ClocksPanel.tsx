import './clocks.css';
import type { CaseRecord, CaseTimer } from '#contract/cases/records.ts';
import { timerLabels } from '#contract/cases/words.ts';
import { moment, untilDue } from '#web/lib/formats.ts';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { clockWords as words } from './words.ts';

/** The outer and the inner date, the clocks that run, and how those went that have ended. */
export function ClocksPanel({ record }: { record: CaseRecord }) {
  const { timers, dueAt, innerDueAt } = record;
  if (timers.length === 0) return null;
  const running = timers.filter(({ stoppedAt }) => stoppedAt === null);
  const ended = timers.filter(({ stoppedAt }) => stoppedAt !== null);
  const hasInner = innerDueAt !== null && innerDueAt !== dueAt;
  return (
    <Section title={words.title}>
      <Sheet>
        <div className="jia-clocks-dates">
          {dueAt && <Deadline word={words.outer} help={words.outerHelp} at={dueAt} />}
          {hasInner && <Deadline word={words.inner} help={words.innerHelp} at={innerDueAt} />}
        </div>
        <Clocks of={running} />
        {ended.length > 0 && (
          <details className="jia-clocks-done">
            <summary>{words.done}</summary>
            <Clocks of={ended} />
          </details>
        )}
      </Sheet>
    </Section>
  );
}

function Deadline({ word, help, at }: { word: string; help: string; at: string }) {
  return (
    <div>
      <span className="jia-caption">{word}</span>
      <strong className="jia-keep">{moment(at)}</strong>
      <span className="jia-caption">{help}</span>
    </div>
  );
}

function Clocks({ of }: { of: readonly CaseTimer[] }) {
  return (
    <ul className="jia-clocks">
      {of.map((timer) => (
        <li key={`${timer.timer} ${timer.part}`}>
          <span>{nameOf(timer)}</span>
          <span className="jia-keep">{moment(timer.stoppedAt ?? timer.dueAt)}</span>
          <ClockChip of={timer} />
          <span className="jia-caption jia-clocks-note">{noteOf(timer)}</span>
        </li>
      ))}
    </ul>
  );
}

function nameOf({ timer, part }: CaseTimer): string {
  const which = timer === 'review' || timer === 'tier' ? ` ${words.part[timer](part)}` : '';
  return `${timerLabels[timer]}${which}`;
}

/** The lamp with its time: colour, shape and words say the same. */
function ClockChip({ of: { lamp, dueAt, pausedAt, stoppedAt } }: { of: CaseTimer }) {
  if (stoppedAt)
    return lamp === 'red' ? (
      <StatusChip status="overdue">{words.late}</StatusChip>
    ) : (
      <StatusChip status="done">{words.inTime}</StatusChip>
    );
  if (pausedAt) return <StatusChip status="paused">{words.paused}</StatusChip>;
  const status = lamp === 'red' ? 'overdue' : lamp === 'yellow' ? 'soon' : 'progress';
  return <StatusChip status={status}>{untilDue(dueAt)}</StatusChip>;
}

const noteOf = ({ dueAt, firstDueAt, guessed }: CaseTimer): string =>
  [firstDueAt !== dueAt && words.before(moment(firstDueAt)), guessed && words.guessed]
    .filter(Boolean)
    .join('；');

import './help.css';
import type { AskStatus } from '#contract/mutualhelp/codes.ts';
import type { HelpAsk } from '#contract/mutualhelp/records.ts';
import {
  askStatusLabels,
  helpKindLabels,
  nearnessLabels,
  pledgeStateLabels,
} from '#contract/mutualhelp/words.ts';
import { clock, dayName } from '#web/lib/formats.ts';
import { ListRow } from '#web/ui/ListRow/ListRow.tsx';
import { type Status, StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { helpWords as words } from './words.ts';

const chips: Record<AskStatus, Status> = {
  open: 'waiting',
  matched: 'progress',
  done: 'done',
  cancelled: 'paused',
  lapsed: 'paused',
  hidden: 'returned',
};

export const AskChip = ({ status }: { status: AskStatus }) => (
  <StatusChip status={chips[status]}>{askStatusLabels[status]}</StatusChip>
);

/** `明天 8:00–12:00`. */
export function whenOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const isNextDay = dayName(startsAt) !== dayName(endsAt);
  return words.when(
    dayName(startsAt),
    clock(startsAt),
    `${isNextDay ? words.untilNextDay : ''}${clock(endsAt)}`,
  );
}

/** `同楼`; what is one's own needs only the place. */
export const whereOf = ({ mine, nearness, area }: HelpAsk): string =>
  mine === 'asker'
    ? area.name
    : nearness === 'building'
      ? nearnessLabels[nearness]
      : `${nearnessLabels[nearness]} · ${area.name}`;

/** Whose it is decides the chip: a helper reads how the own word stands. */
export function HelpRow({ ask, onOpen }: { ask: HelpAsk; onOpen: () => void }) {
  const own = ask.mine === 'helper' ? ask.pledges.find(({ isMine }) => isMine) : undefined;
  return (
    <ListRow
      title={`${helpKindLabels[ask.kind]} · ${ask.text}`}
      note={`${whenOf(ask)} · ${whereOf(ask)}`}
      trailing={
        ask.mine === 'none' ? (
          <span className="jia-help-points">{ask.points > 0 && words.thanksPoints(ask.points)}</span>
        ) : own && ask.status !== 'done' ? (
          <StatusChip status={own.state === 'agreed' ? 'progress' : 'waiting'}>
            {pledgeStateLabels[own.state]}
          </StatusChip>
        ) : (
          <AskChip status={ask.status} />
        )
      }
      onPress={onOpen}
    />
  );
}

/** Chips of a closed list with its labels. */
export const choicesOf = <Value extends string>(labels: Record<Value, string>) =>
  (Object.keys(labels) as Value[]).map((value) => ({ value, word: labels[value] }));

import './activities.css';
import { useState } from 'react';
import { cancelSignUp, confirmPlace } from '#contract/activities/mine.ts';
import type { MySignUp } from '#contract/activities/records.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { signUpWords, mineWords as words } from './words.ts';

/** What is booked of one activity; nothing while nothing is. */
export function Booked({ items }: { items: readonly MySignUp[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={signUpWords.booked}>
      <BookedRows items={items} />
    </Section>
  );
}

/** Lines of bookings with what can be done about each. `isList` also names the activity. */
export function BookedRows({ items, isList = false }: { items: readonly MySignUp[]; isList?: boolean }) {
  const [leaving, setLeaving] = useState<MySignUp | null>(null);
  return (
    <>
      <RowSheet>
        {items.map((item) => (
          <BookedRow key={item.signUpId} item={item} isList={isList} onLeave={() => setLeaving(item)} />
        ))}
      </RowSheet>
      {leaving && <LeaveQuestion item={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function BookedRow({ item, isList, onLeave }: { item: MySignUp; isList: boolean; onLeave: () => void }) {
  const confirm = useCommand(confirmPlace);
  const { signUpId } = item;
  return (
    <>
      <ListRow
        title={isList ? `${item.name} · ${item.title}` : item.name}
        note={noteOf(item, isList)}
        trailing={
          item.state !== 'offered' &&
          item.can.cancel === true && (
            <Button small onPress={onLeave}>
              {words.cancel}
            </Button>
          )
        }
      />
      {item.state === 'offered' && (
        <div className="jia-activity-verbs">
          <Button
            kind="primary"
            small
            busy={confirm.isPending && words.busy}
            onPress={() => confirm.mutate({ params: { signUpId } })}
          >
            {words.confirm}
          </Button>
          <Button small onPress={onLeave}>
            {words.decline}
          </Button>
        </div>
      )}
      {confirm.error && <Banner kind="error">{sentenceOf(confirm.error)}</Banner>}
    </>
  );
}

export const isOver = ({ endsAt }: MySignUp): boolean => Date.parse(endsAt) < Date.now();

function noteOf(item: MySignUp, isList: boolean): string {
  return [
    isList && `${moment(item.startsAt)} · ${item.place}`,
    item.state === 'confirmed' && isOver(item) ? words.over : words.states[item.state],
    item.state === 'waiting' && item.ahead !== null && words.ahead(item.ahead),
    item.state === 'offered' && item.offeredUntil && words.until(moment(item.offeredUntil)),
    item.state === 'drawn_pending' && words.number(item.number),
    item.state === 'missed' && words.missed,
    item.postName,
  ]
    .filter(Boolean)
    .join(' · ');
}

function LeaveQuestion({ item, onClose }: { item: MySignUp; onClose: () => void }) {
  const leave = useCommand(cancelSignUp, { onDone: onClose });
  return (
    <ConfirmQuestion
      isOpen
      question={words.cancelQuestion(item.name, item.title)}
      yes={words.yes}
      no={words.no}
      busy={leave.isPending && words.busy}
      onYes={() => leave.mutate({ params: { signUpId: item.signUpId } })}
      onNo={onClose}
    >
      <p>{words.cancelHelp}</p>
      {leave.error && <Banner kind="error">{sentenceOf(leave.error)}</Banner>}
    </ConfirmQuestion>
  );
}

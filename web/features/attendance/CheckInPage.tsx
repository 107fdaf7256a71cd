import './attendance.css';
import { useEffect, useState } from 'react';
import { codeIn, codeParameter } from '#contract/attendance/codes/scanned.ts';
import { readVenueCode } from '#contract/attendance/codes/venue.ts';
import { listOwnSessions, scanVenue } from '#contract/attendance/endpoints.ts';
import type { Direction } from '#contract/attendance/kinds.ts';
import type { OutputOf } from '#contract/define.ts';
import { madeNow } from '#web/lib/age.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { clock } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useMe } from '#web/lib/me.ts';
import { keepSending, useOutbox } from '#web/lib/outbox.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import { useFilters, useNavigate } from '#web/lib/router.ts';
import type { Made } from '#web/lib/store.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { CameraScanner } from './CameraScanner.tsx';
import { scanSubject, sendScan } from './keptScans.ts';
import { attendancePaths as paths } from './paths.ts';
import { QueuedScans } from './QueuedScans.tsx';
import { labels, checkInWords as words } from './words.ts';

type Own = OutputOf<typeof listOwnSessions>['items'][number];
interface Scanned {
  text: string;
  made: Made;
}

/** Sign-in and sign-out on the resident's phone: the venue's code, who is here, done; also without a network. */
export function CheckInPage() {
  const { data: me } = useMe();
  const { data } = useKeptRead(listOwnSessions);
  const [search] = useFilters();
  const given = search[codeParameter];
  const [scanned, setScanned] = useState<Scanned | null>(() =>
    given ? { text: given, made: madeNow() } : null,
  );
  const [isLooking, setLooking] = useState(false);
  const navigate = useNavigate();
  useEffect(() => (me ? keepSending(deviceOutbox(me.accountId)) : undefined), [me]);
  if (!me) return null;
  const read = (text: string) => {
    setScanned({ text, made: madeNow() });
    setLooking(false);
  };
  return (
    <>
      <PageHeader title={words.title} onBack />
      <QueuedScans />
      <div className="jia-attendance-verbs">
        {isLooking ? (
          <CameraScanner onCode={read} onClose={() => setLooking(false)} />
        ) : (
          <Button
            kind={scanned ? 'secondary' : 'primary'}
            wide
            icon="camera"
            onPress={() => setLooking(true)}
          >
            {scanned ? words.readAgain : words.scan}
          </Button>
        )}
        {scanned && (
          <p className="jia-caption">
            <Icon name="check" size={16} /> {words.read}
          </p>
        )}
      </div>
      {!data && <Loading rows={3} />}
      {data?.items.length === 0 && <EmptyState icon="calendar">{words.none}</EmptyState>}
      {data?.items.map((session) => (
        <SessionCheckIn
          key={session.sessionId}
          session={session}
          accountId={me.accountId}
          scanned={scanned}
        />
      ))}
      <RowSheet>
        <ListRow
          title={words.mine}
          note={words.mineNote}
          onPress={() => void navigate({ to: paths.memberCode as never })}
        />
        <ListRow title={words.myHours} onPress={() => void navigate({ to: paths.hours as never })} />
      </RowSheet>
    </>
  );
}

interface SessionCheckInProps {
  session: Own;
  accountId: string;
  scanned: Scanned | null;
}

/** One session: who of us is here, and how they stand. */
function SessionCheckIn(props: SessionCheckInProps) {
  const { session, scanned } = props;
  const { direction, setDirection, open, personIds, tick, digits, setDigits, said, isBusy, send } =
    useCheckIn(props);
  const isReady = scanned !== null || digits.length === 6;
  const reason = personIds.length === 0 ? words.pick : isReady ? undefined : words.needCode;
  const { waiting } = useOutbox(deviceOutbox(props.accountId));
  const isNotIn = direction === 'out' && session.people.some(({ presence }) => !presence.in);
  const nobodyLeft = isNotIn ? 'notIn' : direction;
  const isKept = waiting.some(({ subject }) => subject === scanSubject(session.sessionId));
  return (
    <Section title={session.title} aside={`${clock(session.startsAt)}–${clock(session.endsAt)}`}>
      {said && <Banner kind={said.isProblem ? 'error' : 'notice'}>{said.text}</Banner>}
      {isKept && !said && <Banner kind="notice">{words.keptTitle}</Banner>}
      <Sheet>
        {session.people.map((one) => (
          <Tick
            key={one.personId}
            isOn={personIds.includes(one.personId)}
            isDisabled={!open.includes(one)}
            onChange={(isHere) => tick(one.personId, isHere)}
            trailing={stateOf(one.presence)}
          >
            {one.name}
          </Tick>
        ))}
      </Sheet>
      {scanned && open.length === 0 && <p className="jia-hint">{words.nobodyLeft[nobodyLeft]}</p>}
      {!scanned && (
        <>
          <ChoiceChips
            label={words.direction}
            choices={[
              { value: 'in', word: words.verb('in') },
              { value: 'out', word: words.verb('out') },
            ]}
            value={direction}
            onChange={setDirection}
          />
          <TextField
            label={words.digits}
            help={words.digitsHelp}
            value={digits}
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            onChange={(value) => setDigits(value.replace(/\D/g, ''))}
          />
        </>
      )}
      {open.length > 0 && (
        <div className="jia-attendance-verbs">
          <Button
            kind="primary"
            wide
            reason={reason}
            busy={isBusy && words.sending}
            onPress={() => void send()}
          >
            {words.verb(direction)}
          </Button>
        </div>
      )}
    </Section>
  );
}

function useCheckIn({ session, accountId, scanned }: SessionCheckInProps) {
  const code = scanned ? readVenueCode(codeIn(scanned.text)) : null;
  const someIn = session.people.some(({ presence }) => presence.in && !presence.out);
  const [chosen, setDirection] = useState<Direction | null>(null);
  const direction = code?.direction ?? chosen ?? (someIn ? 'out' : 'in');
  const open = session.people.filter(({ presence }) =>
    direction === 'in' ? !presence.in : presence.in && !presence.out,
  );
  const [left, setLeft] = useState<readonly string[]>([]);
  const personIds = open.map(({ personId }) => personId).filter((id) => !left.includes(id));
  const [digits, setDigits] = useState('');
  const [said, setSaid] = useState<{ isProblem: boolean; text: string } | null>(null);
  const [isBusy, setBusy] = useState(false);

  const tick = (personId: string, isHere: boolean) =>
    setLeft(isHere ? left.filter((id) => id !== personId) : [...left, personId]);
  const send = async () => {
    setBusy(true);
    const by = scanned
      ? { way: 'code' as const, code: codeIn(scanned.text) }
      : { way: 'digits' as const, sessionId: session.sessionId, direction, digits };
    const label = `${words.verb(direction)} ${session.title}`;
    const kept = { accountId, subject: scanSubject(session.sessionId), label };
    try {
      const answer = await sendScan(scanVenue, { body: { by, personIds } as never }, kept, scanned?.made);
      setSaid(answer && outcomeOf(answer));
      setDigits('');
      void refresh(queryClient, ['attendance']);
    } catch (error) {
      setSaid({ isProblem: true, text: sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return { direction, setDirection, open, personIds, tick, digits, setDigits, said, isBusy, send } as const;
}

function stateOf({ in: from, out, minutes, mark }: Own['people'][number]['presence']): string {
  if (!from) return words.state.none;
  const stay = out ? words.state.out(clock(from), clock(out)) : words.state.in(clock(from));
  const isJudged = mark !== 'review';
  return [stay, minutes === null ? '' : words.minutes(minutes), isJudged ? '' : labels.mark.review]
    .filter(Boolean)
    .join(' · ');
}

function outcomeOf({ outcomes, direction }: OutputOf<typeof scanVenue>): {
  isProblem: boolean;
  text: string;
} {
  const taken = outcomes.filter(({ refused }) => refused === null);
  const names = taken.map(({ name }) => name).join('、');
  const mark = taken[0]?.mark;
  const parts = [
    taken.length > 0 ? words.done(names, words.verb(direction)) : '',
    mark === 'late' ? words.late : mark === 'review' ? words.review : '',
    ...outcomes.map(({ refused }) => refused?.sentence ?? ''),
  ];
  return { isProblem: taken.length === 0, text: parts.filter(Boolean).join('；') };
}

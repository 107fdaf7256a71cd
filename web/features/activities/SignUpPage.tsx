import './activities.css';
import { useState } from 'react';
import { showActivity, signUp } from '#contract/activities/mine.ts';
import type { CandidateRecord, ResidentActivity, SessionRecord } from '#contract/activities/records.ts';
import { clock, dayName, moment, oneDecimal } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Link, useParam } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { say } from '#web/ui/say.ts';
import { Booked } from './Booked.tsx';
import { activityPaths as paths } from './paths.ts';
import { AddToCalendar, Gain } from './SessionExtras.tsx';
import { type Chosen, nobodyYet, reasonNot, requestOf, rulesOf } from './signUp.ts';
import { Consent, Who } from './signUpParts.tsx';
import { ages, signUpWords as words } from './words.ts';

/** One activity: what it is, how places are given, who of the family takes part. */
export function SignUpPage({ familyPath }: { familyPath: string }) {
  const activityId = useParam('activityId');
  const { data, error, refetch } = useRead(showActivity, { params: { activityId } });
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} />}
      {data && <Shown activity={data} familyPath={familyPath} />}
    </>
  );
}

function Shown({ activity, familyPath }: { activity: ResidentActivity; familyPath: string }) {
  const open = activity.sessions.filter(({ state }) => state === 'planned');
  const [sessionId, setSessionId] = useState(open[0]?.sessionId ?? null);
  const session = open.find((one) => one.sessionId === sessionId) ?? open[0];
  return (
    <div className="jia-stack">
      <header className="jia-activity-title">
        <h2>{activity.title}</h2>
        {session && <p className="jia-text2">{timeOf(session)}</p>}
        <p className="jia-text2">
          {session?.place ?? activity.place} · {ages(activity.ageMin, activity.ageMax)}
        </p>
      </header>
      {!session && <Banner kind="notice">{words.cancelled(activity.cancelReason)}</Banner>}
      {open.length > 1 && session && (
        <ChoiceChips
          label={words.sessions}
          choices={open.map((one) => ({ value: one.sessionId, word: moment(one.startsAt) }))}
          value={session.sessionId}
          onChange={setSessionId}
        />
      )}
      {session && <Places activity={activity} session={session} />}
      {session && (
        <div className="jia-activity-verbs">
          <AddToCalendar key={session.sessionId} activity={activity} session={session} />
        </div>
      )}
      <Booked items={activity.mine} />
      {session && (
        <Form
          key={session.sessionId}
          activity={activity}
          session={session}
          people={activity.candidates[session.sessionId] ?? []}
          familyPath={familyPath}
        />
      )}
      <About activity={activity} />
    </div>
  );
}

const timeOf = ({ startsAt, endsAt }: SessionRecord) =>
  `${dayName(startsAt)} ${clock(startsAt)}–${clock(endsAt)}`;

function Places({ activity, session }: { activity: ResidentActivity; session: SessionRecord }) {
  const isOpenDraw = session.draw !== null && session.draw.drawnAt === null;
  const count = isOpenDraw ? session.pending : session.taken;
  const { number, rest } = words.count(count, session.places);
  const left = Math.max(0, session.places - session.taken);
  return (
    <Sheet>
      <div className="jia-activity-places">
        <span>
          <strong>{number}</strong>
          {rest}
        </span>
        <span className="jia-text2">
          {session.waiting > 0 ? words.waiting(session.waiting) : !isOpenDraw && words.left(left)}
        </span>
      </div>
      <div className="jia-activity-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (count / session.places) * 100)}%` }} />
      </div>
      {rulesOf(activity, session).map((rule) => (
        <p key={rule} className="jia-text2">
          {rule}
        </p>
      ))}
      {activity.isFor === 'volunteers' && <Gain session={session} />}
      {session.draw && (
        <Link
          className="jia-activity-promise"
          to={paths.draw as never}
          params={{ sessionId: session.sessionId } as never}
        >
          {words.promise}
        </Link>
      )}
    </Sheet>
  );
}

interface FormProps {
  activity: ResidentActivity;
  session: SessionRecord;
  people: readonly CandidateRecord[];
  familyPath: string;
}

function Form({ activity, session, people, familyPath }: FormProps) {
  const [chosen, setChosen] = useState<Chosen>(nobodyYet);
  const send = useCommand(signUp, {
    onDone: ({ items }) => {
      setChosen(nobodyYet);
      const state = items[0]?.state;
      if (state === 'confirmed' || state === 'waiting' || state === 'drawn_pending') say(words.done[state]);
    },
  });
  const change = (changes: Partial<Chosen>) => setChosen({ ...chosen, ...changes });
  const taking = people.filter(({ personId }) => chosen.personIds.includes(personId));
  const children = taking.filter((one) => one.isChild).length;
  const minutes = (Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000;
  const hours = (taking.length * minutes) / 60;
  if (people.length === 0) return <Banner kind="notice">{words.nobody}</Banner>;
  return (
    <>
      <Who
        activity={activity}
        session={session}
        people={people}
        chosen={chosen}
        familyPath={familyPath}
        onChange={change}
      />
      {children > 0 && <Consent activity={activity} chosen={chosen} onChange={change} />}
      {taking.length > 0 && (
        <p className="jia-activity-gain">
          <Icon name="seed" warm />
          {words.hours(taking.length, oneDecimal(hours))}
        </p>
      )}
      {send.error && <Banner kind="error">{sentenceOf(send.error)}</Banner>}
      <div className="jia-activity-foot">
        <p>
          {words.chosen(children, taking.length - children)}
          <span className="jia-caption"> {words.canChange}</span>
        </p>
        <Button
          kind="primary"
          busy={send.isPending && words.signing}
          reason={reasonNot(activity, session, taking, chosen)}
          onPress={() => send.mutate(requestOf(session, chosen))}
        >
          {words.signUp}
        </Button>
      </div>
    </>
  );
}

function About({ activity }: { activity: ResidentActivity }) {
  const facts = [
    { label: words.risk, value: activity.riskTold },
    { label: words.insurance, value: activity.insurance },
    { label: words.agreement, value: activity.agreement },
  ].filter(({ value }) => value);
  if (!activity.body && facts.length === 0 && !activity.organiserName) return null;
  return (
    <Section title={words.about}>
      <Sheet>
        {activity.body && <p>{activity.body}</p>}
        {activity.organiserName && <p className="jia-caption">{words.organiser(activity.organiserName)}</p>}
        {facts.length > 0 && <Facts facts={facts} />}
      </Sheet>
    </Section>
  );
}

import '../activities.css';
import { useState } from 'react';
import { getActivity } from '#contract/activities/endpoints.ts';
import type { ActivityRecord, SessionRecord } from '#contract/activities/records.ts';
import { clock, moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Link, useNavigate, useParam } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { ages } from '../words.ts';
import { ActivityForm } from './ActivityForm.tsx';
import { CancelQuestion, CopyQuestion, PublishQuestion } from './activityQuestions.tsx';
import { SignUpLines } from './SignUpLines.tsx';
import { activityDeskWords, activityPageWords as words } from './words.ts';

/** One activity of the desk: what is told, its sessions, who signed up, and what can be done about it. */
export function ActivityPage() {
  const activityId = useParam('activityId');
  const { data, error, refetch } = useRead(getActivity, { params: { activityId } });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return <ActivityFile record={data} />;
}

type Asked = 'change' | 'publish' | 'cancel' | 'copy';

function ActivityFile({ record }: { record: ActivityRecord }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [off, setOff] = useState<SessionRecord | null>(null);
  const planned = record.sessions.filter(({ state }) => state === 'planned').length;
  const close = () => setAsked(null);
  const navigate = useNavigate();
  const { can } = record;
  const verb = (name: Asked, kind: 'primary' | 'secondary' = 'secondary') =>
    can[name] === true && (
      <Button kind={kind} onPress={() => setAsked(name)}>
        {words[name]}
      </Button>
    );
  return (
    <DeskPage
      title={record.title}
      figures={activityDeskWords.states[record.state]}
      actions={
        <>
          {verb('cancel')}
          {record.state === 'published' && (
            <Button
              onPress={() =>
                void navigate({
                  to: '/activities/$activityId/poster',
                  params: { activityId: record.activityId } as never,
                })
              }
            >
              {words.poster}
            </Button>
          )}
          {verb('copy')}
          {verb('change')}
          {verb('publish', 'primary')}
        </>
      }
    >
      <div className="jia-activity-file">
        <Section title={words.facts} aside={<Link to="/activities">{words.back}</Link>}>
          <Sheet>
            <div className="jia-stack">
              <Facts facts={factsOf(record)} />
              {record.body && <p>{record.body}</p>}
            </div>
          </Sheet>
        </Section>
        {record.sessions.map((session) => (
          <SessionPart
            key={session.sessionId}
            session={session}
            isDraft={record.state === 'draft'}
            {...(can.cancel === true && record.state === 'published' && planned > 1
              ? { onCancel: () => setOff(session) }
              : {})}
          />
        ))}
      </div>
      {asked === 'change' && <ActivityForm record={record} onClose={close} />}
      {asked === 'publish' && <PublishQuestion record={record} onClose={close} />}
      {asked === 'cancel' && <CancelQuestion record={record} onClose={close} />}
      {off && <CancelQuestion record={record} session={off} onClose={() => setOff(null)} />}
      {asked === 'copy' && <CopyQuestion record={record} onClose={close} />}
    </DeskPage>
  );
}

function factsOf(record: ActivityRecord) {
  const { fields } = words;
  const told = [
    { label: fields.category, value: activityDeskWords.categories[record.category] },
    { label: fields.programmeId, value: record.programmeName },
    { label: fields.areaId, value: record.areaName },
    { label: fields.place, value: record.place },
    { label: fields.organiserId, value: record.organiserName },
    {
      label: words.lines.age,
      value: words.ages(ages(record.ageMin, record.ageMax), record.accompaniedBelow),
    },
    { label: fields.isFor, value: words.audiences[record.isFor] },
    { label: fields.allotment, value: words.allotments[record.allotment] },
    { label: fields.priority, value: words.priorities[record.priority] },
    { label: fields.familyCap, value: words.cap(record.familyCap) },
    { label: fields.confirmHours, value: words.hours(record.confirmHours) },
    { label: fields.riskLevel, value: words.risks[record.riskLevel] },
    { label: fields.riskTold, value: record.riskTold },
    { label: fields.insurance, value: record.insurance },
    { label: fields.agreement, value: record.agreement },
    { label: words.reason, value: record.cancelReason },
  ];
  return told.filter(({ value }) => value);
}

interface SessionPartProps {
  session: SessionRecord;
  isDraft: boolean;
  /** There where this session alone may be called off. */
  onCancel?: () => void;
}

function SessionPart({ session, isDraft, onCancel }: SessionPartProps) {
  const { startsAt, endsAt, opensAt, closesAt, taken, pending, places, waiting } = session;
  return (
    <Section
      title={`${moment(startsAt)}–${clock(endsAt)}`}
      aside={activityDeskWords.taken(taken + pending, places, waiting)}
    >
      <Sheet>
        <p className="jia-text2">
          {session.place} · {words.opensCloses(moment(opensAt), moment(closesAt))}
        </p>
        {session.state === 'cancelled' && <p>{words.sessionCancelled}</p>}
        {onCancel && session.state === 'planned' && (
          <Button small onPress={onCancel}>
            {words.cancelSession}
          </Button>
        )}
        {session.posts.length > 0 && (
          <p>{session.posts.map((post) => words.place(post.name, post.taken, post.places)).join(' · ')}</p>
        )}
        {session.draw && (
          <p className="jia-activity-hash jia-text2">{words.draw(session.draw.seedHash.slice(0, 16))}</p>
        )}
        {!isDraft && <SignUpLines session={session} />}
      </Sheet>
    </Section>
  );
}

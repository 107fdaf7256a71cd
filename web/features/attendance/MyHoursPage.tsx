import './attendance.css';
import { useState } from 'react';
import { issueCertificate, listCertifiable, readOwnHours } from '#contract/attendance/endpoints.ts';
import type { HourEntryRecord } from '#contract/attendance/records.ts';
import type { OutputOf } from '#contract/define.ts';
import { dayName } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { AskCorrection } from './AskCorrection.tsx';
import { OwnHonour } from './OwnHonour.tsx';
import { attendancePaths as paths } from './paths.ts';
import { askWords, hoursFigure, hoursText, hourUnit, labels, hoursWords as words } from './words.ts';

/** Hours of oneself and the children in one's care, activity by activity, and proofs of them. */
export function MyHoursPage() {
  const { data, error, refetch } = useRead(readOwnHours);
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data?.people.map((person) => (
        <PersonHours key={person.personId} person={person} />
      ))}
      {data && <Records entries={data.entries} />}
      {data && data.requests.length > 0 && <Asked requests={data.requests} />}
      {data && <OwnHonour />}
      {data && <Proofs />}
    </>
  );
}

function PersonHours({ person }: { person: OutputOf<typeof readOwnHours>['people'][number] }) {
  const { star } = person;
  return (
    <Sheet>
      <div className="jia-hours-head">
        <Figure
          value={hoursFigure(person.volunteerMinutes)}
          unit={hourUnit}
          word={`${person.name} · ${words.volunteer}`}
          size="display"
        />
        {person.participantMinutes > 0 && (
          <Figure value={hoursFigure(person.participantMinutes)} unit={hourUnit} word={words.participant} />
        )}
      </div>
      {person.volunteerMinutes > 0 && (
        <p className="jia-caption">
          {words.stars(star.level)} ·{' '}
          {star.nextMinutes === null ? words.highest : words.next(star.nextMinutes - star.minutes)}
        </p>
      )}
    </Sheet>
  );
}

function Records({ entries }: { entries: readonly HourEntryRecord[] }) {
  const [wrong, setWrong] = useState<HourEntryRecord | null>(null);
  return (
    <Section title={words.records}>
      {wrong && <AskCorrection key={wrong.entryId} entry={wrong} onClose={() => setWrong(null)} />}
      {entries.length === 0 ? (
        <EmptyState icon="clock">{words.none}</EmptyState>
      ) : (
        <RowSheet>
          {entries.map((entry) => (
            <ListRow
              key={entry.entryId}
              title={entry.title}
              note={noteOf(entry)}
              trailing={
                <>
                  <strong>{hoursText(entry.minutes)}</strong>
                  {entry.can.ask === true && (
                    <Button small kind="quiet" onPress={() => setWrong(entry)}>
                      {askWords.wrong}
                    </Button>
                  )}
                </>
              }
            />
          ))}
        </RowSheet>
      )}
    </Section>
  );
}

function Asked({ requests }: { requests: OutputOf<typeof readOwnHours>['requests'] }) {
  return (
    <Section title={askWords.mine}>
      <RowSheet>
        {requests.map((one) => (
          <ListRow
            key={one.requestId}
            title={`${one.title} ${askWords.change(one.minutesBefore, one.minutes)}`}
            note={
              one.state === 'declined' && one.decisionReason
                ? askWords.declined(one.decisionReason)
                : labels.requestState[one.state]
            }
          />
        ))}
      </RowSheet>
    </Section>
  );
}

function noteOf(entry: HourEntryRecord): string {
  return [
    entry.name,
    dayName(entry.startedAt),
    labels.source[entry.source],
    entry.isLate ? words.late : '',
    entry.corrects ? words.corrected(entry.corrects.minutes, entry.corrects.signedBy) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function Proofs() {
  const { data } = useRead(listCertifiable);
  const navigate = useNavigate();
  const open = (certificateId: string) =>
    void navigate({ to: paths.certificate as never, params: { certificateId } as never });
  const issue = useCommand(issueCertificate, { onDone: ({ certificateId }) => open(certificateId) });
  if (!data || data.organisations.length === 0) return null;
  return (
    <Section title={words.proofs}>
      <p className="jia-hint">{words.proofNote}</p>
      {issue.error && <Banner kind="error">{sentenceOf(issue.error)}</Banner>}
      <RowSheet>
        {data.organisations.map(({ name, organisation, minutes, ...asked }) => (
          <ListRow
            key={`${asked.personId}${asked.organisationId}`}
            title={`${name} · ${organisation}`}
            note={hoursText(minutes)}
            trailing={
              <Button
                small
                busy={issue.isPending && words.issuing}
                onPress={() => issue.mutate({ body: asked })}
              >
                {words.issue}
              </Button>
            }
          />
        ))}
        {data.issued.map((proof) => (
          <ListRow
            key={proof.certificateId}
            title={`${words.issued} · ${proof.name}`}
            note={`${proof.organisation} · ${hoursText(proof.minutes)} · ${dayName(proof.issuedAt)}`}
            onPress={() => open(proof.certificateId)}
          />
        ))}
      </RowSheet>
    </Section>
  );
}

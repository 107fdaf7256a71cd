import { useState } from 'react';
import {
  confirmHours,
  declineHours,
  listHourRequests,
  reviewScan,
  revokeKeysAtVenue,
} from '#contract/attendance/endpoints.ts';
import type { VenuePerson, VenueRecord } from '#contract/attendance/records.ts';
import { clock } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { hoursText, labels } from '../words.ts';
import { ByHand } from './ByHand.tsx';
import { venueWords as words } from './words.ts';

/** Who is here, what has to be looked at, and what a second person has to confirm. */
export function VenueList({ venue }: { venue: VenueRecord }) {
  const [chosen, setChosen] = useState<VenuePerson | null>(null);
  const [lost, setLost] = useState<VenuePerson | null>(null);
  return (
    <>
      {venue.reviews.length > 0 && <Reviews venue={venue} />}
      <Requests venue={venue} />
      {lost && <LostPhone venue={venue} person={lost} onClose={() => setLost(null)} />}
      {chosen && <ByHand venue={venue} person={chosen} onClose={() => setChosen(null)} />}
      <RowSheet>
        {venue.people.map((person) => (
          <ListRow
            key={person.personId}
            title={[person.name, person.nickname].filter(Boolean).join(' · ')}
            note={noteOf(person)}
            trailing={
              <span className="jia-attendance-pair">
                {person.pseudonyms.length > 0 && (
                  <Button small kind="quiet" onPress={() => setLost(person)}>
                    {words.lost}
                  </Button>
                )}
                {person.presence.minutes === null && (
                  <Button small kind="quiet" onPress={() => setChosen(person)}>
                    {words.backfill}
                  </Button>
                )}
              </span>
            }
          />
        ))}
      </RowSheet>
    </>
  );
}

function noteOf({ presence, isChild }: VenuePerson): string {
  const { in: from, out, mark, minutes } = presence;
  const stay = !from ? words.notYet : out ? words.gone(clock(from), clock(out)) : words.here(clock(from));
  return [
    stay,
    minutes === null ? '' : hoursText(minutes),
    mark && mark !== 'ok' ? labels.mark[mark] : '',
    isChild ? words.child : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function Reviews({ venue }: { venue: VenueRecord }) {
  const review = useCommand(reviewScan);
  return (
    <Section title={words.reviews}>
      {review.error && <Banner kind="error">{sentenceOf(review.error)}</Banner>}
      <RowSheet>
        {venue.reviews.map(({ scanId, name, direction, happenedAt, reason }) => (
          <ListRow
            key={scanId}
            title={`${name} ${labels.direction[direction]} ${clock(happenedAt)}`}
            note={words.reasons[reason] ?? ''}
            trailing={
              <span className="jia-attendance-pair">
                <Button small onPress={() => review.mutate({ params: { scanId }, body: { accept: true } })}>
                  {words.accept}
                </Button>
                <Button
                  small
                  kind="quiet"
                  onPress={() => review.mutate({ params: { scanId }, body: { accept: false } })}
                >
                  {words.refuse}
                </Button>
              </span>
            }
          />
        ))}
      </RowSheet>
    </Section>
  );
}

function Requests({ venue }: { venue: VenueRecord }) {
  const { data } = useRead(listHourRequests, { query: { sessionId: venue.sessionId } });
  const confirm = useCommand(confirmHours);
  const decline = useCommand(declineHours);
  const error = confirm.error ?? decline.error;
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={words.requests}>
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      <RowSheet>
        {data.items.map(({ requestId, name, startedAt, endedAt, reason, askedBy, can }) => (
          <ListRow
            key={requestId}
            title={`${name} ${clock(startedAt)}–${clock(endedAt)}`}
            note={`${reason} · ${words.askedBy(askedBy)}`}
            trailing={
              can.confirm === true && (
                <span className="jia-attendance-pair">
                  <Button small onPress={() => confirm.mutate({ params: { requestId } })}>
                    {words.confirm}
                  </Button>
                  <Button
                    small
                    kind="quiet"
                    onPress={() =>
                      decline.mutate({ params: { requestId }, body: { reason: words.declineReason } })
                    }
                  >
                    {words.decline}
                  </Button>
                </span>
              )
            }
          />
        ))}
      </RowSheet>
    </Section>
  );
}

interface LostPhoneProps {
  venue: VenueRecord;
  person: VenuePerson;
  onClose: () => void;
}

function LostPhone({ venue, person, onClose }: LostPhoneProps) {
  const revoke = useCommand(revokeKeysAtVenue, { onDone: onClose });
  const { sessionId } = venue;
  return (
    <ConfirmQuestion
      isOpen
      question={words.lostQuestion(person.name)}
      yes={words.lostYes}
      no={words.lostNo}
      busy={revoke.isPending && words.submitting}
      onYes={() => revoke.mutate({ params: { sessionId }, body: { personId: person.personId } })}
      onNo={onClose}
    >
      <p>{words.lostHelp}</p>
      {revoke.error && <Banner kind="error">{sentenceOf(revoke.error)}</Banner>}
    </ConfirmQuestion>
  );
}

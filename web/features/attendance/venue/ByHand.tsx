import { useState } from 'react';
import { requestHours } from '#contract/attendance/endpoints.ts';
import type { VenuePerson, VenueRecord } from '#contract/attendance/records.ts';
import { clock, dayStamp } from '#web/lib/formats.ts';
import { useCommand } from '#web/lib/query.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { AskForm } from '../AskForm.tsx';
import { byHandWords as words } from './words.ts';

interface ByHandProps {
  venue: VenueRecord;
  person: VenuePerson;
  onClose: () => void;
}

/** Times by hand: for who had no code, and for who forgot to sign out. */
export function ByHand({ venue, person, onClose }: ByHandProps) {
  const [from, setFrom] = useState(padded(person.presence.in ?? venue.startsAt));
  const [until, setUntil] = useState(padded(venue.endsAt));
  const ask = useCommand(requestHours, { onDone: onClose });
  const at = (time: string) => new Date(`${dayStamp(venue.startsAt)}T${time}:00+08:00`).toISOString();
  return (
    <AskForm
      title={words.title(person.name)}
      note={words.note}
      words={words}
      isWhole={isTime(from) && isTime(until)}
      isBusy={ask.isPending}
      error={ask.error}
      onSend={(reason) =>
        ask.mutate({
          params: { sessionId: venue.sessionId },
          body: { personId: person.personId, startedAt: at(from), endedAt: at(until), reason },
        })
      }
      onClose={onClose}
    >
      <TextField label={words.from} value={from} maxLength={5} onChange={setFrom} />
      <TextField label={words.until} value={until} maxLength={5} onChange={setUntil} />
    </AskForm>
  );
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const padded = (at: string) => clock(at).padStart(5, '0');

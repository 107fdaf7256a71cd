import { useCallback, useState } from 'react';
import { bytesOf } from '#contract/attendance/codes/bytes.ts';
import { venueAddress } from '#contract/attendance/codes/scanned.ts';
import { makeVenueCode, venueDigits } from '#contract/attendance/codes/venue.ts';
import type { Direction } from '#contract/attendance/kinds.ts';
import type { VenueRecord } from '#contract/attendance/records.ts';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { trustedNow } from '../serverClock.ts';
import { TurningCode } from '../TurningCode.tsx';
import { venueWords as words } from './words.ts';

/** What residents scan: made on this phone from the key it has fetched. */
export function VenueCode({ venue }: { venue: VenueRecord }) {
  const { code, streetId } = venue;
  const isOver = Date.parse(venue.endsAt) - trustedNow() < 15 * 60_000;
  const [direction, setDirection] = useState<Direction>(isOver ? 'out' : 'in');
  const make = useCallback(
    async (step: number) => {
      if (!code) throw new Error('No key, no code.');
      const key = { streetId, occurrence: bytesOf(code.occurrence), secret: bytesOf(code.secret) };
      const text = await makeVenueCode(key, direction, step);
      return {
        text: venueAddress(window.location.origin, text),
        digits: await venueDigits(key, direction, step),
      };
    },
    [code, streetId, direction],
  );
  return (
    <>
      <ChoiceChips
        label={words.tabs.code}
        choices={[
          { value: 'in', word: words.showIn },
          { value: 'out', word: words.showOut },
        ]}
        value={direction}
        onChange={setDirection}
      />
      <TurningCode
        name={`${venue.sessionId} ${direction}`}
        make={make}
        caption={direction === 'in' ? words.showIn : words.showOut}
        seconds={words.seconds}
      />
      <p className="jia-hint">{words.offlineReady}</p>
    </>
  );
}

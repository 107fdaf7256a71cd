import { useState } from 'react';
import { listMyEntrances } from '#contract/coverage/endpoints.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { useOnline } from '#web/lib/online.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { PlaceChooser } from '../PlaceChooser.tsx';
import { reportWords } from '../words.ts';
import type { FindDraft } from './findDraft.ts';
import { findWords as words } from './words.ts';

interface OwnPlaceProps {
  now: FindDraft;
  set: (change: Partial<FindDraft>) => void;
}

/** An own entrance, which is on the phone; with a network any place, or the one under the feet. */
export function OwnPlace({ now, set }: OwnPlaceProps) {
  const [isChoosing, setChoosing] = useState(false);
  const may = useMayAnywhere();
  const isOnline = useOnline();
  const entrances =
    useKeptRead(listMyEntrances, { query: { limit: 200 } }, { enabled: may('area.read') }).data?.items ?? [];
  const named = entrances.map((one) => ({ value: one.areaId, word: entranceName(one) }));
  const isOther = now.place !== null && !entrances.some(({ areaId }) => areaId === now.place?.areaId);
  return (
    <>
      {named.length > 0 && (
        <Field label={words.ownPlaces} optional>
          {(ids) => (
            <select
              {...ids}
              className="jia-select"
              value={isOther ? '' : (now.place?.areaId ?? '')}
              onChange={({ target }) => {
                const chosen = named.find(({ value }) => value === target.value);
                set({ place: chosen ? { areaId: chosen.value, name: chosen.word } : null });
              }}
            >
              <option value="">{words.choose}</option>
              {named.map(({ value, word }) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {isOther && (
        <div className="jia-place-line">
          <Icon name="pin" />
          <span>{now.place?.name}</span>
        </div>
      )}
      {isOnline && !isChoosing && (
        <Button small icon="pin" onPress={() => setChoosing(true)}>
          {reportWords.choosePlace}
        </Button>
      )}
      {isChoosing && (
        <PlaceChooser
          onClose={() => setChoosing(false)}
          onChosen={(place) => {
            set({ place });
            setChoosing(false);
          }}
        />
      )}
      <TextField
        label={words.place}
        optional
        value={now.placeText}
        maxLength={120}
        placeholder={words.placeExample}
        onChange={(placeText) => set({ placeText })}
      />
    </>
  );
}

const entranceName = ({ place, name }: { place: string; name: string }): string => `${place}${name}`;

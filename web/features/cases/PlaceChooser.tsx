import './cases.css';
import { useState } from 'react';
import { findAreaAt, listPlaces } from '#contract/territory/endpoints.ts';
import type { AreaName } from '#contract/territory/records.ts';
import { call } from '#web/lib/call.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { placeWords as words } from './words.ts';

export interface ChosenPlace {
  areaId: string;
  /** As people say it: estate, building, entrance. */
  name: string;
}

interface PlaceChooserProps {
  onChosen: (place: ChosenPlace) => void;
  onClose: () => void;
}

/** Where something is: from the phone's position, or place by place from the community down. */
export function PlaceChooser({ onChosen, onClose }: PlaceChooserProps) {
  const [chain, setChain] = useState<readonly AreaName[]>([]);
  const below = chain.at(-1);
  const places = useRead(listPlaces, below ? { query: { parentId: below.areaId } } : {});
  const gps = useHere((found) => onChosen(found));
  return (
    <div className="jia-place-chooser">
      <div className="jia-place-ways">
        <Button small icon="pin" onPress={gps.ask} busy={gps.isAsking && words.locating}>
          {words.here}
        </Button>
        {below && (
          <Button small onPress={() => onChosen({ areaId: below.areaId, name: placeName(chain) })}>
            {words.takeThis(below.name)}
          </Button>
        )}
        <Button small kind="quiet" onPress={onClose}>
          {words.close}
        </Button>
      </div>
      {gps.problem && <Banner kind="notice">{gps.problem}</Banner>}
      {chain.length > 0 && (
        <button type="button" className="jia-place-up" onClick={() => setChain(chain.slice(0, -1))}>
          {words.up(chain.map(({ name }) => name).join(' › '))}
        </button>
      )}
      {places.error && <Failed error={places.error} onRetry={() => void places.refetch()} />}
      {places.isPending && <Loading rows={4} />}
      {places.data && (
        <RowSheet>
          {places.data.places.map((place) => {
            const next = [...chain, place];
            return (
              <ListRow
                key={place.areaId}
                title={place.name}
                onPress={() =>
                  place.childrenCount > 0
                    ? setChain(next)
                    : onChosen({ areaId: place.areaId, name: placeName(next) })
                }
              />
            );
          })}
        </RowSheet>
      )}
    </div>
  );
}

/** From the estate down; above it the names of offices say nothing to a neighbour. */
export function placeName(chain: readonly Pick<AreaName, 'level' | 'name'>[]): string {
  const offices = ['street', 'community', 'big_grid', 'grid'];
  const doors = chain.filter(({ level }) => !offices.includes(level));
  return (doors.length > 0 ? doors : chain.slice(-1)).map(({ name }) => name).join('');
}

const positionMsMax = 10_000;

function useHere(onFound: (place: ChosenPlace) => void) {
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const end = (sentence: string | null) => {
    setAsking(false);
    setProblem(sentence);
  };
  const ask = () => {
    if (!('geolocation' in navigator)) return end(words.noPosition);
    setAsking(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        void placeAt(coords.longitude, coords.latitude)
          .then((found) => {
            end(found ? null : words.outside);
            if (found) onFound(found);
          })
          .catch((error: unknown) => end(sentenceOf(error))),
      () => end(words.noPosition),
      { timeout: positionMsMax, maximumAge: 60_000, enableHighAccuracy: true },
    );
  };
  return { ask, isAsking, problem };
}

/** The smallest known place at a position, or the nearest grid; null outside the street. */
export async function placeAt(longitude: number, latitude: number): Promise<ChosenPlace | null> {
  const { area, chain, nearest } = await call(findAreaAt, { query: { longitude, latitude } });
  if (area) return { areaId: area.areaId, name: placeName(chain.length > 0 ? chain : [area]) };
  return nearest && { areaId: nearest.areaId, name: nearest.name };
}

// Finds an entrance by what people write in their sheets: estate, building, unit, with or without the word.
import { placeEnds } from '#contract/people/sheets/words.ts';
import type { Level } from '#contract/territory/levels.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { searchText } from '#kernel/search/bigrams.ts';
import { areasByCodes, listAreasBelow, type Place } from '#modules/territory/index.ts';
import { codesOf, type Door, doorFrom } from './places.ts';

export interface WrittenPlace {
  entranceCode?: string | undefined;
  community?: string | undefined;
  estate?: string | undefined;
  building?: string | undefined;
  unit?: string | undefined;
}

/** Doors of written places, in their order. A few queries, however many rows. */
export async function findDoors(
  context: Context,
  places: readonly WrittenPlace[],
  below: readonly string[],
): Promise<Door[]> {
  const coded = await doorsByCode(
    context,
    places.flatMap((place) => place.entranceCode ?? []),
  );
  const named = places.some((place) => place.entranceCode === undefined)
    ? await openDirectory(context, below)
    : null;
  return places.map((place) => {
    if (place.entranceCode === undefined) return find(named ?? new Map(), place);
    const door = coded.get(place.entranceCode);
    if (!door)
      throw new Problem('roster.place_unknown', 409, { place: place.entranceCode, column: 'entranceCode' });
    return door;
  });
}

async function doorsByCode(context: Context, codes: readonly string[]): Promise<Map<string, Door>> {
  const areas = await areasByCodes(context, [...new Set(codes)]);
  const known = await areasByCodes(context, allCodes([...areas.values()]));
  return new Map([...areas].map(([code, area]) => [code, doorFrom(area, known)]));
}

interface Entry {
  door: Door;
  community: string;
}
type Directory = Map<string, Entry[]>;

/** Every living entrance below the paths by each of its names. */
async function openDirectory(context: Context, below: readonly string[]): Promise<Directory> {
  const entrances = await listAreasBelow(context, below, { level: 'entrance' });
  const known = await areasByCodes(context, allCodes(entrances));
  const directory: Directory = new Map();
  for (const entrance of entrances) {
    const chain = codesOf(entrance.path).flatMap((code) => known.get(code) ?? []);
    const entry = { door: doorFrom(entrance, known), community: plain(at(chain, 'community')[0] ?? '') };
    for (const estate of at(chain, 'estate'))
      for (const building of at(chain, 'building'))
        for (const unit of at(chain, 'entrance')) {
          const key = keyOf(estate, building, unit);
          directory.set(key, [...(directory.get(key) ?? []), entry]);
        }
  }
  return directory;
}

/** Names and aliases at a level; where the level is skipped, the blank that people leave. */
function at(chain: readonly Place[], level: Level): string[] {
  const place = chain.find((one) => one.level === level);
  return place ? [place.name, ...place.aliases] : [''];
}

function find(directory: Directory, place: WrittenPlace): Door {
  const { community, estate = '', building = '', unit = '' } = place;
  const entries = new Set(directory.get(keyOf(estate, building, unit)) ?? []);
  const inside = [...entries].filter(
    (entry) => community === undefined || entry.community === plain(community),
  );
  const said = [estate, building, unit].join(' ').trim();
  const column = unit === '' ? 'building' : 'unit';
  const [only, ...others] = inside;
  if (!only) throw new Problem('roster.place_unknown', 409, { place: said, column });
  if (others.length > 0)
    throw new Problem('roster.place_ambiguous', 409, { place: said, count: inside.length, column });
  return only.door;
}

const keyOf = (estate: string, building: string, unit: string) =>
  [searchText(estate), plain(building), plain(unit)].join('|');

const ends = new RegExp(`(?:${placeEnds.join('|')})$`, 'u');

/** `3号楼`, `03 号楼` and `3` are one building. */
function plain(name: string): string {
  return searchText(name)
    .replace(ends, '')
    .replace(/^0+(?=\d)/, '');
}

const allCodes = (areas: readonly Place[]): string[] => [
  ...new Set(areas.flatMap((area) => codesOf(area.path))),
];

// Chinese map services shift their coordinates. We store CGCS2000 and convert only here, at the edge.
import gcoordModule from 'gcoord';
import type { datumLabels } from '#contract/geo/words.ts';
import type { Position } from '#kernel/geo/shape.ts';

// The package is CommonJS and its types are not: what they call `default` is what Node hands us.
const gcoord = gcoordModule as unknown as typeof gcoordModule.default;

export type Datum = keyof typeof datumLabels;

// CGCS2000 and WGS-84 differ by centimetres, below what a boundary or a phone can measure.
const systems = {
  CGCS2000: gcoord.WGS84,
  'WGS-84': gcoord.WGS84,
  'GCJ-02': gcoord.GCJ02,
  'BD-09': gcoord.BD09,
} satisfies Record<Datum, unknown>;

/** A position that came in `datum`, as we store it. */
export function toStored(position: Position, datum: Datum): Position {
  return convert(position, datum, 'CGCS2000');
}

/** A stored position for a map service or export that works in `datum`. */
export function fromStored(position: Position, datum: Datum): Position {
  return convert(position, 'CGCS2000', datum);
}

function convert([lon, lat]: Position, from: Datum, to: Datum): Position {
  if (systems[from] === systems[to]) return rounded([lon, lat]);
  // The library writes into the array it is given.
  return rounded(gcoord.transform<Position>([lon, lat], systems[from], systems[to]));
}

/** Seven decimals are one centimetre; more would only make rings that look closed but are not. */
function rounded([lon, lat]: Position): Position {
  return [Number(lon.toFixed(7)), Number(lat.toFixed(7))];
}

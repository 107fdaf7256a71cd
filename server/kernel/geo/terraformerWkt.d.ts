// The package ships no types; this is the part we use.
declare module '@terraformer/wkt' {
  /** A GeoJSON geometry of a WKT text. Throws an Error when it cannot be parsed. */
  export function wktToGeoJSON(wkt: string): unknown;
}

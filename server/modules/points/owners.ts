/** Who an account belongs to, as others may read it. */
export interface Owner {
  who: string;
  kind: 'person' | 'family' | 'organisation' | 'unknown';
  /** Null where the register no longer knows the place. */
  areaPath: string | null;
}

import type { CryptoSuite } from '#kernel/crypto/suite.ts';

/** What the payload hash of an event covers; order is part of the format. */
export interface EventPayload {
  streetId: number;
  id: string;
  at: string;
  actorId: string | null;
  actorName: string;
  actingRole: string | null;
  name: string;
  subjectModule: string;
  subjectId: string;
  fromState: string | null;
  toState: string | null;
  areaPath: string | null;
  data: unknown;
}

export const firstHash = '0'.repeat(64);

/** JSON with sorted keys, so that the hash survives a round trip through jsonb. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${entries.join(',')}}`;
}

export function payloadHash(crypto: CryptoSuite, payload: EventPayload): string {
  return crypto.hash(canonicalJson(payload));
}

/** Hash of a link: it covers its place, its payload and everything before. */
export function linkHash(
  crypto: CryptoSuite,
  link: { streetId: number; seq: number; payloadHash: string; previousHash: string },
): string {
  return crypto.hash(`${link.streetId}\n${link.seq}\n${link.payloadHash}\n${link.previousHash}`);
}

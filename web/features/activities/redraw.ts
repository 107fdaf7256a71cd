// The draw done once more in the browser, with its own SHA-256.
import type { DrawRecord } from '#contract/activities/records.ts';

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Does the published seed fit its promise, and the published order the seed? */
export async function drawsAgain(draw: Pick<DrawRecord, 'order' | 'seedHash' | 'places'>, seed: string) {
  if ((await sha256(seed)) !== draw.seedHash) return false;
  const lots = await Promise.all(
    draw.order.map(async (line) => ({ ...line, own: await sha256(`${seed}:${line.number}`) })),
  );
  const sorted = lots.toSorted(
    (a, b) => Number(b.first) - Number(a.first) || (a.own < b.own ? -1 : Number(a.own > b.own)),
  );
  const taken = lots.reduce((sum, line) => sum + (line.placed ? line.people : 0), 0);
  return (
    taken <= draw.places &&
    lots.every((line, index) => line.own === line.hash && line.number === sorted[index]?.number)
  );
}

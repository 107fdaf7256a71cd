import { personaToken } from './client.ts';
import { open311File, open311Sheet } from './import/open311.ts';
import { orderSheet } from './import/orders.ts';
import { type Imported, importSheet } from './importing.ts';
import type { Bench, Figures } from './run.ts';
import { benchPlace, startServer } from './server.ts';

const hotlineRows = 5_000;
const open311Rows = 10_000;

/**
 * Orders of the hotline through the wizard as a dispatcher uses it, each becoming a whole case with its clocks, its
 * search words and its event; then both files again, which must change nothing. `--open311 FOLDER` (or the
 * environment's OPEN311_DIR) for the files of a real city instead of the rows made by rule.
 */
export const importBench: Bench = {
  name: 'import',
  measures: '5,000 hotline orders and 10,000 Open311 requests through the import wizard, then both again.',
  run: async ({ get, progress }) => {
    const place = await benchPlace();
    // The demo street is planted by a process of its own, so that its memory is not counted with the import's.
    await (await startServer(place)).stop();
    const server = await startServer(place);
    try {
      const token = await personaToken(server.url, 'dispatcher');
      const load = (lines: Iterable<string>) => importSheet(server, token, 'hotline', lines, progress);
      const orders = [...orderSheet(hotlineRows, await placeNames(server.url, token))];
      const requests = requestsOf(get('open311') ?? process.env.OPEN311_DIR, progress);

      progress(`importing ${hotlineRows} orders`);
      const hotline = await load(orders);
      progress('importing Open311 requests');
      const open311 = await load(requests);
      progress('both again');
      const again = [await load(orders), await load(requests)];

      const figures: Figures = {
        'hotline.per_s': hotline.perSecond,
        'hotline.count': hotline.counts.created,
        'open311.per_s': open311.perSecond,
        'open311.count': open311.counts.created,
        'import.mb': Math.max(...[hotline, open311, ...again].map(({ mb }) => mb)),
        'again.per_s': again[0]?.perSecond ?? Number.NaN,
        'again.changed_count': again.reduce((sum, one) => sum + changed(one), 0),
      };
      if (figures['again.changed_count'] !== 0)
        throw new Error(`A repeated import changed ${figures['again.changed_count']} rows.`);
      return { postgres: server.postgres, figures };
    } finally {
      await server.stop();
      await place.remove();
    }
  },
};

const changed = ({ counts }: Imported): number => counts.created + counts.updated;

function requestsOf(folder: string | undefined, progress: (line: string) => void): string[] {
  const text = open311File(folder);
  if (text !== null) return [text];
  progress('no folder of Open311 files: rows made by rule');
  return [...open311Sheet(open311Rows)];
}

/** Names of estates as callers say them. */
async function placeNames(url: string, token: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/areas?level=building&limit=200`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = (await answer.json()) as { items: { name: string }[] };
  if (items.length === 0) throw new Error('The street has no buildings.');
  return items.map(({ name }) => name);
}

import type { Kysely } from 'kysely';
import type { Tables } from '#kernel/database/tables.ts';
import { Problem } from '#kernel/problem.ts';

export interface Street {
  streetId: number;
  name: string;
  district: string;
  pack: string;
  host: string | null;
  schematic: boolean;
  demo: boolean;
}

export interface Streets {
  byId(streetId: number): Promise<Street | null>;
  /** For public pages: by host name, by the street the page names, or the only one there is. */
  forStranger(host: string, named: string | string[] | undefined): Promise<Street>;
  all(): Promise<readonly Street[]>;
}

const freshForMs = 10_000;

/** The handful of streets of a deployment, read once and kept for some seconds. */
export function streetsOf(db: Kysely<Tables>): Streets {
  let known: readonly Street[] = [];
  let readAt = 0;

  async function all(): Promise<readonly Street[]> {
    if (Date.now() - readAt < freshForMs && known.length > 0) return known;
    const rows = await db.selectFrom('streets').selectAll().orderBy('created_at').execute();
    known = rows.map((row) => ({ ...row, streetId: row.street_id }));
    readAt = Date.now();
    return known;
  }

  return {
    all,
    byId: async (streetId) => (await all()).find((street) => street.streetId === streetId) ?? null,
    forStranger: async (host, named) => {
      const streets = await all();
      const street =
        streets.find((candidate) => candidate.host === host) ??
        streets.find((candidate) => String(candidate.streetId) === named) ??
        streets[0];
      if (!street) throw new Problem('street.none', 503);
      return street;
    },
  };
}

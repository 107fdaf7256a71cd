import { type Client, client, personaToken } from './client.ts';
import { importSheet } from './importing.ts';
import { clerkOfTheStreet } from './people/clerk.ts';
import { enterpriseSheet, nameOf, phoneOf, residentSheet, roomOf } from './people/sheets.ts';
import { type Bench, type Figures, percentile } from './run.ts';
import { type BenchServer, benchPlace, startServer } from './server.ts';

const enterprises = 5_000;
const rowsPerFile = 100_000;
const searches = 200;
const p95MsMax = 100;

/** The registers at the scale of a city district's street: loaded as an office would, then searched one by one. */
export const peopleBench: Bench = {
  name: 'people',
  measures:
    '200,000 residents and 5,000 enterprises through the import wizard, then list and searches (--size N for fewer).',
  run: async ({ get, progress }) => {
    const size = Number(get('size') ?? 200_000);
    const place = await benchPlace();
    // The demo street is planted by a process of its own, so that its memory is not counted with the import's.
    await (await startServer(place)).stop();
    const server = await startServer(place);
    const load = client(server.url, 1);
    try {
      const clerk = await clerkOfTheStreet(server.url);
      const entrances = await entranceCodes(load, clerk);
      progress(`importing ${size} residents`);
      const people = await importResidents(server, clerk, size, entrances, progress);
      progress(`importing ${enterprises} enterprises`);
      const companies = await importSheet(
        server,
        clerk,
        'organisations',
        enterpriseSheet(enterprises, entrances),
        progress,
      );

      const chief = await personaToken(server.url, 'principal');
      const figures: Figures = {
        [`import.per_s@${size}`]: people.perSecond,
        [`import.mb@${size}`]: people.mb,
        [`enterprises.per_s@${enterprises}`]: companies.perSecond,
      };
      for (const [name, path] of Object.entries(searchPaths(size, entrances))) {
        progress(name);
        const p95 = await timeReads(load, chief, path);
        figures[`${name}.p95_ms@${size}`] = p95;
        if (p95 > p95MsMax) throw new Error(`${name}: p95 ${p95.toFixed(1)} ms, at most ${p95MsMax}.`);
      }
      return { postgres: server.postgres, figures };
    } finally {
      load.close();
      await server.stop();
      await place.remove();
    }
  },
};

/** File by file, as a sheet holds fewer rows than a street has people. */
async function importResidents(
  server: BenchServer,
  clerk: string,
  size: number,
  entrances: readonly string[],
  progress: (line: string) => void,
): Promise<{ perSecond: number; mb: number }> {
  let seconds = 0;
  let mb = 0;
  for (let from = 0; from < size; from += rowsPerFile) {
    const to = Math.min(size, from + rowsPerFile);
    const done = await importSheet(server, clerk, 'residents', residentSheet(from, to, entrances), progress);
    seconds += (to - from) / done.perSecond;
    mb = Math.max(mb, done.mb);
  }
  return { perSecond: size / seconds, mb };
}

async function entranceCodes(load: Client, token: string): Promise<string[]> {
  const codes: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await load.send({
      method: 'GET',
      path: `/api/areas?level=entrance&limit=200${after}`,
      token,
    });
    const page = JSON.parse(answer.text) as { items: { code: string }[]; nextCursor: string | null };
    codes.push(...page.items.map((area) => area.code));
    cursor = page.nextCursor;
  }
  return codes;
}

/** What a person looks for, each time another: a full name, a whole number, a part of an address. */
function searchPaths(size: number, entrances: readonly string[]): Record<string, (index: number) => string> {
  const any = (index: number) => (index * 7919) % size;
  const q = encodeURIComponent;
  return {
    list: (index) => `/api/people/persons?limit=50${index % 2 ? '&houseUse=rented' : ''}`,
    search_name: (index) => `/api/people/persons?limit=50&name=${q(nameOf(any(index)))}`,
    search_phone: (index) => `/api/people/persons?limit=50&phone=${phoneOf(any(index))}`,
    search_address: (index) =>
      `/api/people/persons?limit=50&address=${q(roomOf(any(index), entrances.length))}`,
  };
}

async function timeReads(load: Client, token: string, path: (index: number) => string): Promise<number> {
  const samples: number[] = [];
  let rows = 0;
  for (let index = 0; index < searches; index++) {
    const answer = await load.send({ method: 'GET', path: path(index), token });
    if (answer.status !== 200)
      throw new Error(`${path(index)}: ${answer.status} ${answer.text.slice(0, 200)}`);
    rows += (JSON.parse(answer.text) as { items: unknown[] }).items.length;
    if (index >= 10) samples.push(answer.ms);
  }
  if (rows === 0) throw new Error(`${path(0)} found nobody.`);
  return percentile(samples, 0.95);
}

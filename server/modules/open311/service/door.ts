// GeoReport v2 by its addresses. Which street is meant, and which of the two formats, stands in each of them.
import type { Context } from '#kernel/context.ts';
import type { ForeignAnswer, ForeignDoor, ForeignQuestion, ForeignVisit } from '#kernel/http/foreign.ts';
import type { Street } from '#kernel/http/streets.ts';
import { Problem } from '#kernel/problem.ts';
import type { Services } from '#kernel/services.ts';
import { listMatters } from '#modules/cases/index.ts';
import {
  definitionOf,
  discoveryOf,
  errorsOf,
  type Format,
  leavesOf,
  servicesOf,
  written,
} from '../answers.ts';
import { type Fault, field } from '../ask.ts';
import type { Value } from '../xml.ts';
import { handIn } from './handIn.ts';
import { listRequests, readRequest, readToken } from './requests.ts';

export const prefix = '/open311/v2';

interface Address {
  resource: string;
  id: string | null;
  format: Format;
}

/** `services/0101.json` → services, 0101, json. */
function addressOf(path: string): Address | null {
  const match = /^([a-z]+)(?:\/([^/]+))?\.(xml|json)$/.exec(path);
  const [, resource = '', id = null, format] = match ?? [];
  return match ? { resource, id, format: format === 'json' ? 'json' : 'xml' } : null;
}

type Reading = (context: Context, id: string, visit: ForeignVisit) => Promise<Value>;

/** Resource, with or without an id → the XML root of its answer, and how it is read. */
const readings: Readonly<Record<string, { root: string; read: Reading }>> = {
  services: { root: 'services', read: async (context) => servicesOf((await listMatters(context)).items) },
  'services/': { root: 'service_definition', read: readDefinition },
  requests: { root: 'service_requests', read: (context, _, { query }) => listRequests(context, query) },
  'requests/': { root: 'service_requests', read: readRequest },
  'tokens/': { root: 'service_requests', read: readToken },
};

async function readDefinition(context: Context, serviceCode: string): Promise<Value> {
  const services = leavesOf((await listMatters(context)).items);
  if (!services.some(({ code }) => code === serviceCode))
    throw new Problem('open311.service_unknown', 404, { value: serviceCode });
  return definitionOf(serviceCode);
}

async function answer(visit: ForeignVisit): Promise<ForeignAnswer> {
  const address = addressOf(visit.path);
  if (!address) throw new Problem('route.unknown', 404);
  const { resource, id, format } = address;
  if (visit.method === 'POST') {
    if (resource !== 'requests' || id !== null) throw new Problem('route.unknown', 404);
    const street = streetOf(visit);
    return written(
      format,
      'service_requests',
      await visit.write(street, (context) => handIn(context, visit.form, visit.idempotencyKey)),
    );
  }
  if (resource === 'discovery' && id === null)
    return written(format, 'discovery', discoveryOf(namesOf(visit), `${visit.origin}${prefix}`));
  const reading = readings[id === null ? resource : `${resource}/`];
  if (!reading) throw new Problem('route.unknown', 404);
  const street = streetOf(visit);
  return written(
    format,
    reading.root,
    await visit.read(street, (context) => reading.read(context, id ?? '', visit)),
  );
}

const namesOf = ({ streets }: ForeignVisit): string =>
  streets.map(({ district, name }) => `${district}${name}`).join(', ');

/** Named, or known by the host, or the only one. */
function streetOf({ streets, hostname, query, form }: ForeignVisit): Street {
  const value = field(form, 'jurisdiction_id') ?? field(query, 'jurisdiction_id');
  const street =
    value === null
      ? (streets.find(({ host }) => host === hostname) ?? (streets.length === 1 ? streets[0] : undefined))
      : streets.find(({ streetId }) => String(streetId) === value);
  if (street) return street;
  if (value === null) throw new Problem('open311.jurisdiction_missing', 400);
  throw new Problem('open311.jurisdiction_unknown', 404, { value });
}

function refuse(question: ForeignQuestion, problem: Problem, services: Services): ForeignAnswer {
  const format = question.path.endsWith('.json') ? 'json' : 'xml';
  const faults = (problem.details?.faults as Fault[] | undefined) ?? [
    { code: problem.code, details: { ...problem.details } },
  ];
  return written(format, 'errors', errorsOf(problem.status, faults, services.sentence), problem.status);
}

export const open311Door: ForeignDoor = { prefix, callsPerMinuteMax: { GET: 120, POST: 60 }, answer, refuse };

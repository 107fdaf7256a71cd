import type { AnyEndpoint, OutputOf, RequestOf } from '#contract/define.ts';
import { ProblemError } from './problem.ts';

export interface CallOptions {
  /** The same key for every try of one submit, so that it happens once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/**
 * Calls an endpoint of the contract and answers its parsed output.
 * @throws ProblemError with the server's code, or `network.offline` when nothing answered.
 */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  request: RequestOf<E> = {} as RequestOf<E>,
  options: CallOptions = {},
): Promise<OutputOf<E>> {
  const answer = await send(endpoint.method, addressOf(endpoint, request), {
    body: endpoint.method === 'GET' ? undefined : JSON.stringify((request as AnyRequest).body ?? {}),
    idempotencyKey: endpoint.idempotent ? (options.idempotencyKey ?? crypto.randomUUID()) : undefined,
    signal: options.signal,
  });
  const parsed = endpoint.output.safeParse(await readJson(answer));
  if (!parsed.success) throw new ProblemError({ code: 'network.unreadable', status: answer.status });
  return parsed.data as OutputOf<E>;
}

/** Sends one file to an endpoint of kind `upload`, with the same promises as `call`. */
export async function upload<E extends AnyEndpoint>(
  endpoint: E,
  file: File,
  request: RequestOf<E> = {} as RequestOf<E>,
  options: CallOptions = {},
): Promise<OutputOf<E>> {
  const body = new FormData();
  for (const [name, value] of Object.entries((request as AnyRequest).body ?? {}))
    body.append(name, String(value));
  body.append('file', file);
  const answer = await send(endpoint.method, addressOf(endpoint, request), {
    body,
    idempotencyKey: options.idempotencyKey ?? crypto.randomUUID(),
    signal: options.signal,
  });
  return endpoint.output.parse(await readJson(answer)) as OutputOf<E>;
}

interface AnyRequest {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Path and query of a call, also for links to endpoints of kind `stream`. */
export function addressOf<E extends AnyEndpoint>(
  endpoint: E,
  request: RequestOf<E> = {} as RequestOf<E>,
): string {
  const { params = {}, query = {} } = request as AnyRequest;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || value === null || value === '') return [];
    return (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]);
  });
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
}

interface Sending {
  body?: string | FormData | undefined;
  idempotencyKey?: string | undefined;
  /** When the person gave it, by the clock of the phone: kept beside the server's time. */
  deviceAt?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** One request with our headers; the outbox uses it for what it kept. */
export async function send(method: string, address: string, sending: Sending): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (typeof sending.body === 'string') headers['content-type'] = 'application/json';
  if (method !== 'GET') headers['x-jia-client'] = 'web';
  if (sending.deviceAt) headers['x-jia-device-at'] = sending.deviceAt;
  if (sending.idempotencyKey) headers['idempotency-key'] = sending.idempotencyKey;

  const answer = await fetch(address, {
    method,
    headers,
    credentials: 'same-origin',
    body: sending.body ?? null,
    signal: sending.signal ?? null,
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError({ code: 'network.offline', status: 0 });
  });
  if (!answer.ok) throw await refusalOf(answer);
  return answer;
}

async function readJson(answer: Response): Promise<unknown> {
  return answer.json().catch(() => {
    throw new ProblemError({ code: 'network.unreadable', status: answer.status });
  });
}

async function refusalOf(answer: Response): Promise<ProblemError> {
  const problem: unknown = await answer.json().catch(() => null);
  if (!isRefusal(problem)) return new ProblemError({ code: 'server.fault', status: answer.status });
  const { type: _type, title: _title, status: _status, code, detail, fields = [], ...details } = problem;
  return new ProblemError({ code, status: answer.status, detail, details, fields: namedFields(fields) });
}

/** problem+json as the server writes it; what it knows beside the standard members are its details. */
interface Refusal {
  type?: unknown;
  title?: unknown;
  status?: unknown;
  code: string;
  detail?: string;
  fields?: { pointer: string; message: string }[];
  [detail: string]: unknown;
}

function isRefusal(problem: unknown): problem is Refusal {
  return (
    typeof problem === 'object' && problem !== null && 'code' in problem && typeof problem.code === 'string'
  );
}

/** `/body/members/0/name` becomes `members.0.name`, the name a form gives its input. */
function namedFields(faults: { pointer: string; message: string }[]): Record<string, string> {
  return Object.fromEntries(
    faults.map(({ pointer, message }) => [pointer.split('/').slice(2).join('.'), message]),
  );
}

// The load generator: keep-alive connections, one request after another on each, every answer read whole.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { percentile } from './run.ts';

export interface Shot {
  method: string;
  path: string;
  token?: string;
  body?: unknown;
  /** The same for each try of one deed; a new one when left out. */
  key?: string;
}

export interface Answer {
  status: number;
  text: string;
  ms: number;
}

export function client(url: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);

  return {
    close: () => agent.destroy(),
    send: (shot: Shot): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const started = performance.now();
        const payload = shot.body === undefined ? undefined : JSON.stringify(shot.body);
        const outgoing = request(
          { agent, hostname, port, method: shot.method, path: shot.path, headers: headersOf(shot, payload) },
          (incoming) => {
            const chunks: Buffer[] = [];
            incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
            incoming.on('error', reject);
            incoming.on('end', () =>
              resolve({
                status: incoming.statusCode ?? 0,
                text: Buffer.concat(chunks).toString(),
                ms: performance.now() - started,
              }),
            );
          },
        );
        outgoing.on('error', reject);
        outgoing.end(payload);
      }),
  };
}

export type Client = ReturnType<typeof client>;

function headersOf(shot: Shot, payload: string | undefined): Record<string, string | number> {
  return {
    ...(shot.token ? { authorization: `Bearer ${shot.token}` } : {}),
    ...(payload === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
    ...(shot.method === 'GET'
      ? {}
      : { 'idempotency-key': shot.key ?? randomUUID(), 'x-jia-client': 'bench' }),
  };
}

export interface Load {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Keeps `connections` requests under way for `seconds`; every answer must be `status`, or the check fails. */
export async function hammer(
  target: Client,
  make: (index: number) => Shot,
  options: { connections: number; seconds: number; status?: number },
): Promise<Load> {
  const samples: number[] = [];
  const until = performance.now() + options.seconds * 1000;
  let index = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: options.connections }, async () => {
      while (performance.now() < until) {
        const shot = make(index++);
        const answer = await target.send(shot);
        if (answer.status !== (options.status ?? 200))
          throw new Error(`${shot.method} ${shot.path}: ${answer.status} ${answer.text.slice(0, 300)}`);
        samples.push(answer.ms);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  return {
    perSecond: samples.length / seconds,
    p50: percentile(samples, 0.5),
    p95: percentile(samples, 0.95),
    p99: percentile(samples, 0.99),
  };
}

/** Signs in as a demo persona and answers the session token. */
export async function personaToken(url: string, key: string): Promise<string> {
  const answer = await fetch(`${url}/api/demo/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-jia-client': 'bench' },
    body: JSON.stringify({ key }),
  });
  const cookie = answer.headers.get('set-cookie') ?? '';
  const token = /jia=([^;]+)/.exec(cookie)?.[1];
  if (!token) throw new Error(`No session for ${key}: ${answer.status} ${await answer.text()}`);
  return decodeURIComponent(token);
}

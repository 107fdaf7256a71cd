import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readHealth } from '#contract/kernel/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import type { Kernel } from '#kernel/kernel.ts';
import { openLive } from '#kernel/live/live.ts';
import { type Download, isGathered, type Route, type Upload } from '#kernel/module.ts';
import { Problem } from '#kernel/problem.ts';
import type { Admission } from './admission.ts';
import { type Authenticate, identifyCaller, requireAccess, requireOwnOrigin } from './caller.ts';
import { once, readKey } from './idempotency.ts';
import { parseInput } from './parse.ts';
import { together } from './together.ts';

/** Binds one endpoint to the web server: who, may they, what, and one transaction around a write. */
export function registerRoute(
  app: FastifyInstance,
  kernel: Kernel,
  authenticate: Authenticate,
  route: Route,
  door: Admission,
): void {
  const { endpoint } = route;
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: endpoint.callsPerMinuteMax
      ? {
          rateLimit: {
            max: Math.min(endpoint.callsPerMinuteMax, kernel.services.config.RATE_LIMIT),
            keyGenerator: (request: FastifyRequest) => request.ip,
          },
        }
      : {},
    handler: (request, reply) => {
      const answer = () => answerRequest(request, reply);
      return unhurried(route) ? answer() : door.run(answer);
    },
  });

  const gathered = isGathered(route)
    ? together(kernel, route, (output) => checked(kernel, route, output))
    : null;

  const answerRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = await identifyCaller(request, kernel.streets, authenticate);
    const acting = requireAccess(endpoint.access, caller.actor);
    requireOwnOrigin(request, kernel.services.config.PUBLIC_URL);
    const make = (db: Context['db']) =>
      kernel.context({ ...caller, acting, db, request: requestFacts(request), reply });

    if (endpoint.kind === 'live') return openLive(kernel, caller, request, reply);
    if (endpoint.kind === 'upload') return await answerUpload(kernel, route, request, make);
    const input = parseInput(endpoint, {
      params: request.params,
      query: request.query,
      body: request.body,
    });
    if (endpoint.kind === 'stream')
      return await sendDownload(reply, (await route.handle(make(kernel.db), input as never)) as Download);
    if (endpoint.method === 'GET')
      return checked(kernel, route, await route.handle(make(kernel.db), input as never));
    if (gathered) {
      const key = readKey(request.headers['idempotency-key']);
      return await gathered({
        parts: { ...caller, acting, request: requestFacts(request), reply },
        input,
        key,
      });
    }
    return await answerWrite(kernel, route, request, make, input);
  };
}

/**
 * A stream stays open, a file comes as fast as the line of the sender, calls that are gathered need one another, and
 * whoever watches the server is always answered.
 */
const unhurried = (route: Route): boolean => isGathered(route) || isSlow(route);

const isSlow = ({ endpoint }: Route): boolean =>
  endpoint.kind === 'live' ||
  endpoint.kind === 'stream' ||
  endpoint.kind === 'upload' ||
  endpoint === readHealth;

type MakeContext = (db: Context['db']) => Context;

async function answerWrite(
  kernel: Kernel,
  route: Route,
  request: FastifyRequest,
  make: MakeContext,
  input: Record<string, unknown>,
): Promise<unknown> {
  const { endpoint } = route;
  const key = endpoint.idempotent ? readKey(request.headers['idempotency-key']) : null;
  return await inTransaction(kernel.db, async (transaction) => {
    const context = make(transaction);
    const run = async () => checked(kernel, route, await route.handle(context, input as never));
    if (key === null) return await run();
    return await once(context, key, [endpoint.name, withoutFilePath(input)], run);
  });
}

function withoutFilePath(input: Record<string, unknown>): Record<string, unknown> {
  if (!('file' in input)) return input;
  const { path: _, ...file } = input.file as Upload;
  return { ...input, file };
}

/** Streams the one file to a temporary place, then runs the service as a write. */
async function answerUpload(
  kernel: Kernel,
  route: Route,
  request: FastifyRequest,
  make: MakeContext,
): Promise<unknown> {
  const part = await request.file();
  if (!part) throw new Problem('input.no_file', 400);
  const path = join(tmpdir(), `jia-upload-${randomUUID()}`);
  try {
    const digest = createHash('sha256');
    await pipeline(
      part.file,
      async function* (chunks) {
        for await (const chunk of chunks) {
          digest.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path, { mode: 0o600 }),
    );
    if (part.file.truncated) throw new Problem('input.too_large', 413);
    const fields = Object.entries(part.fields).flatMap(([name, field]) =>
      field && 'value' in field ? [[name, field.value]] : [],
    );
    const input = parseInput(route.endpoint, {
      params: request.params,
      query: request.query,
      body: Object.fromEntries(fields),
    });
    const file: Upload = {
      fileName: part.filename,
      path,
      bytes: part.file.bytesRead,
      digest: digest.digest('hex'),
    };
    return await answerWrite(kernel, route, request, make, { ...input, file });
  } finally {
    await rm(path, { force: true });
  }
}

async function sendDownload(reply: FastifyReply, download: Download): Promise<FastifyReply> {
  reply.type(download.contentType);
  // What people sent in is shown, never run: no script of a PDF or a picture acts as our page.
  reply.header('Content-Security-Policy', "default-src 'none'; sandbox");
  reply.header(
    'Cache-Control',
    download.cacheSeconds ? `private, max-age=${download.cacheSeconds}` : 'no-store',
  );
  if (download.fileName)
    reply.header(
      'Content-Disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(download.fileName)}`,
    );
  return await reply.send(download.body);
}

/** While testing, an answer that strays from its contract is a bug, found at once. */
function checked(kernel: Kernel, route: Route, output: unknown): unknown {
  if (!kernel.checkAnswers) return output;
  const parsed = route.endpoint.output.safeParse(output);
  if (!parsed.success)
    throw new Error(`${route.endpoint.name} answered outside its contract: ${parsed.error.message}`);
  return output;
}

function requestFacts(request: FastifyRequest): Context['request'] {
  return {
    id: request.id,
    ip: request.ip,
    device: String(request.headers['user-agent'] ?? '').slice(0, 200),
    deviceAt: instantOf(request.headers['x-jia-device-at']),
  };
}

/** ISO text of a header that is an instant; null for anything else. */
function instantOf(header: string | string[] | undefined): string | null {
  const ms = typeof header === 'string' ? Date.parse(header) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

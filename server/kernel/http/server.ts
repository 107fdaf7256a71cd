import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { Kernel } from '#kernel/kernel.ts';
import { Problem } from '#kernel/problem.ts';
import { admission, retryAfterSeconds } from './admission.ts';
import type { Authenticate } from './caller.ts';
import { toldProblem } from './faults.ts';
import { openForeignDoors } from './foreign.ts';
import { problemJson } from './problemJson.ts';
import { registerRoute } from './route.ts';

const jsonBytesMax = 1_000_000;
const uploadBytesMax = 60_000_000;
/** A few more than connections to the database: some of the work asks it nothing. */
const workingMax = 16;
const waitMsMax = 1_000;

/** The web server over every route of the modules; it does not listen yet. */
export async function createServer(kernel: Kernel, authenticate: Authenticate): Promise<FastifyInstance> {
  const { config } = kernel.services;
  const app = Fastify({
    bodyLimit: jsonBytesMax,
    trustProxy: config.TRUST_PROXY === 'on',
    // Lines carry route patterns, never addresses with what people searched for.
    logger:
      config.LOG_LEVEL === 'silent'
        ? false
        : { level: config.LOG_LEVEL, serializers: { req: loggedRequest } },
    logController: new Fastify.LogController({ disableRequestLogging: config.LOG_LEVEL !== 'debug' }),
    routerOptions: { maxParamLength: 200 },
    genReqId: () => crypto.randomUUID(),
  });

  await app.register(cookie);
  // Made once: the plugin around it would make it anew for every request, a seventh of what a small answer costs.
  const guard = helmet({
    contentSecurityPolicy: { directives: contentPolicy },
    strictTransportSecurity: config.PUBLIC_URL?.startsWith('https') ? {} : false,
  });
  app.addHook('onRequest', (request, reply, next) =>
    guard(request.raw, reply.raw, (error) => next(error instanceof Error ? error : undefined)),
  );
  await app.register(multipart, { limits: { files: 1, fileSize: uploadBytesMax, fields: 10 } });
  await app.register(rateLimit, {
    max: config.RATE_LIMIT,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.headers.authorization ?? request.cookies?.jia ?? request.ip,
  });

  app.setErrorHandler((error, request, reply) => {
    const problem = toldProblem(kernel, error, request);
    if (problem.status === 503) reply.header('Retry-After', retryAfterSeconds);
    reply
      .code(problem.status)
      .type('application/problem+json')
      .send(problemJson(problem, kernel.services.sentence));
  });
  app.setNotFoundHandler((_, reply) => {
    const problem = new Problem('route.unknown', 404);
    reply.code(404).type('application/problem+json').send(problemJson(problem, kernel.services.sentence));
  });

  const door = admission({ workingMax, waitMsMax });
  for (const route of kernel.routes) registerRoute(app, kernel, authenticate, route, door);
  openForeignDoors(app, kernel, door);
  return app;
}

function loggedRequest(request: { id: string; method: string; routeOptions: { url?: string } }) {
  return { id: request.id, method: request.method, route: request.routeOptions.url };
}

/** Everything comes from our own server: no foreign script, font, map or analytics (PIPL 36). */
const contentPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // The component kits write their styles at run time.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  mediaSrc: ["'self'", 'blob:'],
  workerSrc: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

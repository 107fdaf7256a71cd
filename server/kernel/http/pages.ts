import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Address prefix of each shell and its page in the built web. */
const shells = [
  { prefix: '/m', page: 'web/apps/resident/index.html' },
  { prefix: '/g', page: 'web/apps/field/index.html' },
  { prefix: '/s', page: 'web/apps/merchant/index.html' },
  { prefix: '/a', page: 'web/apps/desk/index.html' },
] as const;

/** Serves the built web: hashed assets for a year, pages fresh, every address of a shell its one page. */
export async function servePages(app: FastifyInstance, folder: string): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) return false;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes(`${join(folder, 'assets')}`);
      reply.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const { prefix, page } of shells) {
    for (const url of [prefix, `${prefix}/*`])
      app.get(url, { config: { rateLimit: false } }, (_, reply) => reply.sendFile(page));
  }
  for (const url of ['/demo', '/p', '/p/*']) app.get(url, (_, reply) => reply.sendFile('index.html'));
  return true;
}

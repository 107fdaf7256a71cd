import { createServer } from 'node:net';

/** The wanted loopback port when it is free, else any free one. */
export async function freePort(wanted?: number): Promise<number> {
  return (wanted && (await tryPort(wanted))) || (await tryPort(0)) || 0;
}

/** Resolves to the port that could be bound (and was let go again), or 0. */
function tryPort(port: number): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(0));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

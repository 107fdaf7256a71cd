import type { FastifyRequest } from 'fastify';
import type { Kernel } from '#kernel/kernel.ts';
import { Problem } from '#kernel/problem.ts';
import { asProblem } from './problemJson.ts';

/** Any thrown thing as what the caller is told; a fault of ours is logged without what people typed. */
export function toldProblem(kernel: Kernel, error: unknown, request: FastifyRequest): Problem {
  const problem = asProblem(error) ?? new Problem('server.fault', 500, { requestId: request.id });
  // A refusal in a burst is told by the figures, not by a line each.
  if (problem.status >= 500 && problem.code !== 'server.busy')
    kernel.services.log.error(
      { requestId: request.id, route: request.routeOptions.url, stack: stackOf(error) },
      problem.code,
    );
  return problem;
}

/** The stack without the message: messages of the database may quote what people typed. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [`${error.name} ${'code' in error ? error.code : ''}`, ...frames.slice(0, 12)].join('\n');
}

import type { FastifyRequest } from 'fastify';
import type { Access } from '#contract/define.ts';
import type { Actor, Post } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { postsWith } from '#kernel/scope.ts';
import type { Street, Streets } from './streets.ts';

/** Session cookie and bearer token carry `<street>.<secret>`, so that every look-up is led by its street. */
export const sessionCookie = 'jia';

export interface Caller {
  street: Street;
  actor: Actor;
}

/** Provided by the module that owns accounts. */
export type Authenticate = (streetId: number, token: string) => Promise<Actor | null>;

export const stranger: Actor = {
  kind: 'stranger',
  accountId: null,
  personId: null,
  displayName: '',
  sessionId: null,
  posts: [],
};

export async function identifyCaller(
  request: FastifyRequest,
  streets: Streets,
  authenticate: Authenticate,
): Promise<Caller> {
  const credential = readCredential(request);
  const dot = credential?.indexOf('.') ?? -1;
  if (credential && dot > 0) {
    const street = await streets.byId(Number(credential.slice(0, dot)));
    const actor = street && (await authenticate(street.streetId, credential.slice(dot + 1)));
    if (street && actor) return { street, actor };
  }
  return {
    street: await streets.forStranger(request.hostname, request.headers['x-jia-street']),
    actor: stranger,
  };
}

function readCredential(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers;
  if (authorization?.startsWith('Bearer ')) return authorization.slice(7);
  return request.cookies[sessionCookie];
}

/** 401 for the stranger, 403 for who holds the permission nowhere; answers the post it is held by. */
export function requireAccess(access: Access, actor: Actor): Post | null {
  if (access === 'public') return null;
  if (actor.kind === 'stranger') throw new Problem('session.missing', 401);
  if (access === 'signed_in') return null;
  const [post] = postsWith(actor, access);
  if (!post) throw new Problem('permission.missing', 403, { permission: access });
  return post;
}

/**
 * Writes that ride on the cookie must come from our own pages (CSRF): the browser's word on the origin
 * must match, and a header that no foreign form can set must be there. Bearer calls carry no ambient right.
 */
export function requireOwnOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (request.method === 'GET' || request.headers.authorization) return;
  const { origin } = request.headers;
  const allowed = [
    `http://${request.headers.host}`,
    `https://${request.headers.host}`,
    publicUrl && new URL(publicUrl).origin,
  ];
  if (origin && !allowed.includes(origin)) throw new Problem('request.foreign_origin', 403);
  if (!request.headers['x-jia-client']) throw new Problem('request.foreign_origin', 403);
}

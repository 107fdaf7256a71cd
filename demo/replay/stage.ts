// Where the demo is played: one transaction, a clock of its own, and actors who use the real doors.
import type { Kysely } from 'kysely';
import type { AnyEndpoint, InputOf, OutputOf, RequestOf } from '#contract/define.ts';
import { type Role, rolePermissions } from '#contract/identity/roles.ts';
import { addDays, dayOf, instantOn } from '#kernel/calendar/time.ts';
import { stoppedClock } from '#kernel/clock.ts';
import type { Context, Post } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import type { Street } from '#kernel/http/streets.ts';
import { createKernel, type Kernel } from '#kernel/kernel.ts';
import { postsWith } from '#kernel/scope.ts';
import type { Place } from '#modules/territory/index.ts';

/** Somebody who holds a post in the demo street, as far as a context needs it. */
export interface Holder {
  accountId: string;
  personId: string | null;
  name: string;
  phone: string;
  posts: readonly Post[];
}

export interface Stage {
  kernel: Kernel;
  street: Street;
  db: Kysely<Tables>;
  clock: ReturnType<typeof stoppedClock>;
  /** The real now, at which the play ends. */
  end: Date;
  today: string;
  log(line: string): void;
  /** Acts as the system, at the time of the clock. */
  office(): Context;
}

export function openStage(options: {
  kernel: Kernel;
  street: Street;
  db: Kysely<Tables>;
  log(line: string): void;
  /** Where the play ends; the real now where it is not said. */
  end?: Date;
}): Stage {
  const end = options.end ?? options.kernel.services.clock.now();
  const clock = stoppedClock(end);
  const kernel = createKernel({
    services: { ...options.kernel.services, clock },
    database: options.kernel,
    modules: options.kernel.modules,
  });
  return {
    ...options,
    kernel,
    clock,
    end,
    today: dayOf(end),
    office: () => kernel.systemContext(options.street, options.db),
  };
}

/** Sets the clock to an hour of the day so many days ago, never behind today's now. */
export function goTo(stage: Stage, daysAgo: number, hour = 10, minute = 0): void {
  const day = addDays(stage.today, -daysAgo);
  const wanted = instantOn(day, (hour * 60 + minute) * 60_000);
  stage.clock.set(wanted < stage.end ? wanted : stage.end);
}

/** An actor with the posts he holds, as after signing in. */
export function as(stage: Stage, holder: Holder): Context {
  return stage.kernel.context({
    street: stage.street,
    actor: {
      kind: 'account',
      accountId: holder.accountId,
      personId: holder.personId,
      displayName: holder.name,
      sessionId: null,
      posts: holder.posts,
    },
    acting: holder.posts[0] ?? null,
    db: stage.db,
    request: { id: 'demo', ip: '', device: '' },
  });
}

export function postOf(
  postId: string,
  role: Role,
  place: Pick<Place, 'areaId' | 'path'>,
  organisationId: string | null,
): Post {
  return {
    postId,
    role,
    permissions: rolePermissions[role],
    areaId: place.areaId,
    areaPath: place.path,
    organisationId,
    onBehalfOf: null,
  };
}

/** Calls an endpoint as somebody would over HTTP: the right, the parsing and the service of that endpoint. */
export async function perform<E extends AnyEndpoint>(
  stage: Stage,
  holder: Holder,
  endpoint: E,
  request: RequestOf<E>,
): Promise<OutputOf<E>> {
  const route = stage.kernel.routes.find((candidate) => candidate.endpoint.name === endpoint.name);
  if (!route) throw new Error(`no route ${endpoint.name}`);
  const context = as(stage, holder);
  const needed = endpoint.access === 'signed_in' || endpoint.access === 'public' ? null : endpoint.access;
  const acting = needed ? postsWith(context.actor, needed)[0] : undefined;
  if (needed && !acting) throw new Error(`${holder.name} may not ${needed}`);
  const { params, query, body } = request as Record<'params' | 'query' | 'body', unknown>;
  const input = {
    ...endpoint.params.parse(params ?? {}),
    ...endpoint.query.parse(query ?? {}),
    ...(endpoint.body.parse(body ?? {}) as object),
  } as InputOf<E>;
  const answer = await route.handle({ ...context, acting: acting ?? context.acting }, input as never);
  return answer as OutputOf<E>;
}

/** Seconds a step took, told to the operator. */
export async function timed<T>(
  stage: Stage,
  sentence: (result: T) => string,
  work: () => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const result = await work();
  stage.log(`${sentence(result)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return result;
}

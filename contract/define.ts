// The vocabulary in which every module states its promise. Imports zod and nothing else.
import { z } from 'zod';
import type { Permission } from './permissions.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call: anybody, anybody signed in, or holders of a permission in some area of their street. */
export type Access = 'public' | 'signed_in' | Permission;

type Fields = z.ZodObject;
const noFields = z.object({});
type NoFields = typeof noFields;

export interface Endpoint<
  Params extends Fields = Fields,
  Query extends Fields = Fields,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  /** `<module>.<verb>`, the operationId of OpenAPI. */
  name: string;
  method: Method;
  path: `/api/${string}`;
  /** One English sentence for the API page. */
  summary: string;
  access: Access;
  params: Params;
  query: Query;
  body: Body;
  output: Output;
  /**
   * `json` by default. `upload` takes one multipart file, `stream` answers bytes (a file, a sheet),
   * `live` answers server-sent events.
   */
  kind: 'json' | 'upload' | 'stream' | 'live';
  /** Writes carry an Idempotency-Key; sign-in calls, which have no account yet, do not. */
  idempotent: boolean;
  /** Calls a minute from one address, where the general limit is too generous. */
  callsPerMinuteMax?: number;
}

/** Every endpoint that has been declared, in the order of declaration: the source of OpenAPI and of the coverage test. */
export type AnyEndpoint = Endpoint<Fields, Fields, z.ZodType, z.ZodType>;

type Optional<T> = { [K in keyof T]?: T[K] | undefined };

export function endpoint<
  Params extends Fields = NoFields,
  Query extends Fields = NoFields,
  Body extends z.ZodType = NoFields,
  Output extends z.ZodType = z.ZodType,
>(
  definition: Pick<Endpoint, 'name' | 'method' | 'path' | 'summary' | 'access'> & {
    params?: Params;
    query?: Query;
    body?: Body;
    output: Output;
  } & Optional<Pick<Endpoint, 'kind' | 'idempotent' | 'callsPerMinuteMax'>>,
): Endpoint<Params, Query, Body, Output> {
  return {
    params: noFields as unknown as Params,
    query: noFields as unknown as Query,
    body: noFields as unknown as Body,
    kind: 'json',
    ...definition,
    idempotent: definition.idempotent ?? definition.method !== 'GET',
  } as Endpoint<Params, Query, Body, Output>;
}

/** An empty object schema would otherwise forbid every field of the other parts. */
type Part<T> = string extends keyof T ? unknown : T;

/** What a service receives: params, query and body in one record, already parsed. */
export type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? Part<z.output<P>> & Part<z.output<Q>> & Part<z.output<B>>
    : never;

/** What a client sends, before parsing fills the defaults. */
export type RequestOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? { params?: z.input<P>; query?: z.input<Q>; body?: z.input<B> }
    : never;

/** What a service returns and a client gets. */
export type OutputOf<E> = E extends Endpoint<Fields, Fields, z.ZodType, infer O> ? z.output<O> : never;

/** An event that a module announces; `data` is what listeners may rely on. */
export interface EventDefinition<Name extends string = string, Data extends z.ZodType = z.ZodType> {
  name: Name;
  data: Data;
}

export function event<Name extends string, Data extends z.ZodType>(
  name: Name,
  data: Data,
): EventDefinition<Name, Data> {
  return { name, data };
}

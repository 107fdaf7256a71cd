import {
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useState } from 'react';
import type { AnyEndpoint, OutputOf, RequestOf } from '#contract/define.ts';
import { createAttempt } from './attempt.ts';
import { call } from './call.ts';
import { isOffline, ProblemError } from './problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal will not change by asking again; a lost connection may.
      retry: (failures, error) => failures < 2 && (isOffline(error) || statusOf(error) >= 502),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const statusOf = (error: unknown) => (error instanceof ProblemError ? error.status : 0);

/** Query of a read endpoint, for loaders (`queryClient.ensureQueryData`) and hooks. Key: [name, request]. */
export function reading<E extends AnyEndpoint>(endpoint: E, request: RequestOf<E> = {} as RequestOf<E>) {
  return queryOptions<OutputOf<E>>({
    queryKey: [endpoint.name, request],
    queryFn: ({ signal }) => call(endpoint, request, { signal }),
  });
}

/** Reads and shows its own waiting and failing. */
export function useRead<E extends AnyEndpoint>(
  endpoint: E,
  request?: RequestOf<E>,
  options?: { enabled?: boolean },
) {
  return useQuery({ ...reading(endpoint, request), ...options });
}

/** Reads for a page whose loader has already asked; waiting and failing belong to the route. */
export function useLoaded<E extends AnyEndpoint>(endpoint: E, request?: RequestOf<E>): OutputOf<E> {
  return useSuspenseQuery(reading(endpoint, request)).data;
}

interface Paged<Item> {
  items: Item[];
  nextCursor: string | null;
  total?: number | null | undefined;
}

export interface PagedRows<Item> {
  rows: Item[];
  /** Exact up to 10,000, then null; undefined while nobody has counted. */
  total: number | null | undefined;
  hasMore: boolean;
  more(): void;
  isLoading: boolean;
  isLoadingMore: boolean;
  error: Error | null;
  retry(): void;
}

/** Rows of a list endpoint, page after page (`more()`); the request carries no cursor. */
export function usePages<E extends AnyEndpoint, Item = OutputOf<E> extends Paged<infer I> ? I : never>(
  endpoint: E,
  request: RequestOf<E> = {} as RequestOf<E>,
): PagedRows<Item> {
  const asked = request as { query?: Record<string, unknown> };
  const pages = useInfiniteQuery({
    queryKey: [endpoint.name, 'pages', request],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(endpoint, withCursor(asked, pageParam) as RequestOf<E>, { signal }) as Promise<Paged<Item>>,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  return {
    rows: pages.data?.pages.flatMap((page) => page.items) ?? [],
    total: pages.data?.pages[0]?.total,
    hasMore: pages.hasNextPage,
    more: () => void pages.fetchNextPage(),
    isLoading: pages.isPending,
    isLoadingMore: pages.isFetchingNextPage,
    error: pages.error,
    retry: () => void pages.refetch(),
  };
}

/** Rows of a list that counts apart: the count is asked for only when the first page does not hold all. */
export function useCountedPages<
  E extends AnyEndpoint,
  C extends AnyEndpoint,
  Item = OutputOf<E> extends Paged<infer I> ? I : never,
>(endpoint: E, count: C, request: RequestOf<E> & RequestOf<C>): PagedRows<Item> {
  const rows = usePages<E, Item>(endpoint, request);
  const { data } = useRead(count, request, { enabled: rows.hasMore && rows.total === undefined });
  return { ...rows, total: rows.total ?? (data as { total: number | null } | undefined)?.total };
}

function withCursor(request: { query?: Record<string, unknown> }, cursor: string | undefined): unknown {
  return { ...request, query: { ...request.query, cursor } };
}

/**
 * A write. Every try of the same request carries the same Idempotency-Key until it succeeds, so a second
 * tap after a lost answer does nothing twice. `touches` names the modules or reads to ask again afterwards.
 */
export function useCommand<E extends AnyEndpoint>(
  endpoint: E,
  options: { touches?: readonly string[]; onDone?: (output: OutputOf<E>) => void } = {},
) {
  const client = useQueryClient();
  const [attempt] = useState(() => createAttempt());
  return useMutation<OutputOf<E>, Error, RequestOf<E>>({
    mutationFn: (request) => call(endpoint, request, { idempotencyKey: attempt.keyFor(request) }),
    onSuccess: async (output) => {
      attempt.succeeded();
      await refresh(client, options.touches ?? [moduleOf(endpoint.name)]);
      options.onDone?.(output);
    },
  });
}

/** Asks again for every read of these modules (`people`) or endpoints (`people.list_households`). */
export function refresh(client: QueryClient, names: readonly string[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      typeof name === 'string' && names.some((touched) => name === touched || name.startsWith(`${touched}.`)),
  });
}

export const moduleOf = (name: string): string => name.split('.')[0] ?? name;

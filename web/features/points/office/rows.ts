import type { UseQueryResult } from '@tanstack/react-query';
import type { PagedRows } from '#web/lib/query.ts';

/** A short list, read whole, as a register takes it. */
export function wholeList<Item>({
  data,
  error,
  isPending,
  refetch,
}: UseQueryResult<{ items: Item[] }>): PagedRows<Item> {
  return {
    rows: data?.items ?? [],
    total: data?.items.length,
    hasMore: false,
    more: () => {},
    isLoading: isPending,
    isLoadingMore: false,
    error,
    retry: () => void refetch(),
  };
}

/** A whole number above zero that somebody typed, or null. */
export const whole = (text: string): number | null =>
  /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text.trim()) : null;

/** A list that nobody has counted shows no number. */
export const uncounted = <Item>(pages: PagedRows<Item>): PagedRows<Item> => ({ ...pages, total: undefined });

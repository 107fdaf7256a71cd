import {
  lazyRouteComponent,
  type RouteComponent,
  useNavigate,
  useParams,
  useSearch,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Permission } from '#contract/permissions.ts';

export { Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router';

/** One page of a shell. Features bring these; a shell lists them in its routes.tsx. */
export interface PageEntry {
  /** Below the base of the shell: `/households/$householdId`. */
  path: string;
  component: RouteComponent;
  /** Asked before the page is shown, so that it may assume its data (`useLoaded`). */
  load?: (at: { params: Record<string, string>; search: Record<string, string> }) => Promise<unknown>;
  /** In the menu, where the viewer holds the permission anywhere. */
  menu?: { word: string; group?: string; permission?: Permission };
}

/** A component that is fetched when its page is first opened. */
export function lazyPage<Name extends string>(
  fetchModule: () => Promise<{ [key in Name]: ComponentType }>,
  name: Name,
): RouteComponent {
  return lazyRouteComponent(fetchModule as () => Promise<Record<string, RouteComponent>>, name);
}

/** A part of the path, `householdId` of `/households/$householdId`. */
export function useParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>;
  return params[name] ?? '';
}

/** What the page is filtered by, kept in its address so that it can be sent to a colleague. */
export function useFilters(): [
  Record<string, string | undefined>,
  (changes: Record<string, string | undefined>) => void,
] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const change = (changes: Record<string, string | undefined>) => {
    // From what the address says by then: two changes may follow each other before the page is drawn again.
    const next = (now: Record<string, string | undefined>) =>
      Object.fromEntries(Object.entries({ ...now, ...changes }).filter(([, value]) => value));
    void navigate({ to: '.', search: next as never, replace: true });
  };
  return [search, change];
}

import { createRootRoute, createRoute, createRouter, type RouteComponent } from '@tanstack/react-router';
import type { PageEntry } from '#web/lib/router.ts';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';

interface ShellRouting {
  basepath: string;
  frame: RouteComponent;
  pages: readonly PageEntry[];
  unknownPage: RouteComponent;
}

export function createShellRouter({ basepath, frame, pages, unknownPage }: ShellRouting) {
  const root = createRootRoute({ component: frame, notFoundComponent: unknownPage });
  const children = pages.map(({ path, component, load }) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component,
      loaderDeps: ({ search }: { search: unknown }) => search as Record<string, string>,
      ...(load && {
        loader: ({ params, deps }: { params: unknown; deps: unknown }) =>
          load({ params: params as Record<string, string>, search: deps as Record<string, string> }),
      }),
      pendingComponent: () => <Loading />,
      errorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
    }),
  );
  return createRouter({
    basepath,
    routeTree: root.addChildren(children),
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    scrollRestoration: true,
  });
}

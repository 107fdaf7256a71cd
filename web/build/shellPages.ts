import type { Plugin } from 'vite';
import { htmlFor } from './shells.ts';

/** While developing, answers /m/..., /g/..., /s/... and /a/... with the page of their shell, as the server does. */
export function shellPages(): Plugin {
  return {
    name: 'jia-shell-pages',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const pathname = (request.url ?? '/').split('?')[0] ?? '/';
        const isPage = request.headers.accept?.includes('text/html') && !pathname.includes('.');
        if (isPage && !pathname.startsWith('/api')) request.url = `/${htmlFor(pathname)}`;
        next();
      });
    },
  };
}

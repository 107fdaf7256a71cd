import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '#web/lib/query.ts';

/** Puts a shell on the page. `worker` is its name in web/build/shells.ts when it also works offline. */
export function startShell(app: ReactNode, worker?: { name: string; path: string }): void {
  const place = document.getElementById('root');
  if (!place) throw new Error('The page has no #root.');
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>{app}</QueryClientProvider>
    </StrictMode>,
  );
  reloadOnNewVersion();
  void import('#web/ui/fonts.css');
  if (worker && import.meta.env.PROD && 'serviceWorker' in navigator) {
    void navigator.serviceWorker.register(`/sw-${worker.name}.js`, { scope: worker.path }).catch(() => {});
  }
}

/** After an upgrade an open page may ask for a script that is gone: it is opened again, once a minute at most. */
function reloadOnNewVersion(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem('jia.reloaded') ?? 0);
    if (Date.now() - last < 60_000) return;
    event.preventDefault();
    sessionStorage.setItem('jia.reloaded', String(Date.now()));
    location.reload();
  });
}

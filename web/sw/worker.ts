// The offline half of a shell. `shell` is written above this text by web/build/shellWorkers.ts.
declare const shell: { name: string; path: string; version: string; files: string[] };
declare const self: ServiceWorkerGlobalScope;

const kept = `jia-${shell.name}`;
const page = `${shell.path}/`;
const pageWaitMs = 4000;

self.addEventListener('install', (event) => event.waitUntil(fetchShell()));
self.addEventListener('activate', (event) => event.waitUntil(dropOldFiles()));
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate') {
    if (isOwnPage(url.pathname)) event.respondWith(newestPage(event.request));
    return;
  }
  // Answers of the server are never kept here: people share phones, and what may be kept is decided per page.
  if (url.pathname.startsWith('/assets/') || shell.files.includes(url.pathname)) {
    event.respondWith(keptFile(event.request));
  }
});

function isOwnPage(pathname: string): boolean {
  return pathname === shell.path || pathname.startsWith(page);
}

async function fetchShell(): Promise<void> {
  const cache = await caches.open(kept);
  const known = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  // File names carry their digest, so what is there need not be fetched again.
  const missing = shell.files.filter((file) => !known.has(file) || !file.startsWith('/assets/'));
  await cache.addAll([new Request(page, { cache: 'no-cache' }), ...missing]);
}

async function dropOldFiles(): Promise<void> {
  const cache = await caches.open(kept);
  const wanted = new Set([page, ...shell.files]);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    const isFont = pathname.endsWith('.woff2');
    if (!isFont && !wanted.has(pathname)) await cache.delete(request);
  }
  await self.clients.claim();
}

/** The page from the server while it answers in time, else the one of the last visit. */
async function newestPage(request: Request): Promise<Response> {
  const cache = await caches.open(kept);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, pageWaitMs));
  const fresh = fetch(request).catch(() => undefined);
  const first = await Promise.race([fresh, late]);
  if (first?.ok) return first;
  return (await cache.match(page)) ?? (await fresh) ?? Response.error();
}

async function keptFile(request: Request): Promise<Response> {
  const cache = await caches.open(kept);
  const found = await cache.match(request, { ignoreVary: true });
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

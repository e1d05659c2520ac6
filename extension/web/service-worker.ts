/// <reference lib="webworker" />
/** Written in by the build: every file of the app, and a name for them as they are. */
const shell = JSON.parse('__SHELL__') as { version: string; files: string[] };

const scope = self as unknown as ServiceWorkerGlobalScope;
const prefix = 'sidebook-app-';
const mine = `${prefix}${shell.version}`;
const page = '/app';
const isPage = (path: string): boolean => path === page || path === `${page}/`;

/** All or nothing: a version that is not whole is not installed, and the one before goes on. */
async function install(): Promise<void> {
  const cache = await caches.open(mine);
  await cache.addAll([page, ...shell.files].map((url) => new Request(url, { cache: 'reload' })));
}

/** Pages of the version before may be open, and ask for their parts; those of older ones were closed meanwhile. */
async function tidy(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== mine);
  for (const name of older.slice(0, -1)) await caches.delete(name);
  await scope.clients.claim();
}

/** From the cache first: what is named by its content never changes, and the page waits for no network. */
async function kept(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(mine);
  const found = await cache.match(isPage(path) ? page : request);
  if (found) return found;
  return (await caches.match(request)) ?? fetch(request);
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(tidy()));
scope.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  // Calls to the server and its other pages are none of its business.
  if (event.request.method !== 'GET' || origin !== scope.location.origin) return;
  if (isPage(pathname) || shell.files.includes(pathname) || pathname.startsWith(`${page}/assets/`))
    event.respondWith(kept(event.request, pathname));
});
/** The user asked for the new version. */
scope.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(scope.skipWaiting());
});

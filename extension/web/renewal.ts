import { signal } from '@preact/signals';

/** A new version is there: it comes with the next loading of the page, and never under one's hands. */
export const renewed = signal(false);

const hourMs = 3_600_000;

/**
 * Registers the service worker by which the app opens without its server, and watches for newer ones.
 * @returns what brings the new version up
 */
export function watchRenewal(workers: ServiceWorkerContainer, url: string): () => void {
  let waiting: ServiceWorker | null = null;
  let wanted = false;
  // The first one takes over a page that none had; that is no news.
  let hadOne = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (wanted) location.reload();
    else renewed.value = hadOne;
    hadOne = true;
  });
  const offer = (registration: ServiceWorkerRegistration) => {
    if (!registration.waiting || !workers.controller) return;
    waiting = registration.waiting;
    renewed.value = true;
  };
  workers
    .register(url, { scope: '/app', updateViaCache: 'none' })
    .then((registration) => {
      offer(registration);
      registration.addEventListener('updatefound', () =>
        registration.installing?.addEventListener('statechange', () => offer(registration)),
      );
      const look = () => void registration.update().catch(() => undefined); // offline; the next look finds it
      setInterval(look, hourMs);
      addEventListener('online', look);
    })
    .catch(reportError);
  return () => {
    wanted = true;
    if (waiting?.state === 'installed') waiting.postMessage('take over');
    else location.reload();
  };
}

import { type Context, Hono } from 'hono';
import { CodedError } from '../../shared/kit/error.ts';
import type { Log } from '../log.ts';
import { codedOf, logFailure } from '../rpc/error.ts';
import type { Devices } from '../services/device/authorise.ts';
import type { OpenWorld } from '../world.ts';
import { addressOf } from './address.ts';
import { readinessOf } from './health.ts';
import { homePage, localeOf, missingPage, pageHeaders, pairPage } from './pages.ts';
import { makeTries } from './tries.ts';
import { refusal, serveTrpc } from './trpc.ts';

export type AppParts = {
  world: OpenWorld;
  devices: Devices;
  log: Log;
  isStopping: () => boolean;
  /** How many proxies before us are believed. */
  proxies: number;
};

/** Everything that is served. */
export function makeApp({ world, devices, log, isStopping, proxies }: AppParts): Hono {
  const app = new Hono();
  const locale = (c: Context) => localeOf(c.req.header('accept-language') ?? '');

  app.get('/healthz', (c) => c.json({ ok: true, product: 'sidebook' }));
  app.get('/readyz', async (c) => {
    const readiness = await readinessOf(world, isStopping());
    return c.json(readiness, readiness.ready ? 200 : 503);
  });
  app.all(
    '/trpc/*',
    serveTrpc({
      world,
      devices,
      log,
      tryPairing: makeTries(world.now),
      addressOf: (c) => addressOf(c, proxies),
    }),
  );
  app.get('/', (c) => c.body(homePage(locale(c)).toString(), 200, pageHeaders));
  app.get('/pair', (c) => c.body(pairPage(locale(c)).toString(), 200, pageHeaders));
  app.notFound((c) =>
    (c.req.header('accept') ?? '').includes('text/html')
      ? c.body(missingPage(locale(c)).toString(), 404, pageHeaders)
      : refusal(new CodedError('not_found'), '', {}),
  );
  app.onError((error, c) => {
    const requestId = crypto.randomUUID();
    const coded = codedOf(error);
    logFailure(log, coded, requestId, c.req.path);
    return refusal(coded, requestId, {});
  });
  return app;
}

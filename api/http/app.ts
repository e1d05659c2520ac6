import { type Context, Hono } from 'hono';
import { CodedError } from '../../shared/kit/error.ts';
import type { Log } from '../log.ts';
import { codedOf, logFailure } from '../rpc/error.ts';
import type { Devices } from '../services/device/authorise.ts';
import type { OpenWorld } from '../world.ts';
import { addressOf } from './address.ts';
import { readinessOf } from './health.ts';
import { missing } from './pages/missing.ts';
import { visitOf } from './pages/routes.ts';
import { servePages } from './pages/serve.ts';
import type { Site } from './pages/visit.ts';
import { placeOf } from './place.ts';
import { makeTries } from './tries.ts';
import { refusal, serveTrpc } from './trpc.ts';

export type AppParts = Pick<Site, 'auth' | 'mailer' | 'keeper'> & {
  world: OpenWorld;
  devices: Devices;
  log: Log;
  isStopping: () => boolean;
  /** How many proxies before us are believed. */
  proxies: number;
  /** Null: people reach the server by whatever host they name. */
  publicOrigin: string | null;
};

/** Everything that is served. */
export function makeApp(parts: AppParts): Hono {
  const { world, devices, log, isStopping, proxies, publicOrigin, auth, mailer, keeper } = parts;
  const app = new Hono();
  const from = (c: Context) => placeOf(addressOf(c, proxies));
  const code = 'tries.too_many';
  // Guessing one password for many accounts comes from one place; many places at one account are guessing too.
  const tryFrom = makeTries(world.now, { perKey: 20, inAll: 300, code });
  const tryAccount = makeTries(world.now, { perKey: 10, inAll: 300, code });
  const site: Site = {
    world,
    devices,
    auth,
    mailer,
    keeper,
    log,
    readiness: () => readinessOf(world, isStopping()),
    tryOnce: (c, at) => {
      tryFrom(from(c));
      if (typeof at === 'object') tryAccount(at.account);
    },
    originOf: (c) => publicOrigin ?? new URL(c.req.url).origin,
  };

  app.get('/healthz', (c) => c.json({ ok: true, product: 'sidebook' }));
  app.get('/readyz', async (c) => {
    const readiness = await readinessOf(world, isStopping());
    return c.json(readiness, readiness.ready ? 200 : 503);
  });
  app.all('/trpc/*', serveTrpc({ world, devices, log, tryPairing: makeTries(world.now), addressOf: from }));
  servePages(app, site);
  app.notFound(async (c) =>
    (c.req.header('accept') ?? '').includes('text/html')
      ? missing(await visitOf(site, c))
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

import type { Settings } from '../../../api/env.ts';
import { makeApp } from '../../../api/http/app.ts';
import { type Auth, makeAuth } from '../../../api/services/account/auth.ts';
import { makeKeeper } from '../../../api/services/backup/keeper.ts';

/** One request as the network gives it to the server. */
export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;
export type ServedApp = {
  fetch: Fetch;
  auth: Auth;
  /** What is served beside procedures, as the application itself lists it. */
  routes: { method: string; path: string }[];
};
type Parts = Pick<Parameters<typeof makeApp>[0], 'world' | 'devices' | 'log'> & { settings: Settings };

export const origin = 'http://ours.example';

/** The server's whole application without its socket. */
export function servedApp({ settings, ...parts }: Parts): ServedApp {
  const auth = makeAuth(parts.world.directory, { secret: 'x'.repeat(43), publicUrl: null });
  const app = makeApp({
    ...parts,
    isStopping: () => false,
    proxies: 0,
    publicOrigin: null,
    auth,
    mailer: null,
    keeper: makeKeeper({
      world: parts.world,
      log: parts.log,
      settings,
      changed: parts.devices.forget,
    }),
  });
  return {
    fetch: async (path, init) => app.fetch(new Request(`${origin}${path}`, init)),
    auth,
    routes: app.routes.map(({ method, path }) => ({ method, path })),
  };
}

import { makeApp } from '../../../api/http/app.ts';
import { makeAuth } from '../../../api/services/account/auth.ts';

/** One request as the network gives it to the server. */
export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;
type Parts = Pick<Parameters<typeof makeApp>[0], 'world' | 'devices' | 'log'>;

/** The server's whole application without its socket. */
export async function appFor(parts: Parts): Promise<Fetch> {
  const auth = makeAuth(parts.world.directory, { secret: 'x'.repeat(43), publicUrl: null });
  const app = makeApp({
    ...parts,
    isStopping: () => false,
    proxies: 0,
    publicOrigin: null,
    auth,
    mailer: null,
  });
  return async (path, init) => app.fetch(new Request(`http://ours.example${path}`, init));
}

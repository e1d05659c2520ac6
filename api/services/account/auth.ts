import { betterAuth } from 'better-auth/minimal';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { authStore } from './auth-store.ts';

export type Person = { id: Id; name: string; email: string };

/** Who is signed in on the server's pages; `cookies` are Set-Cookie lines for the answer. */
export type SignedIn = { person: Person; cookies: string[] };

/** What the pages need of better-auth. Its own HTTP endpoints are served nowhere: nothing of it can be reached. */
export type Auth = {
  /** Null: no such account or another password, which nobody can tell apart, also by the time it takes. */
  signIn: (email: string, password: string, headers: Headers) => Promise<SignedIn | null>;
  signedIn: (headers: Headers) => Promise<SignedIn | null>;
  signOut: (headers: Headers) => Promise<string[]>;
  /** scrypt, some 100 ms of a thread. */
  hash: (password: string) => Promise<string>;
  verify: (password: string, hash: string) => Promise<boolean>;
};

const days = 86_400;
const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

export function makeAuth(
  directory: Db,
  { secret, publicUrl }: { secret: string; publicUrl: string | null },
): Auth {
  const auth = betterAuth({
    appName: 'Sidebook',
    secret,
    baseURL: publicUrl ?? 'http://sidebook.invalid',
    database: authStore(directory),
    emailAndPassword: { enabled: true, disableSignUp: true, autoSignIn: false },
    user: { fields: { ...stamps, emailVerified: 'email_verified' } },
    account: {
      fields: { ...stamps, userId: 'user_id', providerId: 'provider_id', accountId: 'account_id' },
    },
    session: {
      fields: {
        ...stamps,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      expiresIn: 14 * days,
      updateAge: days,
    },
    advanced: {
      cookiePrefix: 'sidebook',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      ipAddress: { disableIpTracking: true },
      disableOriginCheck: false,
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
  const cookiesOf = (headers: Headers) => headers.getSetCookie();
  return {
    signIn: async (email, password, headers) => {
      const answer = await auth.api.signInEmail({
        body: { email, password },
        headers: withoutCookies(headers),
        asResponse: true,
      });
      if (!answer.ok) return refusedOnly(answer.status);
      // better-auth drops a session only when it is used again.
      await directory.execute('DELETE FROM session WHERE expires_at < ?', [Date.now()]);
      const { user } = (await answer.json()) as { user: Person };
      return { person: personOf(user), cookies: cookiesOf(answer.headers) };
    },
    signedIn: async (headers) => {
      const { response, headers: answer } = await auth.api.getSession({ headers, returnHeaders: true });
      if (!response) return null;
      return { person: personOf(response.user), cookies: cookiesOf(answer) };
    },
    signOut: async (headers) => cookiesOf((await auth.api.signOut({ headers, asResponse: true })).headers),
    hash: async (password) => (await auth.$context).password.hash(password),
    verify: async (password, hash) => (await auth.$context).password.verify({ password, hash }),
  };
}

const personOf = ({ id, name, email }: Person): Person => ({ id, name, email });

/** Wrong words are an answer; a store that could not be asked is a failure. */
function refusedOnly(status: number): null {
  if (status >= 500) throw new CodedError('server.busy', 'database');
  return null;
}

/** A session that stands is no part of signing in anew. */
function withoutCookies(headers: Headers): Headers {
  const given = new Headers(headers);
  given.delete('cookie');
  return given;
}

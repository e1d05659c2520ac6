import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { AppRouter } from '../../api/rpc/router.ts';
import { CodedError, isErrorCode } from '../../shared/kit/error.ts';
import { checkedDelta, checkedPaired, checkedPush } from './answers.ts';
import type { Ledger } from './ledger.ts';
import type { Claim, Remote } from './remote.ts';
import { serverFetch } from './server-fetch.ts';

export type RpcParts = { fetch: typeof globalThis.fetch; now(): number; ledger: Ledger };

function client(parts: RpcParts, origin: string, token: string | null) {
  const fetch = serverFetch({
    origin,
    purpose: token ? 'sync' : 'pair',
    fetch: parts.fetch,
    now: parts.now,
    note: parts.ledger.note,
  });
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/trpc`, fetch: fetch as never, headers })],
  });
}

/** Every failure of a call as a code: the server's own, or what became of the request. */
function coded(cause: unknown): CodedError {
  if (cause instanceof CodedError) return cause;
  if (cause instanceof TRPCClientError) {
    if (cause.cause instanceof CodedError) return cause.cause;
    const data: unknown = cause.data;
    const code = typeof data === 'object' && data !== null && 'errorCode' in data ? data.errorCode : null;
    if (isErrorCode(code)) return new CodedError(code, undefined, { cause });
    // It answered in JSON, but not as we speak it. [T3]
    return new CodedError(data ? 'server.unexpected' : 'server.not_sidebook', undefined, { cause });
  }
  return new CodedError('server.not_sidebook', undefined, { cause });
}

async function checked<T>(answer: Promise<unknown>, check: (answer: unknown) => T | null): Promise<T> {
  const given = await answer.catch((cause: unknown) => {
    throw coded(cause);
  });
  const known = check(given);
  if (known === null) throw new CodedError('server.not_sidebook', 'shape');
  return known;
}

export function openRemote(parts: RpcParts, origin: string, token: string): Remote {
  const rpc = client(parts, origin, token);
  return {
    push: (input) => checked(rpc.sync.push.mutate(input), checkedPush),
    pull: (input) => checked(rpc.sync.pull.query(input), checkedDelta),
  };
}

export const claimBy =
  (parts: RpcParts): Claim =>
  (origin, code, deviceName) =>
    checked(client(parts, origin, null).pairing.claim.mutate({ code, deviceName }), checkedPaired);

import { createTRPCClient, httpLink, httpSubscriptionLink, TRPCClientError } from '@trpc/client';
import type { AppRouter } from '../../api/rpc/router.ts';
import { CodedError, isErrorCode } from '../../shared/kit/error.ts';
import { protocol, protocolHeader } from '../../shared/sync/protocol.ts';
import { checkedDelta, checkedOlder, checkedPaired, checkedPush, checkedToken } from './answers.ts';
import { retryAfterOf } from './backoff.ts';
import type { Device } from './device.ts';
import { eventSourceOf } from './event-stream.ts';
import { firstPull, firstPush, understood } from './first-words.ts';
import type { Ledger } from './ledger.ts';
import type { LiveOn } from './live.ts';
import type { Remote } from './remote.ts';
import {
  checkedDevices,
  checkedFilePart,
  checkedHappenings,
  checkedHeld,
  checkedHistory,
  checkedPaces,
  checkedStored,
  checkedTouches,
  checkedWorkspace,
  checkedWorkspaces,
  type Server,
} from './server.ts';
import { serverFetch, serverStream } from './server-fetch.ts';

export type RpcParts = { fetch: typeof globalThis.fetch; now(): number; ledger: Ledger };

const fetchParts = (parts: RpcParts, origin: string, token: string | null) => ({
  origin,
  purpose: token ? ('sync' as const) : ('pair' as const),
  fetch: parts.fetch,
  now: parts.now,
  note: parts.ledger.note,
});
const headersOf = (token: string | null): Record<string, string> => ({
  [protocolHeader]: String(protocol),
  ...(token && { authorization: `Bearer ${token}` }),
});

function client(parts: RpcParts, origin: string, token: string | null) {
  const fetch = serverFetch(fetchParts(parts, origin, token));
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/trpc`, fetch: fetch as never, headers: headersOf(token) })],
  });
}

/** Resolves with what closes the stream, once it is open. */
function openLive(parts: RpcParts, { server, token }: Device, on: LiveOn): Promise<() => void> {
  const fetchStream = serverStream(fetchParts(parts, server, token));
  return new Promise((resolve, reject) => {
    let why: unknown = null;
    const EventSource = eventSourceOf({
      open: (url, signal) => fetchStream(url, headersOf(token), signal),
      heard: on.heard,
      ended: (cause) => {
        why = cause;
      },
    });
    const rpc = createTRPCClient<AppRouter>({
      links: [httpSubscriptionLink({ url: `${server}/trpc`, EventSource: EventSource as never })],
    });
    let over = false;
    const end = (cause: unknown) => {
      if (over) return;
      over = true; // unsubscribing completes it
      subscription.unsubscribe();
      const coded = why instanceof CodedError ? why : codedOf(cause, parts.now());
      on.ended(coded);
      reject(coded);
    };
    const subscription = rpc.sync.live.subscribe(undefined, {
      onStarted: () => resolve(() => subscription.unsubscribe()),
      onData: ({ cursor }) => on.news(cursor),
      // A code that the link would try again by itself ends it too: with a token of then. [K1]
      onConnectionStateChange: ({ error }) => {
        if (error) end(error);
      },
      onError: end,
      onComplete: () => end(new CodedError('server.unreachable', 'live')),
    });
  });
}

/** Every failure of a call as a code: the server's own, or what became of the request. */
function codedOf(cause: unknown, now: number): CodedError {
  if (cause instanceof CodedError) return cause;
  if (cause instanceof TRPCClientError) {
    if (cause.cause instanceof CodedError) return cause.cause;
    const data: unknown = cause.data;
    const code = typeof data === 'object' && data !== null && 'errorCode' in data ? data.errorCode : null;
    const { response } = cause.meta ?? {};
    const retryAfterMs =
      response instanceof Response ? retryAfterOf(response.headers.get('retry-after'), now) : undefined;
    if (isErrorCode(code)) return new CodedError(code, undefined, { cause, retryAfterMs });
    // It answered in JSON, but not as we speak it. [T3]
    return new CodedError(data ? 'server.unexpected' : 'server.not_sidebook', undefined, { cause });
  }
  return new CodedError('server.not_sidebook', undefined, { cause });
}

const checkedAt =
  (now: () => number) =>
  async <T>(answer: Promise<unknown>, check: (answer: unknown) => T | null): Promise<T> => {
    const given = await answer.catch((cause: unknown) => {
      throw codedOf(cause, now());
    });
    const known = check(given);
    if (known === null) throw new CodedError('server.not_sidebook', 'shape');
    return known;
  };

export function openRemote(parts: RpcParts, device: Device): Remote {
  const rpc = client(parts, device.server, device.token);
  const checked = checkedAt(parts.now);
  return {
    push: (input) =>
      understood((given) => checked(rpc.sync.push.mutate(given), checkedPush), input, firstPush),
    pull: (input) =>
      understood((given) => checked(rpc.sync.pull.query(given), checkedDelta), input, firstPull),
    rotate: () => checked(rpc.device.rotate.mutate(), checkedToken),
    touch: async () => {
      await checked(rpc.workspace.show.query(), checkedWorkspace);
    },
    live: (on) => openLive(parts, device, on),
  };
}

export const openServer = (parts: RpcParts): Server => {
  const checked = checkedAt(parts.now);
  return {
    claim: (origin, code, deviceName) =>
      checked(client(parts, origin, null).pairing.claim.mutate({ code, deviceName }), checkedPaired),
    enter: ({ server, token }, workspaceId) =>
      checked(client(parts, server, token).device.enter.mutate({ workspaceId }), checkedPaired),
    leave: async ({ server, token }) => {
      const { device } = client(parts, server, token);
      const here = (await checked(device.list.query(), checkedDevices)).find((each) => each.here);
      if (here) await checked(device.revoke.mutate({ id: here.id }), () => true);
    },
    workspaces: ({ server, token }) =>
      checked(client(parts, server, token).workspace.list.query(), checkedWorkspaces),
    workspace: ({ server, token }) =>
      checked(client(parts, server, token).workspace.show.query(), checkedWorkspace),
    older: ({ server, token }, { noun, id }, after) => {
      const page = { after, limit: 50 };
      const home =
        noun === 'contact'
          ? { contactId: id, ...page }
          : noun === 'company'
            ? { companyId: id, ...page }
            : { dealId: id, ...page };
      return checked(client(parts, server, token).person.older.query(home), checkedOlder);
    },
    history: ({ server, token }, noun, rowId) =>
      checked(client(parts, server, token).history.list.query({ noun, rowId }), checkedHistory),
    touches: ({ server, token }, home) =>
      checked(client(parts, server, token).rhythm.of.query(home), checkedTouches),
    stagePaces: ({ server, token }) =>
      checked(client(parts, server, token).rhythm.stages.query(), checkedPaces),
    fileHeld: ({ server, token }, id) =>
      checked(client(parts, server, token).file.held.query({ id }), checkedHeld),
    putFile: ({ server, token }, part) =>
      checked(client(parts, server, token).file.put.mutate(part), checkedStored),
    filePart: ({ server, token }, part) =>
      checked(client(parts, server, token).file.part.query(part), checkedFilePart),
    happenings: ({ server, token }, { noun, id }, limit) =>
      checked(client(parts, server, token).history.about.query({ noun, id, limit }), checkedHappenings),
  };
};

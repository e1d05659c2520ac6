import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Context as Hono } from 'hono';
import { CodedError } from '../../shared/kit/error.ts';
import { protocolFault, protocolHeader } from '../../shared/sync/protocol.ts';
import type { Log } from '../log.ts';
import { codedOf, errorDataOf, logFailure, statusOf } from '../rpc/error.ts';
import { appRouter } from '../rpc/router.ts';
import type { Caller, World } from '../services/context.ts';
import type { Devices } from '../services/device/authorise.ts';
import type { Hub } from '../services/sync/hub.ts';
import { mostOfCall, mostOfPart, mostOfPush, parseJson, readBody } from './body.ts';
import { corsHeaders } from './origin.ts';
import { packed } from './packed.ts';
import { answerStraight, isStraight } from './straight.ts';

export type TrpcParts = {
  world: World & { hub: Hub };
  devices: Devices;
  log: Log;
  /** Counts a try at pairing, or throws `server.busy`. */
  tryPairing: (address: string) => void;
  addressOf: (c: Hono) => string;
};

const endpoint = '/trpc';
const mostCalls = 20;
/** Calls that carry much, in bytes. */
const mostOf = new Map([
  ['sync.push', mostOfPush],
  ['file.put', mostOfPart],
]);
const json = { 'content-type': 'application/json' };

/** `/trpc/*`: guards what comes in, answers what is hot straight, gives the rest to tRPC. */
export function serveTrpc(parts: TrpcParts): (c: Hono) => Promise<Response> {
  return async (c) => {
    const request = c.req.raw;
    const cors = corsHeaders(request.headers.get('origin'));
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors });
    const requestId = crypto.randomUUID();
    const path = c.req.path.slice(endpoint.length + 1);
    try {
      return await answer(parts, c, path, requestId, cors);
    } catch (error) {
      const coded = codedOf(error);
      logFailure(parts.log, coded, requestId, path);
      return refusal(coded, requestId, cors);
    }
  };
}

async function answer(
  { world, devices, log, tryPairing, addressOf }: TrpcParts,
  c: Hono,
  path: string,
  requestId: string,
  cors: Record<string, string>,
): Promise<Response> {
  const request = c.req.raw;
  const fault = protocolFault(request.headers.get(protocolHeader));
  if (fault) throw new CodedError(fault, 'protocol');
  // 1. Who asks: found once, however many calls the request carries.
  let asked: Promise<Caller> | undefined;
  const bearer = bearerOf(request.headers.get('authorization'));
  const caller = () => {
    asked ??= devices.authorise(bearer);
    return asked;
  };
  // 2. How much they ask: one request may carry a few calls, and only a known device a large body.
  const calls = path.split(',');
  if (calls.length > mostCalls) throw new CodedError('sync.batch_too_large', 'calls');
  if (calls.includes('pairing.claim')) for (const _ of calls) tryPairing(addressOf(c));
  // A stream that a stranger asks for is an answer with a status, not a stream of one error.
  if (mostOf.has(path) || path === 'sync.live') await caller();
  const body = request.method === 'POST' ? await readBody(request, mostOf.get(path) ?? mostOfCall) : null;
  const query = c.req.query();
  const text = body ?? query.input ?? null;
  const input = text ? parseJson(text) : undefined;
  // 3. What is hot goes straight through.
  const batch = query.batch !== undefined;
  if (isStraight(path, request.method) && !batch) {
    const answered = await answeredFor(path === 'sync.push' ? null : devices.expect(bearer), caller, (who) =>
      answerStraight(world, who, path, input),
    );
    const { body, headers } = await packed(
      answered,
      request.headers.get('accept-encoding') ?? '',
      addressOf(c),
    );
    return new Response(body, { headers: { ...json, ...cors, ...headers } });
  }
  // 4. Everything else by the router.
  const response = await fetchRequestHandler({
    endpoint,
    router: appRouter,
    req: new Request(request.url, {
      method: request.method,
      headers: request.headers,
      body,
      // A stream ends when its reader goes.
      signal: request.signal,
    }),
    createContext: () => ({ world, devices, hub: world.hub, requestId, caller }),
    allowBatching: true,
    maxBatchSize: mostCalls,
    allowMethodOverride: true,
    onError: ({ error, path: at }) => logFailure(log, codedOf(error), requestId, at),
    responseMeta: ({ errors }) => {
      const [first] = errors;
      return first && !batch ? { status: statusOf(codedOf(first).code) } : {};
    },
  });
  for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
  if (response.status === 503) response.headers.set('retry-after', '2');
  return response;
}

/** A read begins with the caller last known while that is being checked; its answer, or its failure, is withheld until then. */
async function answeredFor(
  known: Caller | null,
  caller: () => Promise<Caller>,
  answer: (who: Caller) => Promise<string>,
): Promise<string> {
  if (!known) return answer(await caller());
  const [checked, answered] = await Promise.allSettled([caller(), answer(known)]);
  if (checked.status === 'rejected') throw checked.reason;
  if (answered.status === 'rejected') throw answered.reason;
  return answered.value;
}

/** The shape of a tRPC error, for what is refused before tRPC sees it. */
export function refusal(error: CodedError, requestId: string, headers: Record<string, string>): Response {
  const body = { error: { message: error.code, code: -32_600, data: errorDataOf(error, requestId) } };
  return new Response(JSON.stringify(body), {
    status: statusOf(error.code),
    headers: { ...json, ...headers, ...(error.code === 'server.busy' ? { 'retry-after': '2' } : {}) },
  });
}

const bearerOf = (header: string | null): string | null =>
  /^Bearer ([\w-]{20,100})$/.exec(header ?? '')?.[1] ?? null;

import * as z from 'zod/mini';
import { CodedError, isErrorCode } from '../../shared/kit/error.ts';
import type { LedgerEntry } from '../messages/state.ts';
import { retryAfterOf } from './backoff.ts';

z.config({ jitless: true });

type Purpose = Extract<LedgerEntry['purpose'], 'sync' | 'pair'>;
export type ServerFetchParts = {
  /** The paired origin, or the one being paired. */
  origin: string;
  purpose: Purpose;
  fetch: typeof globalThis.fetch;
  now(): number;
  note(entry: LedgerEntry): Promise<void>;
};

/** More than any honest answer: a page of 1,000 rows of the largest allowed notes. */
const mostBytes = 64_000_000;
const timeoutMs = 30_000;

const rules = {
  credentials: 'omit',
  redirect: 'error',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const;

/**
 * The only way out of the browser: one origin, no cookie, no redirect, JSON only, size and time capped,
 * each request in the ledger. [T2] [T3]
 */
export function serverFetch(parts: ServerFetchParts) {
  return async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const { url, entry } = begin(parts, input, init);
    try {
      const answer = await parts.fetch(url, {
        method: entry.method,
        ...(init.headers ? { headers: init.headers } : {}),
        ...(init.body ? { body: init.body } : {}),
        ...rules,
        signal: AbortSignal.timeout(timeoutMs),
      });
      entry.status = answer.status;
      const text = await readCapped(answer, (bytes) => {
        entry.received = bytes;
      });
      const retryAfter = answer.headers.get('retry-after');
      if (!isOf(answer, 'application/json')) throw notOurs(answer, parts.now());
      const headers = {
        'content-type': 'application/json',
        ...(retryAfter && { 'retry-after': retryAfter }),
      };
      return new Response(text, { status: answer.status, headers });
    } catch (cause) {
      if (cause instanceof CodedError) throw cause;
      throw new CodedError('server.unreachable', undefined, { cause });
    } finally {
      await parts.note(entry);
    }
  };
}

/** The same rules for a stream of events, which has no end: in the ledger it stands as soon as it is open. */
export function serverStream(parts: ServerFetchParts) {
  return async (
    input: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array>> => {
    const { url, entry } = begin(parts, input, {});
    const opening = new AbortController();
    const late = setTimeout(() => opening.abort(), timeoutMs);
    try {
      const answer = await parts.fetch(url, {
        headers: { ...headers, accept: 'text/event-stream' },
        ...rules,
        signal: AbortSignal.any([signal, opening.signal]),
      });
      entry.status = answer.status;
      if (answer.body && isOf(answer, 'text/event-stream')) return answer.body;
      if (!isOf(answer, 'application/json')) throw notOurs(answer, parts.now());
      const text = await readCapped(answer, (bytes) => {
        entry.received = bytes;
      });
      throw refusalOf(text, retryAfterOf(answer.headers.get('retry-after'), parts.now()));
    } catch (cause) {
      if (cause instanceof CodedError) throw cause;
      throw new CodedError('server.unreachable', undefined, { cause });
    } finally {
      clearTimeout(late);
      await parts.note(entry);
    }
  };
}

function begin({ origin, purpose, now }: ServerFetchParts, input: RequestInfo | URL, init: RequestInit) {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.origin !== origin) throw new CodedError('server.unreachable', 'origin');
  const sent = typeof init.body === 'string' ? new TextEncoder().encode(init.body).length : 0;
  const entry: LedgerEntry = {
    at: now(),
    method: init.method ?? 'GET',
    url: url.origin + url.pathname,
    purpose,
    status: null,
    sent,
    received: 0,
  };
  return { url, entry };
}

const isOf = (answer: Response, type: string): boolean =>
  (answer.headers.get('content-type') ?? '').split(';', 1)[0]?.trim() === type;

/** A proxy before the server may ask for patience too. [P9] */
const notOurs = (answer: Response, now: number): CodedError =>
  new CodedError('server.not_sidebook', 'type', {
    retryAfterMs: retryAfterOf(answer.headers.get('retry-after'), now),
  });

/** What a server says instead of a stream. */
function refusalOf(text: string, retryAfterMs: number | undefined): CodedError {
  const said = z.safeParse(refusalShape, parsed(text));
  const code = said.success ? said.data.error.data.errorCode : null;
  return new CodedError(isErrorCode(code) ? code : 'server.not_sidebook', undefined, { retryAfterMs });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON is no refusal of ours
  }
}
const refusalShape = z.looseObject({
  error: z.looseObject({ data: z.looseObject({ errorCode: z.string() }) }),
});

async function readCapped(answer: Response, progress: (bytes: number) => void): Promise<string> {
  if (!answer.body) return '';
  const parts: string[] = [];
  const decoder = new TextDecoder();
  let bytes = 0;
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    progress(bytes);
    if (bytes > mostBytes) {
      await reader.cancel();
      throw new CodedError('server.not_sidebook', 'size');
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}

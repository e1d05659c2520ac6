import { CodedError } from '../../shared/kit/error.ts';
import type { LedgerEntry } from '../messages/state.ts';
import { retryAfterOf } from './backoff.ts';

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

/**
 * The only way out of the browser: one origin, no cookie, no redirect, JSON only, size and time capped,
 * each request in the ledger. [T2] [T3]
 */
export function serverFetch({ origin, purpose, fetch, now, note }: ServerFetchParts) {
  return async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) throw new CodedError('server.unreachable', 'origin');
    const method = init.method ?? 'GET';
    const sent = typeof init.body === 'string' ? new TextEncoder().encode(init.body).length : 0;
    const entry: LedgerEntry = {
      at: now(),
      method,
      url: url.origin + url.pathname,
      purpose,
      status: null,
      sent,
      received: 0,
    };
    try {
      const answer = await fetch(url, {
        method,
        ...(init.headers ? { headers: init.headers } : {}),
        ...(init.body ? { body: init.body } : {}),
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(timeoutMs),
      });
      entry.status = answer.status;
      const text = await readCapped(answer, (bytes) => {
        entry.received = bytes;
      });
      const retryAfter = answer.headers.get('retry-after');
      if (!/^application\/json\b/.test(answer.headers.get('content-type') ?? ''))
        // A proxy before the server may ask for patience too. [P9]
        throw new CodedError('server.not_sidebook', 'type', {
          retryAfterMs: retryAfterOf(retryAfter, now()),
        });
      const headers = {
        'content-type': 'application/json',
        ...(retryAfter && { 'retry-after': retryAfter }),
      };
      const parsed = new Response(null, { status: answer.status, headers });
      // A page of a fill is megabytes: as a body of its own it would be encoded and decoded once more.
      return Object.assign(parsed, { json: async () => JSON.parse(text), text: async () => text });
    } catch (cause) {
      if (cause instanceof CodedError) throw cause;
      throw new CodedError('server.unreachable', undefined, { cause });
    } finally {
      await note(entry);
    }
  };
}

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

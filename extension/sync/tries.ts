import type { CodedError, ErrorCode } from '../../shared/kit/error.ts';
import { backoff, waitAfter } from './backoff.ts';
import type { Time } from './time.ts';

/** What was tried in vain, and when the next try is due; it outlives the worker. */
export type Kept = {
  failures: number;
  retryAt: number | null;
  notBefore: number;
  /** When it failed last. A clock that says less was set back: no wait of before counts. */
  at: number;
};
const none: Kept = { failures: 0, retryAt: null, notBefore: 0, at: 0 };

/** Codes that only pairing again can mend. */
export const refusals: ReadonlySet<ErrorCode> = new Set(['auth.required', 'auth.revoked', 'auth.removed']);
/** Codes that only an update can mend. */
export const outdated: ReadonlySet<ErrorCode> = new Set(['server.newer', 'server.older']);

/** Counts failures in a row and says when to try again. [P9] */
export function openTries({ now, random, after }: Time, due: () => void) {
  let kept = none;
  let cancel: (() => void) | null = null;

  function schedule(): void {
    cancel?.();
    cancel = kept.retryAt === null ? null : after(Math.max(0, kept.retryAt - now()), due);
  }
  return {
    get kept(): Kept {
      return kept;
    },
    /** Whether one may try although a while is not over: somebody saved something, or the network is back. */
    mayTry: (): boolean => now() >= kept.notBefore || now() < kept.at,
    isDue: (): boolean => kept.retryAt === null || now() >= kept.retryAt || now() < kept.at,
    resume(before: unknown): void {
      const read = before as Kept | undefined;
      if (read && kept.failures === 0 && now() >= read.at) kept = read;
      schedule();
    },
    failed({ code, retryAfterMs }: CodedError): void {
      const failures = kept.failures + 1;
      const chance = random();
      const retryAt = now() + waitAfter(failures, chance, retryAfterMs);
      // Who wants to try is kept away by what the server asked for, not by all the failures before.
      const notBefore = retryAfterMs ? Math.min(retryAt, now() + (1 + chance) * retryAfterMs) : 0;
      kept = { failures, retryAt, notBefore, at: now() };
      if (refusals.has(code)) kept = { ...kept, retryAt: null };
      else if (outdated.has(code)) kept = { ...kept, retryAt: now() + backoff.mostMs };
      schedule();
    },
    succeeded(): boolean {
      const changed = kept !== none;
      kept = none;
      schedule();
      return changed;
    },
    /** Somebody wants to try where one may not yet: it is tried as soon as one may. */
    hasten(): void {
      if (kept.retryAt !== null && kept.retryAt > kept.notBefore) kept = { ...kept, retryAt: kept.notBefore };
      schedule();
    },
    stop: (): void => cancel?.(),
  };
}

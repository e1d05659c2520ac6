import { CodedError } from '../../shared/kit/error.ts';

/** Whether the browser had no room. */
export const isFull = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && (cause as { name?: unknown }).name === 'QuotaExceededError';

/** What a store failed with, as a code where a user can do something about it. */
export const storeFailure = (cause: unknown): unknown =>
  isFull(cause) ? new CodedError('browser.full', undefined, { cause }) : cause;

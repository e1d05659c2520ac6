import { CodedError } from '../../shared/kit/error.ts';

/** Whether the browser had no room; Dexie wraps what IndexedDB said. */
export function isFull(cause: unknown): boolean {
  for (
    let error = cause;
    typeof error === 'object' && error !== null;
    error = (error as { inner?: unknown }).inner
  )
    if ((error as { name?: unknown }).name === 'QuotaExceededError') return true;
  return false;
}

/** What a store failed with, as a code where a user can do something about it. */
export const storeFailure = (cause: unknown): unknown =>
  isFull(cause) ? new CodedError('browser.full', undefined, { cause }) : cause;

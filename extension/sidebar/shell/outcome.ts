import { CodedError, type ErrorCode } from '../../../shared/kit/error.ts';

/** What became of a change: its answer, or why it was refused. */
export type Refusal = { code: ErrorCode; detail: string | null };
export type Outcome<T> = { ok: true; value: T } | ({ ok: false } & Refusal);

/** A cause without a code is told as one that nobody foresaw. */
export const asRefusal = (error: unknown): Refusal =>
  error instanceof CodedError
    ? { code: error.code, detail: error.detail ?? null }
    : { code: 'server.unexpected', detail: null };

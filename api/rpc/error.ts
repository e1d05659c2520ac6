import { TRPCError } from '@trpc/server';
import * as z from 'zod/mini';
import { CodedError, type ErrorCode } from '../../shared/kit/error.ts';
import { passingFailure } from '../db/failure.ts';
import type { Log } from '../log.ts';

type TrpcCode = TRPCError['code'];

/** By code: what tRPC calls it and which status goes over HTTP. Every code not named is a bad request. */
const borderByCode: Partial<Record<ErrorCode, [TrpcCode, number]>> = {
  'input.too_large': ['PAYLOAD_TOO_LARGE', 413],
  'auth.required': ['UNAUTHORIZED', 401],
  'auth.revoked': ['UNAUTHORIZED', 401],
  'pairing.unknown': ['NOT_FOUND', 404],
  'pairing.expired': ['NOT_FOUND', 404],
  not_found: ['NOT_FOUND', 404],
  'contact.unknown': ['NOT_FOUND', 404],
  'company.unknown': ['NOT_FOUND', 404],
  'deal.unknown': ['NOT_FOUND', 404],
  'interaction.unknown': ['NOT_FOUND', 404],
  'task.unknown': ['NOT_FOUND', 404],
  'sync.gap': ['CONFLICT', 409],
  'sync.epoch': ['CONFLICT', 409],
  'sync.batch_too_large': ['PAYLOAD_TOO_LARGE', 413],
  'server.busy': ['SERVICE_UNAVAILABLE', 503],
  'server.disk_full': ['INTERNAL_SERVER_ERROR', 507],
  'server.unexpected': ['INTERNAL_SERVER_ERROR', 500],
};

export const statusOf = (code: ErrorCode): number => borderByCode[code]?.[1] ?? 400;
export const trpcCodeOf = (code: ErrorCode): TrpcCode => borderByCode[code]?.[0] ?? 'BAD_REQUEST';

/**
 * The one border where failures become answers: whatever came up, as a coded error. What nobody foresaw keeps its
 * text for the log and crosses as `server.unexpected`.
 */
export function codedOf(error: unknown): CodedError {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof CodedError) return cause;
  const passing = passingFailure(cause);
  if (passing) return passing;
  if (isZodError(cause)) return new CodedError('input.invalid', pathOf(cause));
  if (error instanceof TRPCError) {
    if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED')
      return new CodedError('not_found');
    if (error.code === 'PARSE_ERROR' || error.code === 'UNSUPPORTED_MEDIA_TYPE')
      return new CodedError('input.invalid');
    if (error.code === 'BAD_REQUEST')
      return new CodedError(/batch/i.test(error.message) ? 'sync.batch_too_large' : 'input.invalid');
  }
  return new CodedError('server.unexpected', undefined, { cause: error });
}

export type ErrorData = {
  code: ErrorCode;
  /** The same as `code`, by a name that no library uses. */
  errorCode: ErrorCode;
  detail: string | null;
  httpStatus: number;
  requestId: string;
};

export const errorDataOf = (error: CodedError, requestId: string): ErrorData => ({
  code: error.code,
  errorCode: error.code,
  detail: error.detail ?? null,
  httpStatus: statusOf(error.code),
  requestId,
});

/** Only what nobody foresaw, or what an operator must see, is worth a line. */
export function logFailure(log: Log, error: CodedError, requestId: string, path: string | undefined): void {
  if (error.code === 'server.unexpected') log.error({ err: error.cause, requestId, path }, 'unexpected');
  else if (error.code === 'server.disk_full') log.error({ code: error.code, requestId, path }, 'disk full');
}

const isZodError = (error: unknown): error is z.core.$ZodError =>
  error instanceof z.core.$ZodError || (error as { name?: unknown } | null)?.name === '$ZodError';

/** Where the input was wrong, names of our own fields only: an unknown key is a text that somebody typed. */
function pathOf(error: z.core.$ZodError): string | undefined {
  const path = error.issues[0]?.path.filter(
    (part) => typeof part === 'number' || /^\w{1,40}$/.test(String(part)),
  );
  return path && path.length > 0 ? path.join('.').slice(0, 100) : undefined;
}

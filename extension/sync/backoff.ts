/** How long a client stays away after failures in a row: full jitter, so that many do not come back at once. [P9] */
export const backoff = { firstMs: 1_000, mostMs: 300_000 } as const;

/** A server may ask for patience, not for silence. */
const mostRetryAfterMs = 3_600_000;

export function waitAfter(failures: number, random: number, retryAfterMs = 0): number {
  const ceiling = Math.min(backoff.mostMs, backoff.firstMs * 2 ** Math.min(failures - 1, 20));
  return Math.min(retryAfterMs, mostRetryAfterMs) + random * ceiling;
}

/** `Retry-After` as milliseconds: seconds or a date. */
export function retryAfterOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const isSeconds = /^\s*\d{1,9}\s*$/.test(header);
  const ms = isSeconds
    ? Number(header) * 1_000
    : / GMT\s*$/.test(header)
      ? Date.parse(header) - now
      : Number.NaN;
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), mostRetryAfterMs) : undefined;
}

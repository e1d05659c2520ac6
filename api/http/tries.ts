import { CodedError, type ErrorCode } from '../../shared/kit/error.ts';

type Limits = { perKey?: number; inAll?: number; code?: ErrorCode };

/**
 * Limits guesses: so many a minute from one address (or at one account), and in all. Counting starts again every
 * minute, so nothing has to be kept or cleaned.
 */
export function makeTries(
  now: () => number,
  { perKey = 10, inAll = 100, code = 'server.busy' }: Limits = {},
): (key: string) => void {
  let minute = 0;
  let all = 0;
  const byKey = new Map<string, number>();
  return (key) => {
    const present = Math.floor(now() / 60_000);
    if (present !== minute) {
      minute = present;
      all = 0;
      byKey.clear();
    }
    const mine = (byKey.get(key) ?? 0) + 1;
    byKey.set(key, mine);
    if (mine > perKey || ++all > inAll) throw new CodedError(code, 'tries');
  };
}

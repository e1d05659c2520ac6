import { CodedError } from '../../shared/kit/error.ts';

/**
 * Limits guesses of a pairing code: so many a minute from one address and in all. Counting starts again every
 * minute, so nothing has to be kept or cleaned.
 */
export function makeTries(now: () => number, perAddress = 10, inAll = 100): (address: string) => void {
  let minute = 0;
  let all = 0;
  const byAddress = new Map<string, number>();
  return (address) => {
    const present = Math.floor(now() / 60_000);
    if (present !== minute) {
      minute = present;
      all = 0;
      byAddress.clear();
    }
    const mine = (byAddress.get(address) ?? 0) + 1;
    byAddress.set(address, mine);
    if (mine > perAddress || ++all > inAll) throw new CodedError('server.busy', 'pairing');
  };
}

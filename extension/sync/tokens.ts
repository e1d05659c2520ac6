import { CodedError } from '../../shared/kit/error.ts';
import type { Device, DeviceSlot } from './device.ts';
import type { Remote } from './remote.ts';

/** A token older than this gets a follower. */
const rotateAfterMs = 30 * 86_400_000;
/** After a failed try at it. */
const againMs = 3_600_000;

export type TokenParts = { device: DeviceSlot; remote(device: Device): Remote; now(): number };

/**
 * Lets every call of a device carry the token that counts. A follower is asked for, stored, used at once and alone,
 * and only then is the old one dropped; no other call is under way meanwhile, so that none arrives with a token
 * that is spent. Each step can be cut short and taken again. [K1]
 */
export function openTokens({ device: slot, remote, now }: TokenParts) {
  let underWay = 0;
  let turning: Promise<void> | null = null;
  let idle: (() => void) | null = null;
  let notBefore = 0;

  const isDue = (device: Device): boolean =>
    device.nextToken !== null || (now() >= notBefore && now() - (device.tokenAt ?? 0) > rotateAfterMs);

  async function turn(): Promise<void> {
    if (underWay > 0) await new Promise<void>((resolve) => (idle = resolve));
    const device = slot.get();
    if (!device) return;
    // 1. A follower, stored before it is used.
    let next = device.nextToken;
    if (next === null) {
      try {
        next = (await remote(device).rotate()).token;
      } catch (cause) {
        // The present one still counts, so that a failure costs nothing; unless it says that the device is out.
        if (cause instanceof CodedError && cause.code.startsWith('auth.')) throw cause;
        notBefore = now() + againMs;
        return;
      }
      await slot.change({ nextToken: next });
    }
    // 2. Its first use. Without an answer nobody knows whether the old one still counts: it is not used again.
    try {
      await remote({ ...device, token: next, nextToken: null }).touch();
    } catch (cause) {
      if (!(cause instanceof CodedError) || cause.code !== 'auth.required') throw cause;
      // The server knows nothing of it: it was given before a restore, or another one took its place.
      notBefore = now() + againMs;
      await slot.change({ nextToken: null });
      return;
    }
    await slot.change({ token: next, nextToken: null, tokenAt: now() });
  }

  return {
    /** One call with the token that counts. */
    async call<T>(work: (device: Device) => Promise<T>): Promise<T> {
      for (;;) {
        if (turning) {
          await turning;
          continue;
        }
        const device = slot.get();
        if (!device) throw new CodedError('unpaired');
        if (isDue(device)) {
          turning = turn().finally(() => {
            turning = null;
          });
          continue;
        }
        underWay++;
        try {
          return await work(device);
        } finally {
          underWay--;
          if (underWay === 0) idle?.();
        }
      }
    },
  };
}

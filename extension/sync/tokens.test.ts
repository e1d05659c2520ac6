import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodedError } from '../../shared/kit/error.ts';
import type { Device, DeviceSlot } from './device.ts';
import type { Remote } from './remote.ts';
import { openTokens } from './tokens.ts';

const day = 86_400_000;

/** The server's rules of D3: a next token, spent ones that revoke. */
function tokenServer() {
  const states = new Map<string, 'current' | 'next' | 'spent'>([['t0', 'current']]);
  let made = 0;
  let revoked = false;
  return {
    get revoked() {
      return revoked;
    },
    get current() {
      return [...states].find(([, state]) => state === 'current')?.[0];
    },
    forgetNext: () => {
      for (const [token, state] of states) if (state === 'next') states.delete(token);
    },
    use: (token: string) => {
      const state = states.get(token);
      if (!state) throw new CodedError('auth.required');
      if (state === 'spent') revoked = true;
      if (revoked) throw new CodedError('auth.revoked');
      if (state === 'next') {
        for (const [other, its] of states) if (its === 'current') states.set(other, 'spent');
        states.set(token, 'current');
      }
    },
    rotate: () => {
      for (const [token, state] of states) if (state === 'next') states.delete(token);
      states.set(`t${++made}`, 'next');
      return { token: `t${made}` };
    },
  };
}

const device: Device = {
  server: 's',
  workspaceId: 'w',
  workspace: 'W',
  me: 'me',
  role: 'member',
  token: 't0',
  nextToken: null,
  tokenAt: 0,
};

function slotOf(start: Device) {
  let kept: Device | null = start;
  const slot: DeviceSlot = {
    get: () => kept,
    change: async (fields) => {
      await Promise.resolve();
      kept = fields && kept ? { ...kept, ...fields } : null;
    },
  };
  return slot;
}

/** @param lost whether the answer of an exchange is lost; a lost one is done all the same, or not. */
const remoteOf =
  (server: ReturnType<typeof tokenServer>, lost: () => 'none' | 'before' | 'after') =>
  ({ token }: Device): Remote => {
    const exchange = async <T>(work: () => T): Promise<T> => {
      const fault = lost();
      await Promise.resolve();
      if (fault === 'before') throw new CodedError('server.unreachable');
      server.use(token);
      const answer = work();
      await Promise.resolve();
      if (fault === 'after') throw new CodedError('server.unreachable');
      return answer;
    };
    return {
      push: () => exchange(() => ({ results: [], cursor: 0 })),
      pull: () => exchange(() => ({ epoch: 'e', rows: [], cursor: 0, more: false, total: 0 })),
      rotate: () => exchange(server.rotate),
      touch: () => exchange(() => undefined),
      live: () => exchange(() => () => undefined),
    };
  };

test('[K1] a token older than thirty days is changed for its follower, once, before the next call', async () => {
  const server = tokenServer();
  const slot = slotOf(device);
  let now = 29 * day;
  const remote = remoteOf(server, () => 'none');
  const tokens = openTokens({ device: slot, remote, now: () => now });
  const ask = () =>
    tokens.call(async (current) =>
      remote(current)
        .touch()
        .then(() => current.token),
    );
  expect(await ask()).toBe('t0');
  now = 31 * day;
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(['t1', 't1', 't1']);
  expect(slot.get()).toMatchObject({ token: 't1', nextToken: null, tokenAt: now });
});

test('[K5] a next token that the server does not know is dropped, and the present one goes on', async () => {
  const server = tokenServer();
  const slot = slotOf({ ...device, nextToken: 'unknown' });
  const tokens = openTokens({ device: slot, remote: remoteOf(server, () => 'none'), now: () => day });
  expect(await tokens.call(async ({ token }) => token)).toBe('t0');
  expect(slot.get()?.nextToken).toBeNull();
});

test('[K1] a server of a release without rotation is used with the token that there is', async () => {
  const slot = slotOf(device);
  const remote = (current: Device): Remote => ({
    ...remoteOf(tokenServer(), () => 'none')(current),
    rotate: () => Promise.reject(new CodedError('not_found')),
  });
  const tokens = openTokens({ device: slot, remote, now: () => 99 * day });
  expect(await tokens.call(async ({ token }) => token)).toBe('t0');
});

test('[K1] [K2] [K5] no lost answer, kill or call beside it makes a client use a token that is spent', async () => {
  const fault = fc.constantFrom('none' as const, 'none' as const, 'before' as const, 'after' as const);
  const step = fc.record({
    kind: fc.constantFrom('calls' as const, 'days' as const, 'kill' as const, 'forget' as const),
    faults: fc.array(fault, { maxLength: 8 }),
    many: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const server = tokenServer();
      const slot = slotOf(device);
      let now = 0;
      let faults: ('none' | 'before' | 'after')[] = [];
      const remote = remoteOf(server, () => faults.shift() ?? 'none');
      const open = () => openTokens({ device: slot, remote, now: () => now });
      let tokens = open();
      for (const given of steps) {
        if (given.kind === 'days') now += 20 * day;
        if (given.kind === 'kill') tokens = open();
        if (given.kind === 'forget') server.forgetNext();
        if (given.kind !== 'calls') continue;
        faults = [...given.faults];
        const calls = Array.from({ length: given.many }, () =>
          tokens.call((current) => remote(current).touch()),
        );
        for (const { reason } of (await Promise.allSettled(calls)).filter(
          (settled) => settled.status === 'rejected',
        ))
          expect((reason as CodedError).code).toBe('server.unreachable');
      }
      faults = [];
      await tokens.call((current) => remote(current).touch());
      expect(server.revoked).toBe(false);
      expect(slot.get()?.token).toBe(server.current);
    }),
    { numRuns: 500 },
  );
});

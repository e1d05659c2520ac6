import { expect, test } from 'vitest';
import { keepAlarm } from './alarm.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A browser's alarms, which outlive a worker. */
function alarmsOf(set: { when: number | null }) {
  return {
    get: async () => set.when ?? undefined,
    create: async (_: string, { when }: { when: number }) => {
      set.when = when;
    },
    clear: async () => {
      set.when = null;
      return true;
    },
  };
}

function worker(set: { when: number | null }, all = true) {
  const state = { now: 1_000_000, wants: [] as (number | null)[] };
  const keep = keepAlarm({
    alarms: alarmsOf(set),
    wakeTimes: async () => state.wants,
    areAll: () => all,
    now: () => state.now,
  });
  return {
    state,
    wants: async (...wants: (number | null)[]) => {
      state.wants = wants;
      keep();
      await settled();
    },
  };
}

test('[L2] the earliest of several workspaces is woken for, never sooner than a browser wakes anybody', async () => {
  const set = { when: null as number | null };
  const { wants } = worker(set);
  await wants(null, 1_400_000, 1_200_000);
  expect(set.when).toBe(1_200_000);
  await wants(1_000_001);
  expect(set.when).toBe(1_030_000);
});

test('[L2] with nothing to wait for there is no alarm', async () => {
  const set = { when: 1_100_000 as number | null };
  await worker(set).wants(null, null);
  expect(set.when).toBeNull();
});

test('[L2] an alarm that is due earlier stays: each change would put it off', async () => {
  const set = { when: null as number | null };
  const { wants, state } = worker(set);
  await wants(1_060_000);
  state.now += 20_000;
  await wants(1_080_000);
  expect(set.when).toBe(1_060_000);
});

test('[L2] what a workspace set that nobody opened in this life is neither taken away nor put off', async () => {
  const set = { when: 1_100_000 as number | null };
  const { wants } = worker(set, false);
  await wants(null);
  expect(set.when).toBe(1_100_000);
  await wants(1_500_000);
  expect(set.when).toBe(1_100_000);
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Workspace } from '../context.ts';
import { type Hub, makeHub, type News } from './hub.ts';

let end = 0;
let asked = 0;
let fails = 0;
const workspace = (engine: 'file' | 'remote' = 'file') =>
  ({
    id: 'w',
    db: {
      engine,
      execute: async () => {
        asked += 1;
        if (fails-- > 0) throw new CodedError('server.busy', 'database');
        return { rows: [{ cursor: end, epoch: 'e' }] };
      },
    },
  }) as unknown as Workspace;

/** Reads a stream into a list. */
function heard(hub: Hub, { device = 'd', here = workspace(), signal = new AbortController() } = {}) {
  const news: News[] = [];
  const over = (async () => {
    for await (const each of hub.listen(here, device, signal.signal)) news.push(each);
    return 'ended' as const;
  })();
  return { news, over, leave: () => signal.abort() };
}
const cursors = (news: News[]) => news.flatMap((each) => (each === 'check' ? [] : [each.cursor]));

beforeEach(() => {
  vi.useFakeTimers();
  end = 7;
  asked = 0;
  fails = 0;
});
afterEach(() => vi.useRealTimers());

describe('[L1] news of a workspace', () => {
  test('say the present end at once, then that there is more, a busy workspace at most once a second', async () => {
    const hub = makeHub(() => {});
    const { news } = heard(hub);
    await vi.advanceTimersByTimeAsync(0);
    expect(cursors(news)).toEqual([7]);
    for (let i = 0; i < 500; i++) {
      end += 1;
      hub.tell('w');
      await vi.advanceTimersByTimeAsync(4);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(cursors(news).length).toBeLessThanOrEqual(5);
    expect(cursors(news).at(-1)).toBe(507);
  });

  test('are asked for only while somebody listens, and of a file only when told', async () => {
    const hub = makeHub(() => {});
    hub.tell('w');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toBe(0);
    const { leave, over } = heard(hub);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toBe(1);
    leave();
    expect(await over).toBe('ended');
    hub.tell('w');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toBe(1);
  });

  test('of a remote engine are looked for every second: other processes write there too', async () => {
    const hub = makeHub(() => {});
    const { news } = heard(hub, { here: workspace('remote') });
    await vi.advanceTimersByTimeAsync(0);
    end = 20;
    await vi.advanceTimersByTimeAsync(2_100);
    expect(cursors(news)).toEqual([7, 20]);
  });

  test('reach a device on at most four streams: the oldest of more has died', async () => {
    const hub = makeHub(() => {});
    const streams = Array.from({ length: 5 }, () => heard(hub));
    const other = heard(hub, { device: 'other' });
    await vi.advanceTimersByTimeAsync(0);
    expect(await streams[0]?.over).toBe('ended');
    end = 9;
    hub.tell('w');
    await vi.advanceTimersByTimeAsync(0);
    for (const { news } of [...streams.slice(1), other]) expect(cursors(news)).toEqual([7, 9]);
  });

  test('are asked for again when the database was busy', async () => {
    const hub = makeHub(() => {});
    const { news } = heard(hub);
    await vi.advanceTimersByTimeAsync(0);
    fails = 2;
    end = 8;
    hub.tell('w');
    await vi.advanceTimersByTimeAsync(0);
    expect(cursors(news)).toEqual([7]);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(cursors(news)).toEqual([7, 8]);
  });

  test('end with the hub, for those who listen and for whoever comes later', async () => {
    const hub = makeHub(() => {});
    const { over } = heard(hub);
    await vi.advanceTimersByTimeAsync(0);
    hub.close();
    expect(await over).toBe('ended');
    expect(await heard(hub).over).toBe('ended');
  });
});

test('[L3] whoever listens is asked about at once when devices change, and every ten seconds', async () => {
  const hub = makeHub(() => {});
  const { news } = heard(hub);
  await vi.advanceTimersByTimeAsync(0);
  hub.check();
  await vi.advanceTimersByTimeAsync(0);
  expect(news).toEqual([{ cursor: 7 }, 'check']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(news).toEqual([{ cursor: 7 }, 'check', 'check']);
});

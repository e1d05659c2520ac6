import { beforeAll, expect, test } from 'vitest';
import { checkedBuild } from '../../tools/testBuilds.ts';
import { complaints, foreign } from './gmail-world.ts';
import { walk } from './removals/walk.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

// InboxSDK checks Gmail's page by itself when its reporting is on, and prints what it misses. A build of ours in which
// it is, its reports cut off before they leave, prints nothing: neither does our use of it confuse it, nor does the
// stand-in lie to it.

const world = useWorld();
let desk: Desk;
let build: string;

beforeAll(async () => {
  build = await checkedBuild();
  desk = await world.open('nora', { build: 'checked' });
}, 120_000);

test.each([
  ['Chat and Meet off', 'nav=classic'],
  ['the app menu', 'nav=app'],
  ['a reading pane', 'pane=right'],
  ['conversation view off', 'conversation=off'],
  ['Chinese', 'hl=zh-CN'],
])('InboxSDK finds nothing amiss on the walk with %s', async (name, search) => {
  const before = desk.console.length;
  const { faults } = await walk(desk, build, { name, search });
  // Where each mail stands by itself, what is sent joins none that is open.
  expect(faults.filter(({ step }) => search !== 'conversation=off' || step !== 'send')).toEqual([]);
  expect(complaints(desk.console.slice(before))).toEqual([]);
  expect(foreign(desk).filter((url) => !url.startsWith(world.server.url))).toEqual([]);
});

test('it would speak up: with one attribute gone it prints what it misses', async () => {
  const before = desk.console.length;
  await walk(desk, build, { name: 'without jsaction', search: 'stripclass=TO' });
  await expect.poll(() => complaints(desk.console.slice(before)), { timeout: 10_000 }).not.toEqual([]);
});

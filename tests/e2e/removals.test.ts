import { readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawnBySeed, givenByStandIn, type Removal, removalsOf } from './removals/derive.ts';
import { walkAll } from './removals/run.ts';
import { type Fault, walk } from './removals/walk.ts';
import { granted } from './world/build.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

// Gmail renames and removes without a word. Each test takes one thing of the stand-in away, everywhere and from the
// start, and walks through the mailbox under the real InboxSDK: what does not work says so, and nothing else breaks.

const world = useWorld();
const failedOnes = new URL('./removals/failed.json', import.meta.url);
const seed = process.env.SIDEBOOK_SEED ?? String(Date.now() % 1_000_000);
const drawn = 40;
let desk: Desk;
let build: string;
let all: Removal[];

beforeAll(async () => {
  build = await granted();
  all = removalsOf(await givenByStandIn());
  desk = await world.open('nora');
}, 120_000);

test('at least 150 things can be taken away, one at a time', () => {
  expect(new Set(all.map(({ search }) => search)).size).toBeGreaterThan(150);
});

describe('a mailbox in which nothing is missing', () => {
  test.each([
    ['Chat and Meet off', 'nav=classic'],
    ['the app menu', 'nav=app'],
    ['a reading pane on the right', 'pane=right'],
    ['a reading pane below', 'pane=below&nav=app'],
  ])('with %s: all works as it should, and no line says otherwise', async (name, search) => {
    const { faults, health } = await walk(desk, build, { name, search });
    expect(faults).toEqual([]);
    expect(health?.functions.filter(({ state }) => state !== 'works')).toEqual([]);
    expect(health?.probes.filter((probe) => probe.name === 'uncaught')).toEqual([]);
    expect(health?.place).toBe('global-panel');
  });
});

test(`${drawn} removals drawn by seed ${seed}, and all that ever failed: each feature is there or said to be missing, nothing throws, no panel is empty`, async () => {
  const ever = JSON.parse(await readFile(failedOnes, 'utf8')) as string[];
  const walked = [
    ...all.filter(({ name }) => ever.includes(name)),
    ...drawnBySeed(
      all.filter(({ name }) => !ever.includes(name)),
      drawn,
      seed,
    ),
  ];
  const { faults } = await walkAll(desk, build, walked);
  await remember(ever, faults);
  expect(faults, `Again with SIDEBOOK_SEED=${seed}`).toEqual([]);
}, 300_000);

/** What failed once is walked every time from then on: the list is committed with the repair. */
async function remember(ever: readonly string[], faults: readonly Fault[]): Promise<void> {
  const names = [...new Set([...ever, ...faults.map(({ removal }) => removal)])].sort();
  if (names.length > ever.length) await writeFile(failedOnes, `${JSON.stringify(names, null, 2)}\n`);
}

import { beforeAll, expect, test } from 'vitest';
import { chanceOf } from '../fixtures/sample/workspace/chance.ts';
import { killBrowsers } from './kills/browser.ts';
import { type Silence, silence } from './kills/silence.ts';
import { closeTabs } from './kills/tab.ts';
import { killWorkers } from './kills/worker.ts';
import { type Device, pairedDevice, pullAll } from './world/remote.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let device: Device;
let person: { id: string; name: string };
let nora: Desk;
/** Waits for two minutes while others are tested. */
let silent: Promise<Silence>;

async function personCalled(name: string) {
  for (const { noun, row } of await pullAll(device))
    if (noun === 'contact' && row.name === name) return { id: row.id, name };
  throw new Error(`the sample has no ${name}`);
}

beforeAll(async () => {
  device = await pairedDevice(world.server.url, world.filled.codes.mia[4] ?? '');
  person = await personCalled('Clara Jensen');
  silent = silence({
    link: `${world.server.url}/pair#${world.filled.codes.mia[3]}`,
    colleague: device,
    person: await personCalled('Prof. Eleanor Whitcombe-Adeyemi'),
    silentMs: 120_000,
  });
  // Told by the test that waits for it.
  silent.catch(() => undefined);
  nora = await world.open('nora');
});

test('[M3] [P8] two hundred kills of the worker lose no note that was saved and double none', async () => {
  const desks = [nora, await world.open('mia')];
  const runs = await Promise.all(
    desks.map((desk, seed) => killWorkers({ desk, device, contactId: person.id, kills: 100, seed })),
  );
  expect(runs.flatMap(({ violations }) => violations)).toEqual([]);
  expect(runs.map(({ kills }) => kills)).toEqual([100, 100]);
  expect(runs.reduce((sum, { saved }) => sum + saved, 0)).toBeGreaterThan(200);
}, 240_000);

test('[M3] a tab closed a moment after Enter leaves a note that is saved or a draft that is restored', async () => {
  const run = await closeTabs({
    desk: nora,
    device,
    person: person.name,
    closes: 20,
    chance: chanceOf(3),
  });
  expect(run.violations).toEqual([]);
  expect(run.closed).toBe(20);
});

test('[M3] a browser that is killed loses no note that was saved and doubles none', async () => {
  const run = await killBrowsers({
    world,
    desk: nora,
    device,
    contactId: person.id,
    kills: 4,
    chance: chanceOf(4),
  });
  nora = run.desk;
  expect(run.violations).toEqual([]);
  expect(run.kills).toBe(4);
  expect(run.saved).toBeGreaterThan(20);
});

test('[L1] [L2] a colleague’s log appears within 5 s after two minutes of silence; with no sidebar open the worker sleeps', async () => {
  const { appearedMs, sleptMs, wokeAgain } = await silent;
  expect(appearedMs).toBeLessThan(5_000);
  expect(sleptMs).not.toBeNull();
  expect(wokeAgain).toBe(false);
}, 360_000);

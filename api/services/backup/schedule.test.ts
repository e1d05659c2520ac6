import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readSettings } from '../../env.ts';
import { silentLog } from '../../log.ts';
import { openWorld } from '../../world.ts';
import { makeKeeper } from './keeper.ts';
import { listBackups } from './manifest.ts';
import { startSchedule } from './schedule.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook-schedule-'));
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const at = (text: string) => new Date(text).getTime();
const minute = 60_000;

it('makes one backup a night, makes up for a missed one, and tries a failed one again after an hour', async () => {
  const clock = { now: at('2026-03-10T02:00:00') };
  const settings = readSettings({ SIDEBOOK_DATA: folder });
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const world = await openWorld(settings, silentLog, { now: () => clock.now, random });
  const failed: string[] = [];
  const log = { ...silentLog, error: (_facts: object, event: string) => failed.push(event) };
  const keeper = makeKeeper({ world, settings, log, changed: () => {} });
  const made = () => listBackups(settings.backups.folder).filter(({ state }) => state === 'whole').length;
  const pass = async (ms: number) => {
    clock.now += ms;
    vi.advanceTimersByTime(minute);
    // Behind whatever the look began.
    await keeper.alone(async () => {});
    await keeper.alone(async () => {});
  };
  let schedule = startSchedule(keeper);
  await pass(59 * minute);
  expect(made()).toBe(0);
  await pass(minute);
  await pass(minute);
  expect(made()).toBe(1);
  schedule.stop();
  // Off over two nights: one is made up for.
  clock.now = at('2026-03-12T09:00:00');
  schedule = startSchedule(keeper);
  await pass(minute);
  await pass(minute);
  expect(made()).toBe(2);
  // A night on which it fails.
  const place = settings.directory.url;
  settings.directory.url = 'file:/nowhere/directory.db';
  clock.now = at('2026-03-13T03:00:00');
  await pass(0);
  await pass(30 * minute);
  expect(failed.filter((event) => event === 'nightly backup failed')).toHaveLength(1);
  settings.directory.url = place;
  await pass(31 * minute);
  expect(made()).toBe(3);
  schedule.stop();
  await world.close();
}, 60_000);

it('makes none where none is wanted', async () => {
  const settings = readSettings({ SIDEBOOK_DATA: folder, SIDEBOOK_BACKUP_AT: 'off' });
  const world = await openWorld(settings, silentLog);
  const schedule = startSchedule(makeKeeper({ world, settings, log: silentLog, changed: () => {} }));
  expect(vi.getTimerCount()).toBe(0);
  schedule.stop();
  await world.close();
});

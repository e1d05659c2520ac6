import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Running, startServer } from '../../api/start.ts';
import { allOf } from '../../extension/actions/import/all-of.ts';
import { usualRules } from '../../shared/domain/import/planned.ts';
import { startServerProcess } from '../e2e/world/server-process.ts';
import { ended, importRows, stage } from './import/hand-over.ts';
import { emailOf, people, plannedContact, plannedRow } from './import/planned-rows.ts';
import { newProfile, type Profile, paired, type Waking, wake } from './profile.ts';

let folder: string;
let server: Running;
const start = (port = '0') => startServer({ PORT: port, SIDEBOOK_DATA: folder, SIDEBOOK_LOG: 'silent' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidebook-import-'));
  server = await start();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

let profile: Profile;
let here: Waking;
beforeEach(async () => {
  profile = newProfile();
  here = await paired(await server.pairLink(), profile);
});
const named = async (waking: Waking, prefix: string) =>
  (await allOf((await waking.core()).mirror, 'contact')).filter(
    ({ name, mergedInto }) => name.startsWith(prefix) && !mergedInto,
  );
const other = async () => paired(await server.pairLink());
const synced = async (waking: Waking) => (await waking.core()).sync.now();
/** As the browser closes: the next life reads what is on its disk. */
async function dies(waking: Waking): Promise<void> {
  const { importer, sync } = await waking.core();
  importer.close();
  await sync.close();
}
const usual = { rules: usualRules };

test('[I1] a file comes in as parts, is on another device, and the same file again changes nothing', async () => {
  const rows = people(450);
  const id = await stage(here, rows);
  const dry = await here.call('importCheck', { id, rules: usualRules });
  expect(dry.counts).toMatchObject({ contact: { added: 450, changed: 0, left: 0 }, company: { added: 45 } });
  expect(await named(here, 'Person')).toHaveLength(0);
  await here.call('importRun', { id, rules: usualRules });
  expect(await ended(here)).toMatchObject({
    phase: 'done',
    rows: 450,
    taken: 450,
    arrived: 450,
    counts: dry.counts,
    problemCount: 0,
  });
  const there = await other();
  expect(await named(there, 'Person')).toHaveLength(450);
  expect((await here.call('imports', {}))[0]).toMatchObject({ file: 'people.csv', added: 495, changed: 0 });

  const again = await importRows(here, rows);
  expect(again.counts).toMatchObject({
    contact: { added: 0, changed: 0, left: 450 },
    company: { added: 0, changed: 0, left: 45 },
  });
  expect(await named(here, 'Person')).toHaveLength(450);

  await here.call('importUndo', { id });
  await (await here.core()).sync.now();
  await (await there.core()).sync.now();
  expect(await named(here, 'Person')).toHaveLength(0);
  expect(await named(there, 'Person')).toHaveLength(0);
});

test('[I7] offline all of it is durable and known at once; an end of the browser in the middle costs nothing and doubles nothing', async () => {
  const rows = people(1_200, 10_000);
  const { port } = new URL(server.origin);
  await server.close();
  const id = await stage(here, rows, 'offline.csv');
  await here.call('importRun', { id, ...usual });
  // In the middle of it the worker is gone: what was taken is there, the rest goes on by itself.
  await expect.poll(async () => (await here.call('importState', {}))?.taken).toBeGreaterThan(200);
  await dies(here);
  const woken = await wake(profile);
  await expect
    .poll(async () => (await woken.call('importState', {}))?.phase, { timeout: 20_000 })
    .toBe('done');
  await synced(woken);
  expect(await woken.call('importState', {})).toMatchObject({ taken: 1_200, arrived: 0, offline: true });
  expect(await named(woken, 'Person 10')).toHaveLength(1_000);
  expect((await woken.call('search', { text: 'Person 10500' })).length).toBeGreaterThan(0);

  server = await start(port);
  expect(await ended(woken)).toMatchObject({
    arrived: 1_200,
    counts: { contact: { added: 1_200, changed: 0, left: 0 } },
  });
  const there = await other();
  for (const each of [woken, there]) expect(await named(each, 'Person 1')).toHaveLength(1_200);
  expect((await woken.call('imports', {}))[0]).toMatchObject({ file: 'offline.csv', added: 1_320 });
  expect(await woken.call('parked', {})).toEqual([]);
});

test('[I2] two who import the same file at one moment end with one of each', async () => {
  const there = await other();
  const rows = people(300, 20_000);
  await Promise.all([importRows(here, rows), importRows(there, rows)]);
  for (const each of [here, there]) {
    await synced(each);
    expect(await named(each, 'Person 20')).toHaveLength(300);
    expect(
      await allOf((await each.core()).mirror, 'company').then((all) =>
        all.filter(({ name, mergedInto }) => /^Firm 20\d\d$/.test(name) && !mergedInto),
      ),
    ).toHaveLength(30);
  }
});

test('[I7] another import is refused while one runs; a cancelled one keeps what was taken, and can be undone', async () => {
  const { port } = new URL(server.origin);
  await server.close();
  const id = await stage(here, people(2_000, 30_000));
  await here.call('importRun', { id, ...usual });
  await expect(stage(here, people(5))).rejects.toMatchObject({ code: 'import.running' });
  await here.call('importCancel', { id });
  const { taken, phase } = (await here.call('importState', {})) ?? {};
  expect(phase).toBe('cancelled');
  expect(taken).toBeLessThan(2_000);
  server = await start(port);
  await ended(here);
  expect(await named(here, 'Person 3')).toHaveLength(taken ?? -1);
  await here.call('importUndo', { id });
  await expect
    .poll(async () => {
      await synced(here);
      return (await named(here, 'Person 3')).length;
    })
    .toBe(0);
  // Closed, the next one is taken.
  await here.call('importForget', { id });
  expect(await here.call('importState', {})).toBeNull();
  expect((await importRows(here, people(5, 30_000))).counts.contact.added).toBe(5);
});

test('[I6] [A3] what a colleague has for themselves is not known here, and stays theirs', async () => {
  const mia = await other();
  const row = plannedRow(1, {
    contact: plannedContact({ name: 'Hidden Hana', title: 'Hers', keys: [emailOf('hana@hidden.example')] }),
  });
  // Two devices of one member: what one has for oneself both know; another member knows nothing of it.
  await importRows(mia, [row], { ...usualRules, private: true }, 'hers.csv');
  await synced(here);
  expect(await named(here, 'Hidden')).toMatchObject([{ privateTo: expect.any(String) }]);
  expect((await importRows(here, [row])).counts.contact).toEqual({ added: 0, changed: 0, left: 1 });
});

test('[P3] a server killed in the middle of an import has each row once, and lacks none that it acknowledged', async () => {
  const data = await mkdtemp(join(tmpdir(), 'sidebook-import-kill-'));
  const killed = await startServerProcess(data);
  try {
    const code = killed.output().match(/\/pair#(\S+)/)?.[1];
    const waking = await paired(`${killed.url}/pair#${code}`);
    const rows = people(1_200, 40_000);
    const id = await stage(waking, rows);
    await waking.call('importRun', { id, ...usual });
    for (const reached of [1, 700]) {
      await expect
        .poll(
          async () => {
            void synced(waking);
            return (await waking.call('importState', {}))?.arrived ?? 0;
          },
          { timeout: 20_000, interval: 5 },
        )
        .toBeGreaterThanOrEqual(reached);
      await killed.kill();
      await killed.start();
    }
    expect(await ended(waking)).toMatchObject({ arrived: 1_200, problemCount: 0 });
    await synced(waking);
    expect(await named(waking, 'Person 4')).toHaveLength(1_200);
    expect((await waking.call('imports', {}))[0]).toMatchObject({ added: 1_320, changed: 0 });
  } finally {
    await killed.stop();
    await rm(data, { recursive: true, force: true });
  }
}, 60_000);

test('what the server refuses of a part stands in the report by row, and parks nothing', async () => {
  const rows = people(30, 50_000);
  const { port } = new URL(server.origin);
  await server.close();
  const id = await stage(here, rows);
  await here.call('importRun', { id, ...usual });
  await expect.poll(async () => (await here.call('importState', {}))?.taken).toBe(30);
  // As a part that another release made: the server has another idea of its shape.
  const core = await here.core();
  await core.mirror.commit(async ({ raw }) => {
    for (const { key, value } of await raw.scan('outbox', { from: '0', to: ':' })) {
      const entry = value as { mutation: { input: { file: string } } };
      entry.mutation.input.file = '';
      await raw.put('outbox', key, entry);
    }
  });
  server = await start(port);
  expect(await ended(here)).toMatchObject({ arrived: 30, problemCount: 30 });
  const { problems } = await here.call('importProblems', { id, from: 0 });
  expect(problems[29]).toMatchObject({ row: 30, code: 'server.refused', detail: 'input.invalid' });
  expect(await here.call('parked', {})).toEqual([]);
  await synced(here);
  expect(await named(here, 'Person 5')).toHaveLength(0);
});

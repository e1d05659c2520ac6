import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Running, startServer } from '../../api/start.ts';
import { allOf } from '../../extension/actions/import/all-of.ts';
import { usualRules } from '../../shared/domain/import/planned.ts';
import { ended, importRows, stage } from './import/hand-over.ts';
import {
  emailOf,
  idOf,
  people,
  plannedCompany,
  plannedContact,
  plannedDeal,
  plannedEntry,
  plannedRow,
} from './import/planned-rows.ts';
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
const contactsOf = async (waking: Waking) => allOf((await waking.core()).mirror, 'contact');
const named = async (waking: Waking, prefix: string) =>
  (await contactsOf(waking)).filter(({ name, mergedInto }) => name.startsWith(prefix) && !mergedInto);
const other = async () => paired(await server.pairLink());

test('[I1] a file comes in as parts, is on another device, and the same file again changes nothing', async () => {
  const rows = people(450);
  const id = await stage(here, rows);
  const dry = await here.call('importCheck', { id, rules: usualRules });
  expect(dry.counts).toMatchObject({ contact: { added: 450, changed: 0, left: 0 }, company: { added: 45 } });
  expect(await contactsOf(here)).toHaveLength(0);
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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restore } from '../../api/services/backup/restore.ts';
import { runBackup } from '../../api/services/backup/run.ts';
import { type Running, startServer } from '../../api/start.ts';
import { addContact } from '../../extension/actions/add-contact.ts';
import { act, type Core } from '../../extension/actions/core.ts';
import { note } from '../../extension/actions/note.ts';
import { paired } from './profile.ts';

// Two browsers and a server that goes back to a backup under them, all real but the browser.

let folder: string;
let server: Running;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidebook-restore-'));
  server = await startServer({
    PORT: '0',
    SIDEBOOK_DATA: join(folder, 'data'),
    SIDEBOOK_BACKUPS: join(folder, 'backups'),
    SIDEBOOK_LOG: 'silent',
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const browser = async () => (await paired(await server.pairLink())).core();
const backup = async () => (await runBackup(server.keeper, { kind: 'manual' })).name;
const goBack = (from: string) => restore(server.keeper, { from, workspaces: [server.home] });
const person = (name: string) => ({
  name,
  title: null,
  email: `${name.toLowerCase()}@acme.com`,
  phone: null,
  companyName: null,
  domain: null,
  address: null,
  url: null,
  lifeCycle: 'lead' as const,
  channel: 'manual',
  page: null,
});
const write = (core: Core, contactId: string, text: string) =>
  note(core, { text, about: { contactIds: [contactId], companyId: null, dealId: null }, page: null });
const notesOf = async (core: Core): Promise<(string | null)[]> =>
  (await core.mirror.all('interaction')).map(({ body }) => body).sort();
/** Each has told the other everything. */
async function settle(...all: Core[]): Promise<void> {
  for (let round = 0; round < 3; round++) for (const core of all) await core.sync.now();
}

test('[C3] [C5] what a backup lacks comes back from the browsers that had sent it, once, and nobody is refused', async () => {
  const [nora, mia] = [await browser(), await browser()];
  const { contactId } = await addContact(nora, person('Ada'));
  await settle(nora, mia);
  const early = await backup();
  await write(nora, contactId, 'nora before');
  await write(mia, contactId, 'mia before');
  await settle(nora, mia);
  const late = await backup();
  await act(nora, { verb: 'contact.edit', input: { id: contactId, fields: { title: 'Countess' } } });
  await settle(nora, mia);

  await goBack(early);
  await write(mia, contactId, 'mia after');
  await settle(nora, mia);
  for (const core of [nora, mia]) {
    expect(await notesOf(core)).toEqual(['mia after', 'mia before', 'nora before']);
    expect((await core.mirror.get('contact', contactId))?.title).toBe('Countess');
    expect(await core.sync.link()).toMatchObject({ status: 'online', waiting: 0, parked: [] });
  }

  // Then a backup of the time between: what was sent since the first restore goes again, what it has does not.
  await goBack(late);
  await settle(nora, mia);
  for (const core of [nora, mia]) {
    expect(await notesOf(core)).toEqual(['mia after', 'mia before', 'nora before']);
    expect((await core.mirror.get('contact', contactId))?.title).toBe('Countess');
    expect(await core.sync.link()).toMatchObject({ status: 'online', waiting: 0, parked: [] });
  }
  for (const core of [nora, mia]) await core.sync.close();
});

test('[C3] [P6] what was refused before a restore stays parked, and the gap it leaves holds up nothing', async () => {
  const core = await browser();
  const start = await backup();
  await act(core, { verb: 'task.complete', input: { id: core.newId(), at: 1 } });
  const { contactId } = await addContact(core, person('Grace'));
  await core.sync.now();
  await goBack(start);
  await write(core, contactId, 'after a gap');
  await settle(core);
  const link = await core.sync.link();
  expect(link).toMatchObject({ status: 'online', waiting: 0 });
  expect(link.parked.map(({ verb }) => verb)).toEqual(['task.complete']);
  expect(await notesOf(core)).toContain('after a gap');
  await core.sync.close();
});

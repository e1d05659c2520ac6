import { expect, test } from 'vitest';
import { newBase, noOrigin } from '../../../shared/domain/row.ts';
import type { Company, Contact, Template } from '../../../shared/domain/rows.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { openMirror } from '../../mirror/mirror.ts';
import type { StorageArea } from '../../settings/storage.ts';
import { openUsed } from '../../settings/used.ts';
import type { Core } from '../core.ts';
import { paletteView } from './palette.ts';
import { suggestionsFor } from './suggestions.ts';

const party = { role: null, roleReason: null, mergedInto: null, own: {}, origin: noOrigin, ownerId: null };
const names = ['Adam Berg', 'Berit Adler', 'Ada Lind', 'Karl Ada', 'Adamine Zwei'];

async function open() {
  const mirror = await openMirror(memoryStore());
  await mirror.commit(async (tx) => {
    for (const [at, name] of names.entries()) {
      const keys = [{ kind: 'email', value: `${at}@acme.test`, source: null }];
      const role = name === 'Adam Berg' ? 'blocked' : null;
      const row = { ...newBase(`c${at}`, 1, null), ...party, name, role, keys, companyId: null };
      await tx.put({ noun: 'contact', row: row as unknown as Contact });
    }
    const company = { ...newBase('adco', 1, null), ...party, name: 'Ad Company', domains: [] };
    await tx.put({ noun: 'company', row: company as unknown as Company });
    const template = { ...newBase('t1', 1, null), name: 'After a demo', subject: 'Thank you', body: '' };
    await tx.put({ noun: 'template', row: { ...template, position: 1, privateTo: null } as Template });
  });
  const area = {
    get: async () => ({}),
    set: async () => {},
    remove: async () => {},
  } as unknown as StorageArea;
  const used = openUsed(area, '', (cause) => {
    throw cause;
  });
  return { mirror, used, now: () => 1_000 } as unknown as Core;
}
const titles = async (core: Core, text: string) =>
  (await paletteView(core, text)).rows.map(({ title }) => title);

test('a name that begins with the words stands before one with a word that does', async () => {
  const core = await open();
  expect(await titles(core, 'ada')).toEqual(['Adam Berg', 'Ada Lind', 'Adamine Zwei', 'Karl Ada']);
  expect(await titles(core, 'adl')).toEqual(['Berit Adler']);
});

test('among alike what was used here lately comes first, and with nothing typed it alone', async () => {
  const core = await open();
  expect(await titles(core, '')).toEqual([]);
  await core.used.note('contact c4', core.now());
  await core.used.note('contact c3', core.now());
  await core.used.note('contact c4', core.now());
  await core.used.note('contact gone', core.now());
  await core.used.note('command theme dark', core.now());
  expect(await titles(core, 'ada')).toEqual(['Adamine Zwei', 'Adam Berg', 'Ada Lind', 'Karl Ada']);
  expect(await titles(core, '')).toEqual(['Adamine Zwei', 'Karl Ada']);
  expect((await paletteView(core, '')).commands).toEqual({ 'theme dark': 1 });
});

test('a new name of what was used is known at once', async () => {
  const core = await open();
  await core.used.note('contact c4', core.now());
  expect(await titles(core, '')).toEqual(['Adamine Zwei']);
  await core.mirror.commit(async (tx) => {
    const row = await tx.get('contact', 'c4');
    if (row) await tx.put({ noun: 'contact', row: { ...row, name: 'Zoe Zwei' } });
  });
  expect(await titles(core, '')).toEqual(['Zoe Zwei']);
});

test('templates are found by name and subject, once something is typed', async () => {
  const core = await open();
  expect((await paletteView(core, 'thank')).templates).toMatchObject([{ id: 't1', name: 'After a demo' }]);
  expect((await paletteView(core, '')).templates).toEqual([]);
});

test('the mailbox’s search is suggested nobody who is blocked, and nothing for its own language or a single letter', async () => {
  const core = await open();
  expect(await suggestionsFor(core, 'ada')).toMatchObject([
    { title: 'Ada Lind', email: '2@acme.test' },
    { title: 'Adamine Zwei' },
    { title: 'Karl Ada' },
  ]);
  expect(await suggestionsFor(core, 'a')).toEqual([]);
  expect(await suggestionsFor(core, 'from:ada')).toEqual([]);
});

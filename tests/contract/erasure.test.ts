import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filePath } from '../../api/db/migrate.ts';
import { silentLog } from '../../api/log.ts';
import { type Keeper, makeKeeper } from '../../api/services/backup/keeper.ts';
import { restore } from '../../api/services/backup/restore.ts';
import { runBackup } from '../../api/services/backup/run.ts';
import { erasePerson } from '../../api/services/erasure/erase.ts';
import { putPart } from '../../api/services/file/put.ts';
import { find } from '../../api/services/search/find.ts';
import type { Id } from '../../shared/kit/id.ts';
import { canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import {
  companyInput,
  contactInput,
  dealInput,
  mailInput,
  partChange,
  partInput,
  taskInput,
} from './inputs.ts';

/** Words that stand for the person everywhere, and for nobody else. */
const canaries = [
  'Zsuzsanna',
  'Quetzalcoatl',
  'zq.canary@person.example',
  'linkedin.com/in/zqcanary',
  '+36301239999',
  'zqSecretText',
];

const device = { deviceId: 'd', role: 'owner' } as const;

type Told = { anna: Id; own: Id; ben: Id; alone: Id; both: Id; deal: Id; task: Id; other: Id };

async function tell(desk: Desk): Promise<Told> {
  const olive = desk.client();
  const mia = desk.client(await desk.member('member', 'Mia'));
  const company = companyInput({ name: 'Person Ltd' });
  await olive.act('company.add', company);
  const anna = contactInput({
    name: 'Zsuzsanna Old',
    title: 'zqSecretText officer',
    companyId: company.id,
    phone: '+36301239999',
    address: 'zqSecretText street',
    own: { hobby: 'zqSecretText' },
    role: 'blocked',
    roleReason: 'zqSecretText',
    keys: [
      { kind: 'email', value: 'zq.canary@person.example', source: null },
      { kind: 'profile', value: 'linkedin.com/in/zqcanary', source: null },
      { kind: 'phone', value: '+36301239999', source: null },
    ],
  });
  const ben = contactInput({
    name: 'Ben Stays',
    keys: [{ kind: 'email', value: 'ben@person.example', source: null }],
  });
  const own = contactInput({ name: 'Zsuzsanna Mine', private: true, keys: anna.keys.slice(0, 1) });
  await olive.act('contact.add', anna);
  await olive.act('contact.add', ben);
  await mia.act('contact.add', own);
  // Somebody took them for Ben once, chose their job and number for him, and split them again; then they were Anna.
  const twin = contactInput({
    ...{ name: 'Zsuzsanna Twin', title: 'zqSecretText twin', phone: '+36301239999' },
    keys: [{ kind: 'email', value: 'zq.canary2@person.example', source: null }],
  });
  await olive.act('contact.add', twin);
  const taken = { id: ben.id, goneId: twin.id, mergeId: newId() };
  const { title, phone } = twin;
  await olive.act('contact.merge', { ...taken, fields: { title, phone } });
  await olive.act('contact.edit', { id: ben.id, fields: { phone: '+36301239999 zqSecretText' } });
  await olive.act('merge.split', { id: taken.mergeId });
  await olive.act('contact.merge', { id: anna.id, goneId: twin.id, mergeId: newId(), fields: {} });
  const end = { toNoun: 'contact', toId: anna.id, kind: 'referred' } as const;
  const referred = { ...end, id: newId(), fromNoun: 'contact', fromId: ben.id } as const;
  await olive.act('relation.add', { ...referred, note: 'zqSecretText at the fair' });
  const supplies = { id: newId(), fromNoun: 'company', fromId: company.id, kind: 'supplies' } as const;
  await olive.act('relation.add', {
    ...supplies,
    ...{ toNoun: 'contact', toId: ben.id, note: 'ask zq.canary@person.example' },
  });
  await olive.act('contact.edit', { id: anna.id, fields: { name: 'Zsuzsanna Quetzalcoatl' } });
  const participants = [
    { name: 'Zsuzsanna Q', email: 'ZQ.Canary@person.example', role: 'from' as const },
    { name: 'Ben', email: 'ben@person.example', role: 'to' as const },
  ];
  const mail = { subject: 'zqSecretText subject', body: 'Dear Zsuzsanna, zqSecretText' };
  const alone = mailInput({
    contactIds: [anna.id],
    participants: participants.slice(0, 1),
    ...mail,
    fingerprint: ['mid:zqcanary@x'],
  });
  const both = mailInput({
    contactIds: [anna.id, ben.id],
    participants,
    ...mail,
    fingerprint: ['mid:zqcanary2@x'],
    attachments: [{ name: 'zqSecretText.pdf', size: 22, type: null }],
  });
  const other = mailInput({
    contactIds: [ben.id],
    subject: 'About',
    body: 'write to ZQ.canary@person.example, says Ben',
  });
  await olive.act('interaction.log', alone);
  await olive.act('interaction.log', both);
  const secret = Buffer.from('zqSecretText in a file');
  const sha256 = createHash('sha256').update(secret).digest('hex');
  const { length: size } = secret;
  const kept = { id: newId(), interactionId: both.id, name: 'zqSecretText.pdf', type: null, size, sha256 };
  await olive.act('file.add', kept);
  await putPart(
    { ...desk.world, here: desk.here, caller: { ...device, userId: olive.by, workspaceId: desk.here.id } },
    { id: kept.id, part: 0, bytes: secret.toString('base64') },
  );
  await olive.act('interaction.log', other);
  await mia.act('interaction.log', mailInput({ contactIds: [own.id], private: true, participants, ...mail }));
  const deal = dealInput({
    title: 'Zsuzsanna Quetzalcoatl renewal',
    need: 'zq.canary@person.example wants it',
    own: { buyer: 'ask zq.canary@person.example', hall: 'Hall of Stays' },
    contactIds: [anna.id, ben.id],
  });
  await olive.act('deal.add', deal);
  // An import: the person once more, a call with them, and what stood before it of them and of another row.
  const call = { subject: 'zqSecretText call', contactIds: [anna.id], fingerprint: ['ext:crm:zqSecretText'] };
  await olive.act(
    'import.rows',
    partInput({
      file: 'zq.canary@person.example.vcf',
      contacts: [{ ...anna, id: newId(), name: 'Zsuzsanna Imported' }],
      interactions: [mailInput({ kind: 'call', ...call })],
      changes: [
        partChange({ id: anna.id, fill: false, fields: { title: 'zqSecretText chief' } }),
        partChange({ noun: 'deal', id: deal.id, fill: false, fields: { need: 'zq.canary@person.example' } }),
      ],
    }),
  );
  const task = taskInput({ title: 'Call Zsuzsanna', contactId: anna.id });
  await olive.act('task.add', task);
  return {
    anna: anna.id,
    own: own.id,
    ben: ben.id,
    alone: alone.id,
    both: both.id,
    deal: deal.id,
    task: task.id,
    other: other.id,
  };
}

const keeperOf = (desk: Desk): Keeper =>
  makeKeeper({ world: desk.world, settings: desk.settings, log: silentLog, changed: () => {} });
/** Every cell of every table, and the words of the full text. */
async function everything(desk: Desk): Promise<string> {
  const { db } = await desk.world.workspace(desk.here.id);
  const { rows } = await db.execute(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'libsql_%'`,
  );
  const cells: string[] = [];
  for (const { name } of rows)
    cells.push(
      JSON.stringify((await db.execute(`SELECT * FROM "${String(name)}"`)).rows, (_key, value) =>
        value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value,
      ),
    );
  for (const data of ['search_data', 'search_text_data'])
    for (const row of (await db.execute(`SELECT hex(block) AS h FROM ${data}`)).rows)
      cells.push(Buffer.from(String(row.h), 'hex').toString('latin1'));
  return cells.join('\n');
}
const leftIn = (text: string) => canaries.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

describe.each(engines)('a person erased on %s', (engine) => {
  describe.skipIf(!canRun(engine))('leaves', () => {
    let desk: Desk;
    let told: Told;
    let before: string;
    let pulled: number;
    beforeAll(async () => {
      desk = await openDesk(engine);
      told = await tell(desk);
      before = (await runBackup(keeperOf(desk), { kind: 'manual' })).name;
      expect(leftIn(await everything(desk)).length).toBeGreaterThan(3);
      pulled = Number((await desk.here.db.execute('SELECT max(seq) AS n FROM feed')).rows[0]?.n);
      const done = await erasePerson(keeperOf(desk), {
        workspaceId: desk.here.id,
        person: { contactId: told.anna },
        by: desk.owner,
      });
      expect(done).toMatchObject({
        contacts: 4,
        interactions: 4,
        rewritten: 4,
        mentions: [],
        compacted: engine === 'file',
        heldBy: [before],
      });
    });
    afterAll(() => desk.close());

    it('no trace in any table, history, search or full text, of a colleague’s own contact neither', async () => {
      expect(leftIn(await everything(desk))).toEqual([]);
    });

    it('the facts about others: that there was contact, the deal, the company, a colleague’s words', async () => {
      expect(await desk.row('interaction', told.both)).toMatchObject({
        subject: null,
        body: null,
        contactIds: [told.ben],
        deletedAt: null,
      });
      expect((await desk.row('interaction', told.both))?.participants).toEqual([
        { name: 'Ben', email: 'ben@person.example', role: 'to' },
      ]);
      expect((await desk.row('deal', told.deal))?.title).toBe('… renewal');
      expect((await desk.row('interaction', told.other))?.body).toBe('write to …, says Ben');
      expect((await desk.row('contact', told.ben))?.name).toBe('Ben Stays');
      expect((await find(desk.here.db, desk.owner, { text: 'says', limit: 10 })).length).toBeGreaterThan(0);
    });

    it('a tombstone for every mirror, behind what it has read', async () => {
      const { rows } = await desk.here.db.execute('SELECT noun, row_id AS id FROM feed WHERE seq > ?', [
        pulled,
      ]);
      const changed = new Set(rows.map(({ id }) => id));
      for (const id of [told.anna, told.own, told.alone, told.both, told.deal, told.task, told.other])
        expect(changed).toContain(id);
      for (const [noun, id] of [
        ['contact', told.anna],
        ['interaction', told.alone],
        ['task', told.task],
      ] as const)
        expect((await desk.row(noun, id))?.deletedAt).not.toBeNull();
      // [D11]
      expect(await desk.row('contact', told.anna)).toMatchObject({ erased: true });
      expect(await desk.row('interaction', told.alone)).toMatchObject({ erased: true });
    });

    it('nobody to edit or bring back: what a late client sends is refused and not kept', async () => {
      const late = desk.client();
      const results = [
        await late.act('contact.edit', { id: told.anna, fields: { name: 'Zsuzsanna again' } }),
        await late.act('contact.restore', { id: told.anna }),
        await late.act('contact.addKey', {
          id: told.anna,
          key: { kind: 'email', value: 'zq.canary@person.example', source: null },
        }),
        await late.act('contact.add', contactInput({ id: told.anna, name: 'Zsuzsanna again' })),
        await late.act('interaction.edit', { id: told.alone, fields: { body: 'zqSecretText' } }),
      ];
      expect(results.map(({ status }) => status)).toEqual(Array(5).fill('refused'));
      expect(leftIn(await everything(desk))).toEqual([]);
    });

    it.runIf(engine === 'file')('no byte in the file or its log', () => {
      const path = filePath(desk.here.db.url);
      const folder = dirname(path);
      for (const name of readdirSync(folder).filter((each) => each.startsWith(desk.here.id)))
        expect([name, leftIn(readFileSync(join(folder, name)).toString('latin1'))]).toEqual([name, []]);
    });

    it('nothing to a restore of an older backup: the erasure is done again', async () => {
      await restore(keeperOf(desk), { from: before, workspaces: [desk.here.id] });
      expect(leftIn(await everything(desk))).toEqual([]);
      const { db } = await desk.world.workspace(desk.here.id);
      expect((await db.execute('SELECT name FROM contact WHERE id = ?', [told.ben])).rows[0]?.name).toBe(
        'Ben Stays',
      );
      const ledger = await desk.world.directory.execute('SELECT * FROM erasure');
      expect(leftIn(JSON.stringify(ledger.rows))).toEqual([]);
    });
  });
});

it('a person of whom nothing is known, or an empty name, is refused', async () => {
  const desk = await openDesk('file');
  for (const person of [{ contactId: newId() }, { email: 'nobody@nowhere.example' }, { email: '' }])
    await expect(
      erasePerson(keeperOf(desk), { workspaceId: desk.here.id, person, by: null }),
    ).rejects.toThrow('contact.unknown');
  await desk.close();
});

it('somebody who came back after their erasure stays in a later backup; an older one loses them by their address alone', async () => {
  const desk = await openDesk('file');
  const keeper = keeperOf(desk);
  const client = desk.client();
  const person = (name: string) =>
    contactInput({ name, keys: [{ kind: 'email', value: 'back@person.example', source: null }] });
  const names = async () => {
    const { db } = await desk.world.workspace(desk.here.id);
    const { rows } = await db.execute('SELECT name FROM contact WHERE deleted_at IS NULL ORDER BY name');
    return rows.map(({ name }) => name);
  };
  // An older backup knows them by another row, which was removed since.
  const old = person('Old row');
  await client.act('contact.add', old);
  const { name: before } = await runBackup(keeper, { kind: 'manual' });
  await desk.here.db.batch([
    { sql: 'DELETE FROM contact_key WHERE contact_id = ?', args: [old.id] },
    { sql: 'DELETE FROM contact WHERE id = ?', args: [old.id] },
  ]);
  await client.act('contact.add', person('Erased'));
  await erasePerson(keeper, {
    workspaceId: desk.here.id,
    person: { email: 'Back@person.example' },
    by: null,
  });
  expect(await names()).toEqual([]);
  expect(await client.act('contact.add', person('Came back'))).toMatchObject({ status: 'applied' });
  const { name: after } = await runBackup(keeper, { kind: 'manual' });
  await restore(keeper, { from: after, workspaces: [desk.here.id] });
  expect(await names()).toEqual(['Came back']);
  await restore(keeper, { from: before, workspaces: [desk.here.id] });
  expect(await names()).toEqual([]);
  await desk.close();
}, 60_000);

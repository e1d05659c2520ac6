import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filePath } from '../../api/db/migrate.ts';
import { silentLog } from '../../api/log.ts';
import { makeKeeper } from '../../api/services/backup/keeper.ts';
import { restore } from '../../api/services/backup/restore.ts';
import { makeDevices } from '../../api/services/device/authorise.ts';
import { deleteWorkspace, sweep } from '../../api/services/erasure/workspace.ts';
import { csvLine } from '../../api/services/export/csv.ts';
import { exportPerson } from '../../api/services/export/person.ts';
import { exportWorkspace } from '../../api/services/export/workspace.ts';
import { claimPairing } from '../../api/services/pairing/claim.ts';
import { createPairingCode } from '../../api/services/pairing/create.ts';
import { listWorkspaces } from '../../api/services/workspace/list.ts';
import type { Id } from '../../shared/kit/id.ts';
import { canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { contactInput, dealInput, email, mailInput, taskInput } from './inputs.ts';
import { unzip } from './unzip.ts';

const keeperOf = (desk: Desk, changed = () => {}) =>
  makeKeeper({ world: desk.world, settings: desk.settings, log: silentLog, changed });
const linesOf = (text = '') =>
  text
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe.each(engines)('an export on %s', (engine) => {
  describe.skipIf(!canRun(engine))('gives', () => {
    let desk: Desk;
    let anna: Id;
    let mia: Id;
    let files: Record<string, string>;
    beforeAll(async () => {
      desk = await openDesk(engine);
      const olive = desk.client();
      mia = await desk.member('member', 'Mia');
      const input = contactInput({
        name: '=HYPERLINK("http://evil")',
        address: 'a "b",\nc 王',
        keys: [email('anna@q.example')],
      });
      anna = input.id;
      await olive.act('contact.add', input);
      for (let i = 0; i < 700; i++) await olive.act('contact.add', contactInput({ name: `Contact ${i}` }));
      await olive.act('interaction.log', mailInput({ contactIds: [anna], body: 'open' }));
      await desk
        .client(mia)
        .act(
          'interaction.log',
          mailInput({ contactIds: [anna], body: 'miaSecret', subject: 'miaSecret', private: true }),
        );
      const hers = desk.client(mia);
      const secret = contactInput({ name: 'miaSecret', private: true });
      await hers.act('contact.add', secret);
      const deal = dealInput({ contactIds: [anna] });
      await olive.act('deal.add', deal);
      const pays = { kind: 'pays-for', toNoun: 'deal', toId: deal.id, fromNoun: 'contact' } as const;
      await olive.act('relation.add', { ...pays, id: newId(), fromId: anna, note: 'for both' });
      await hers.act('relation.add', { ...pays, id: newId(), fromId: secret.id, note: 'miaSecret' });
      const view = { noun: 'contact', name: 'miaSecret', query: '{}', position: 0 } as const;
      await hers.act('view.add', { ...view, id: newId(), private: true });
      await olive.act('task.add', taskInput({ contactId: anna }));
      const done = await exportWorkspace(keeperOf(desk), { workspaceId: desk.here.id, by: desk.owner });
      files = unzip(readFileSync(done.path));
      expect(done.bytes).toBe(readFileSync(done.path).length);
      await done.remove();
      expect(existsSync(done.path)).toBe(false);
    });
    afterAll(() => desk.close());

    it('every row as JSON and as CSV, with the same count', async () => {
      const said = JSON.parse(files['workspace.json'] ?? '{}');
      expect(said).toMatchObject({
        id: desk.here.id,
        name: 'Desk',
        rows: { contact: 701, interaction: 2, deal: 1, task: 1 },
      });
      const whole = (await desk.rows()).filter(({ noun }) => noun === 'contact').map(({ row }) => row.id);
      const exported = linesOf(files['contact.jsonl']).map(({ id }) => id);
      expect(exported).toHaveLength(701);
      expect(whole.filter((id) => exported.includes(id)).length).toBeGreaterThan(600);
      expect(linesOf(files['history.jsonl']).length).toBe(said.rows.history);
      expect(linesOf(files['contact.jsonl']).find(({ id }) => id === anna)?.keys).toEqual([
        { kind: 'email', value: 'anna@q.example', source: null },
      ]);
    });

    it('cells that no table program runs, in a file that it reads as UTF-8', () => {
      const csv = files['contact.csv'] ?? '';
      expect(csv.startsWith('\ufeffid,')).toBe(true);
      expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`);
      expect(csv).toContain('"a ""b"",\nc 王"');
      expect(csv).toContain('email:anna@q.example');
    });

    it('nothing of what a member keeps to themselves, and says how many that are', () => {
      expect(Object.entries(files).filter(([, text]) => text.includes('miaSecret'))).toEqual([]);
      const said = JSON.parse(files['workspace.json'] ?? '{}');
      expect(said.privateToOthers).toMatchObject({ contact: 1, relation: 1, view: 1 });
      expect(
        linesOf(files['interaction.jsonl'])
          .map(({ body }) => body)
          .sort(),
      ).toEqual([null, 'open']);
    });

    it('one person’s data in one file; what is not the asker’s to see only as a number', async () => {
      const tell = async (by: Id, contactId = anna) => {
        let text = '';
        for await (const piece of exportPerson(desk.here, { person: { contactId }, by, now: 1 }))
          text += piece;
        return JSON.parse(text);
      };
      const told = await tell(desk.owner);
      expect(told).toMatchObject({
        contact: [{ id: anna }],
        privateToOthers: { contact: 0, interaction: 1 },
      });
      expect(told.interaction.map(({ body }: { body: string }) => body)).toEqual(['open']);
      expect([told.deal.length, told.task.length, told.history.length > 0]).toEqual([1, 1, true]);
      expect(told.relation).toMatchObject([{ note: 'for both' }]);
      expect((await tell(mia)).interaction).toHaveLength(2);
      await expect(tell(desk.owner, newId())).rejects.toThrow('contact.unknown');
    });
  });
});

describe.each(engines)('a workspace deleted on %s', (engine) => {
  describe.skipIf(!canRun(engine))('by its owner', () => {
    it('is gone for its browsers and from its disk, and a restore of its last backup brings it back', async () => {
      const desk = await openDesk(engine);
      const { code } = await createPairingCode(desk.world, { workspaceId: desk.here.id, userId: desk.owner });
      const { token } = await claimPairing(desk.world, { code, deviceName: 'x' });
      const devices = makeDevices(desk.world.directory, desk.world.now);
      await desk.client().act('contact.add', contactInput({ name: 'Comes back' }));
      await devices.authorise(token);
      const keeper = keeperOf(desk, devices.forget);
      const { backup } = await deleteWorkspace(keeper, { workspaceId: desk.here.id, backup: true });
      await expect(devices.authorise(token)).rejects.toThrow('auth.removed');
      expect(await listWorkspaces(desk.world.directory)).toEqual([]);
      if (engine === 'file') expect(existsSync(filePath(desk.here.db.url))).toBe(false);
      else {
        const place = desk.settings.workspace(desk.here.id);
        const { createClient } = await import('@libsql/client');
        const client = createClient({ url: place.url });
        expect(
          (await client.execute(`SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'`)).rows,
        ).toEqual([]);
        client.close();
      }
      await sweep(keeper);
      await restore(keeper, { from: backup ?? '', workspaces: [desk.here.id] });
      const { db } = await desk.world.workspace(desk.here.id);
      expect((await db.execute('SELECT name FROM contact')).rows[0]?.name).toBe('Comes back');
      expect(await listWorkspaces(desk.world.directory)).toMatchObject([
        { id: desk.here.id, name: 'Desk', kind: 'home' },
      ]);
      await expect(devices.authorise(token)).rejects.toThrow('auth.revoked');
      await desk.close();
    });

    it('is forgotten when every browser had time to hear of it; one that is unknown is refused', async () => {
      const desk = await openDesk(engine);
      const keeper = keeperOf(desk);
      expect(await deleteWorkspace(keeper, { workspaceId: desk.here.id, backup: false })).toEqual({
        backup: null,
      });
      desk.clock.now += 36 * 86_400_000;
      await sweep(keeper);
      expect((await desk.world.directory.execute('SELECT * FROM membership')).rows).toEqual([]);
      expect((await desk.world.directory.execute('SELECT * FROM workspace')).rows).toEqual([]);
      await expect(deleteWorkspace(keeper, { workspaceId: desk.here.id, backup: true })).rejects.toThrow(
        'not_found',
      );
      await desk.close();
    });
  });
});

it.each([
  '=1+1',
  '+1',
  '-1',
  '@x',
  '\t=1',
  ' =1',
  '\u200b=1',
  '\ufeff=1',
  '＝1',
  '＠x',
  '\r1',
  '\u0000-1',
])('the cell %j is text', (text) => {
  expect(csvLine([text]).replaceAll('"', '').startsWith("'")).toBe(true);
});
it('plain cells stay as they are', () => {
  expect(csvLine(['a', -1, null, undefined, 1.5, 'b-c', "o'x"])).toBe("a,-1,,,1.5,b-c,o'x\r\n");
});

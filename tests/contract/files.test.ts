import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../api/log.ts';
import { makeKeeper } from '../../api/services/backup/keeper.ts';
import { restore } from '../../api/services/backup/restore.ts';
import { runBackup } from '../../api/services/backup/run.ts';
import { exportWorkspace } from '../../api/services/export/workspace.ts';
import { partOf } from '../../api/services/file/get.ts';
import { heldOf } from '../../api/services/file/have.ts';
import { putPart } from '../../api/services/file/put.ts';
import { usedBy } from '../../api/services/file/used.ts';
import { partBytes, partsOf } from '../../shared/domain/attachment/parts.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Input } from '../../shared/sync/mutation.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { contactInput, mailInput } from './inputs.ts';
import { unzip } from './unzip.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const fileInput = (
  interactionId: Id,
  bytes: Buffer,
  over: Partial<Input<'file.add'>> = {},
): Input<'file.add'> => ({
  id: newId(),
  interactionId,
  name: 'Quote.pdf',
  type: 'application/pdf',
  size: bytes.length,
  sha256: sha256(bytes),
  ...over,
});
const code = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: string }) => error.code,
  );

describe.each(engines)('files on %s', (engine) => {
  describe.skipIf(!canRun(engine))('are kept', () => {
    let desk: Desk;
    let olive: Client;
    let mia: Client;
    let rory: Client;
    let person: Id;
    beforeAll(async () => {
      desk = await openDesk(engine);
      olive = desk.client();
      mia = desk.client(await desk.member('member', 'Mia'));
      rory = desk.client(await desk.member('read-only', 'Rory'));
      const contact = contactInput();
      person = contact.id;
      await olive.act('contact.add', contact);
    });
    afterAll(() => desk.close());

    const scope = (client: Client, fileRoom = 1_000_000_000) => ({
      ...desk.world,
      fileRoom,
      here: desk.here,
      caller: { deviceId: 'd', userId: client.by, workspaceId: desk.here.id, role: 'member' as const },
    });
    const put = (client: Client, id: Id, bytes: Buffer, part: number, room?: number) =>
      putPart(scope(client, room), {
        id,
        part,
        bytes: bytes.subarray(part * partBytes, (part + 1) * partBytes).toString('base64'),
      });
    async function putAll(client: Client, id: Id, bytes: Buffer): Promise<void> {
      for (let part = 0; part < partsOf(bytes.length); part++) await put(client, id, bytes, part);
    }
    async function got(client: Client, id: Id): Promise<Buffer> {
      const first = await partOf(desk.here.db, client.by, { id, part: 0 });
      const all = [Buffer.from(first.bytes, 'base64')];
      for (let part = 1; part < first.parts; part++)
        all.push(Buffer.from((await partOf(desk.here.db, client.by, { id, part })).bytes, 'base64'));
      return Buffer.concat(all);
    }
    async function logged(client = olive, over: Partial<Input<'interaction.log'>> = {}): Promise<Id> {
      const mail = mailInput({ contactIds: [person], ...over });
      expect(await client.act('interaction.log', mail)).toMatchObject({ status: 'applied' });
      return mail.id;
    }
    async function kept(client: Client, entry: Id, bytes: Buffer): Promise<Id> {
      const file = fileInput(entry, bytes);
      expect(await client.act('file.add', file)).toMatchObject({ status: 'applied' });
      await putAll(client, file.id, bytes);
      return file.id;
    }
    const stored = async () =>
      Number((await desk.here.db.execute('SELECT count(*) AS n FROM file_part')).rows[0]?.n);

    it('[H5] in parts that come in any order and as often as they like; with the last one they are stored', async () => {
      const bytes = randomBytes(partBytes * 2 + 17);
      const file = fileInput(await logged(), bytes);
      await olive.act('file.add', file);
      expect(await put(olive, file.id, bytes, 2)).toEqual({ stored: false });
      expect(await put(olive, file.id, bytes, 0)).toEqual({ stored: false });
      expect(await put(olive, file.id, bytes, 0)).toEqual({ stored: false });
      expect(await heldOf(desk.here.db, olive.by, file.id)).toEqual({ stored: false, parts: [0, 2] });
      expect(await desk.row('file', file.id)).toMatchObject({ storedAt: null });
      // Nobody else goes on with it, and nobody has it before it is whole.
      expect(await code(put(mia, file.id, bytes, 1))).toBe('file.unknown');
      expect(await code(got(mia, file.id))).toBe('file.unknown');
      expect(await put(olive, file.id, bytes, 1)).toEqual({ stored: true });
      expect(await put(olive, file.id, bytes, 1)).toEqual({ stored: true });
      expect(await heldOf(desk.here.db, mia.by, file.id)).toEqual({ stored: true, parts: [] });
      const row = await desk.row('file', file.id, mia.by);
      expect(row).toMatchObject({ name: 'Quote.pdf', createdBy: olive.by });
      expect(row).not.toHaveProperty('blobId');
      expect(row?.storedAt).toBeGreaterThan(0);
      expect(await got(rory, file.id)).toEqual(bytes);
    });

    it('[H4] of another content than was said are thrown away, and can come again', async () => {
      const bytes = randomBytes(partBytes + 3);
      const wrong = Buffer.from(bytes);
      wrong[5] = (wrong[5] ?? 0) ^ 1;
      const file = fileInput(await logged(), bytes);
      await olive.act('file.add', file);
      await put(olive, file.id, wrong, 0);
      expect(await code(put(olive, file.id, bytes, 1))).toBe('file.digest');
      expect(await heldOf(desk.here.db, olive.by, file.id)).toEqual({ stored: false, parts: [] });
      await putAll(olive, file.id, bytes);
      expect(await got(olive, file.id)).toEqual(bytes);
    });

    it('[H4] no part is longer, shorter or another one than the file has', async () => {
      const bytes = randomBytes(10);
      const file = fileInput(await logged(), bytes);
      await olive.act('file.add', file);
      const base = { id: file.id, bytes: bytes.toString('base64') };
      for (const given of [
        { ...base, part: 1 },
        { ...base, part: 0, bytes: '' },
        { ...base, part: 0, bytes: randomBytes(11).toString('base64') },
      ])
        expect(await code(putPart(scope(olive), given))).toBe('input.invalid');
      const empty = fileInput(await logged(), Buffer.alloc(0));
      await olive.act('file.add', empty);
      expect(await put(olive, empty.id, Buffer.alloc(0), 0)).toEqual({ stored: true });
    });

    it('[H6] the same bytes stand once, and are gone with the last file that has them', async () => {
      const before = await stored();
      const bytes = randomBytes(1_000);
      const [one, two] = [await logged(), await logged()];
      const first = await kept(olive, one, bytes);
      // At the same entry it is the first; at another it is stored at once.
      expect(await mia.act('file.add', fileInput(one, bytes))).toMatchObject({
        status: 'already',
        answer: { id: first },
      });
      const second = fileInput(two, bytes, { name: 'Again.pdf' });
      await mia.act('file.add', second);
      expect((await desk.row('file', second.id))?.storedAt).not.toBeNull();
      expect(await stored()).toBe(before + 1);
      await olive.act('file.remove', { id: first });
      expect(await got(mia, second.id)).toEqual(bytes);
      await mia.act('file.remove', { id: second.id });
      expect(await stored()).toBe(before);
      expect(await code(got(mia, second.id))).toBe('file.unknown');
    });

    it('[H1] [V7] follow their entry: of one that is private others learn neither name nor bytes nor that they are there', async () => {
      const bytes = randomBytes(2_000);
      const hidden = await logged(mia, { private: true });
      const secret = await kept(mia, hidden, bytes);
      expect(await desk.row('file', secret, mia.by)).toMatchObject({ name: 'Quote.pdf' });
      expect(await desk.row('file', secret)).not.toHaveProperty('name');
      expect(await code(got(olive, secret))).toBe('file.unknown');
      expect(await code(heldOf(desk.here.db, olive.by, secret))).toBe('file.unknown');
      expect(await olive.act('file.remove', { id: secret })).toMatchObject({ code: 'file.unknown' });
      expect(await olive.act('file.add', fileInput(hidden, bytes))).toMatchObject({
        code: 'interaction.unknown',
      });
      // Whoever has the same bytes sends them all, and is told nothing.
      const parts = await stored();
      const own = fileInput(await logged(), bytes);
      await olive.act('file.add', own);
      expect((await desk.row('file', own.id))?.storedAt).toBeNull();
      expect(await put(olive, own.id, bytes, 0)).toEqual({ stored: true });
      expect(await stored()).toBe(parts);
      // Shared it is everybody's, made private again it is taken from their mirrors.
      const last = async () =>
        Number((await desk.here.db.execute('SELECT max(seq) AS n FROM feed')).rows[0]?.n);
      for (const isPrivate of [false, true]) {
        const from = await last();
        await mia.act('interaction.setPrivate', { id: hidden, private: isPrivate });
        const { rows } = await desk.here.db.execute(
          `SELECT row_id AS id FROM feed WHERE seq > ? AND noun = 'file'`,
          [from],
        );
        expect(rows.map(({ id }) => id)).toContain(secret);
        expect('name' in ((await desk.row('file', secret)) ?? {})).toBe(!isPrivate);
      }
      await mia.act('interaction.answerAccess', { id: hidden, memberId: olive.by, grant: true });
      expect(await got(olive, secret)).toEqual(bytes);
      // Let in to read, and no more.
      expect(await olive.act('file.remove', { id: secret })).toMatchObject({ code: 'file.unknown' });
    });

    it('[H2] of a mail that a colleague had logged belong to that entry', async () => {
      const fingerprint = [`mid:${newId()}@x.example`];
      const theirs = await logged(mia, { fingerprint });
      const mine = mailInput({ contactIds: [person], fingerprint });
      expect(await olive.act('interaction.log', mine)).toMatchObject({ status: 'already' });
      const file = fileInput(mine.id, randomBytes(5), { keys: fingerprint });
      expect(await olive.act('file.add', file)).toMatchObject({ status: 'applied' });
      expect(await desk.row('file', file.id)).toMatchObject({ interactionId: theirs });
      const lost = fileInput(newId(), randomBytes(5), { keys: ['mid:nobody@x.example'] });
      expect(await olive.act('file.add', lost)).toMatchObject({ code: 'interaction.unknown' });
    });

    it('[U1] are named by an entry as soon as one log of its mail could read them', async () => {
      const fingerprint = [`mid:${newId()}@x.example`];
      const blind = await logged(mia, { fingerprint });
      const attachments = [{ name: 'Quote.pdf', size: 9, type: null }];
      await olive.act('interaction.log', mailInput({ contactIds: [person], fingerprint, attachments }));
      await mia.act('interaction.log', mailInput({ contactIds: [person], fingerprint }));
      expect((await desk.row('interaction', blind))?.attachments).toEqual(attachments);
    });

    it('[H3] of no more than the workspace has room for; what is full says so and takes the next when there is room', async () => {
      const { bytes: used } = await usedBy(desk.here.db);
      const bytes = randomBytes(partBytes + 1);
      const file = fileInput(await logged(), bytes);
      await olive.act('file.add', file);
      expect(await code(put(olive, file.id, bytes, 0, used + bytes.length - 1))).toBe('file.quota');
      expect(await put(olive, file.id, bytes, 0, used + bytes.length)).toEqual({ stored: false });
      // One on its way counts whole: a second that begins meanwhile does not fit.
      const other = fileInput(await logged(), randomBytes(10));
      await olive.act('file.add', other);
      expect(await code(put(olive, other.id, randomBytes(10), 0, used + bytes.length))).toBe('file.quota');
      expect(await put(olive, file.id, bytes, 1, used + bytes.length)).toEqual({ stored: true });
      expect(await usedBy(desk.here.db)).toMatchObject({ bytes: used + bytes.length });
    });

    it('[H8] go with their log when it is undone', async () => {
      const parts = await stored();
      const entry = await logged();
      const file = await kept(olive, entry, randomBytes(100));
      const half = fileInput(entry, randomBytes(partBytes + 1));
      await olive.act('file.add', half);
      await put(olive, half.id, randomBytes(partBytes + 1), 0);
      await olive.act('interaction.undo', { id: entry });
      expect((await desk.row('file', file))?.deletedAt).not.toBeNull();
      expect(await stored()).toBe(parts);
      expect(await code(got(olive, file))).toBe('file.unknown');
      expect(await code(put(olive, half.id, randomBytes(partBytes + 1), 1))).toBe('file.unknown');
    });

    it.skipIf(engine !== 'file')(
      '[H1] are in an export under safe names, but for those of others’ private entries',
      async () => {
        const shared = await logged();
        const file = fileInput(shared, Buffer.from('shared words'), { name: '../page.html' });
        await olive.act('file.add', file);
        await putAll(olive, file.id, Buffer.from('shared words'));
        await kept(mia, await logged(mia, { private: true }), Buffer.from('hidden words'));
        const keeper = makeKeeper({
          world: desk.world,
          settings: desk.settings,
          log: silentLog,
          changed: () => {},
        });
        const done = await exportWorkspace(keeper, { workspaceId: desk.here.id, by: desk.owner });
        const files = unzip(readFileSync(done.path));
        await done.remove();
        expect(files[`files/${file.id} _page.html.txt`]).toBe('shared words');
        expect(Object.values(files).some((text) => text.includes('hidden words'))).toBe(false);
      },
      60_000,
    );

    // Of a file its copy is one too; over the wire bytes are a kind of their own.
    it.skipIf(engine === 'file')(
      '[H9] are in a backup, and there again after a restore',
      async () => {
        const bytes = randomBytes(partBytes * 3);
        const file = await kept(olive, await logged(), bytes);
        const keeper = makeKeeper({
          world: desk.world,
          settings: desk.settings,
          log: silentLog,
          changed: () => {},
        });
        const { name } = await runBackup(keeper, { kind: 'manual' });
        await olive.act('file.remove', { id: file });
        await restore(keeper, { from: name, workspaces: 'all' });
        const { db } = await desk.world.workspace(desk.here.id);
        expect(Buffer.from((await partOf(db, mia.by, { id: file, part: 2 })).bytes, 'base64')).toEqual(
          bytes.subarray(partBytes * 2),
        );
      },
      120_000,
    );
  });
});

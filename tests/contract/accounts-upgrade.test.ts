import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import Database from 'libsql';
import { afterAll, expect, it } from 'vitest';
import { migrationsOf } from '../../api/db/migration.ts';
import { silentLog } from '../../api/log.ts';
import type { AppRouter } from '../../api/rpc/router.ts';
import { hashOfToken } from '../../api/services/device/token.ts';
import { startServer } from '../../api/start.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidebook-before-accounts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('browsers paired before there were accounts stay paired, and members are members', async () => {
  // A server of today, whose directory is then written back to what it was before.
  const first = await startServer({ PORT: '0', SIDEBOOK_DATA: folder }, { log: silentLog });
  const { home, owner } = first;
  const { db } = await first.world.workspace(home);
  const mia = '01890000-0000-7000-8000-0000000000a2';
  await db.execute(
    `INSERT INTO member (id, created_at, updated_at, name, email, role) VALUES ('${mia}', 1, 1, 'Mia', 'Mia@ours.example', 'member')`,
  );
  await first.close();
  const path = join(folder, 'directory.db');
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  const [before] = migrationsOf('directory');
  const old = new Database(path);
  for (const statement of before?.statements ?? []) old.exec(statement);
  old.exec('CREATE TABLE migration (name text PRIMARY KEY, hash text NOT NULL, applied_at integer NOT NULL)');
  old.prepare('INSERT INTO migration VALUES (?, ?, 1)').run(before?.name, before?.hash);
  old.exec(`INSERT INTO user VALUES ('${owner.id}', 'Owner', NULL, 1)`);
  old.exec(
    `INSERT INTO user VALUES ('x', 'Twice', 'Same@ours.example', 2), ('y', 'Twice', 'same@ours.example', 3)`,
  );
  old.exec(`INSERT INTO workspace VALUES ('${home}', 'My workspace', 'home', 1)`);
  for (const [device, who, token] of [
    ['d1', owner.id, 'A'.repeat(43)],
    ['d2', mia, 'B'.repeat(43)],
  ] as const) {
    if (who === mia) old.exec(`INSERT INTO user VALUES ('${mia}', 'Mia', 'Mia@ours.example', 4)`);
    old
      .prepare('INSERT INTO device VALUES (?, ?, ?, ?, ?, 1, NULL, NULL)')
      .run(device, 'Laptop', hashOfToken(token), home, who);
  }
  old.close();

  const server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder }, { log: silentLog });
  try {
    const as = (token: string) =>
      createTRPCClient<AppRouter>({
        links: [httpLink({ url: `${server.origin}/trpc`, headers: { authorization: `Bearer ${token}` } })],
      });
    expect(server.owner.id).toBe(owner.id);
    expect((await as('A'.repeat(43)).workspace.show.query()).me.id).toBe(owner.id);
    expect((await as('B'.repeat(43)).workspace.show.query()).me).toMatchObject({ id: mia, name: 'Mia' });
    const { rows } = await server.world.directory.execute(
      'SELECT user_id AS id, role FROM membership ORDER BY role DESC',
    );
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { id: owner.id, role: 'owner' },
      { id: mia, role: 'member' },
    ]);
    const { token } = await as('B'.repeat(43)).device.rotate.mutate();
    expect((await as(token).workspace.list.query())[0]).toMatchObject({ id: home, role: 'member' });
  } finally {
    await server.close();
  }
});

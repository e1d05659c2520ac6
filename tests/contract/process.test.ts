import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTRPCClient, httpLink } from '@trpc/client';
import Database from 'libsql';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { AppRouter } from '../../api/rpc/router.ts';
import type { Id } from '../../shared/kit/id.ts';
import { newId } from './desk.ts';
import { contactInput } from './inputs.ts';
import { freePort } from './sqld.ts';

const server = fileURLToPath(new URL('../../api/server.ts', import.meta.url));
const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidebook process '));
  folders.push(folder);
  return folder;
};
const started = new Set<ChildProcess>();
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Started = {
  child: ChildProcess;
  origin: string;
  link: string;
  out: () => string;
  ended: Promise<number | null>;
};

/** Runs the server as an operator would. Resolves when it is ready, or when it has ended. */
function start(data: string, env: Record<string, string> = {}): Promise<Started> {
  const child = spawn(process.execPath, [server], {
    env: { PATH: process.env.PATH, PORT: '0', SIDEBOOK_DATA: data, ...env },
  });
  started.add(child);
  let out = '';
  let err = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return new Promise((resolve) => {
    const done = () => {
      const link = /http:\S+\/pair#\S+/.exec(out)?.[0] ?? '';
      resolve({ child, origin: link.split('/pair')[0] ?? '', link, out: () => out + err, ended });
    };
    child.stdout.on('data', (data) => {
      out += data;
      if (out.includes('\n')) done();
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    void ended.then(done);
  });
}

const clientOf = (origin: string, token?: string) =>
  createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/trpc`, headers: token ? { authorization: `Bearer ${token}` } : {} })],
  });
const pair = async ({ origin, link }: Started) =>
  (await clientOf(origin).pairing.claim.mutate({ code: new URL(link).hash.slice(1), deviceName: 'x' })).token;

describe('the server as a process', () => {
  it('says where it is and how to set it up, stops on SIGTERM with everything answered, and starts again', async () => {
    const data = newFolder();
    const first = await start(data);
    const said = () =>
      first
        .out()
        .split('\n')
        .filter((line) => !line.startsWith('{') && line);
    await vi.waitFor(() =>
      expect(said()).toEqual([
        expect.stringMatching(/^Sidebook is ready at http/),
        expect.stringMatching(/^Set it up once with http/),
      ]),
    );
    const token = await pair(first);
    const client = clientOf(first.origin, token);
    const clientId = newId();
    const pushes = Array.from({ length: 20 }, (_, i) =>
      client.sync.push.mutate({
        clientId,
        confirmed: 0,
        mutations: [{ number: i + 1, verb: 'contact.add', input: contactInput(), at: Date.now() }],
      }),
    );
    await pushes[0];
    first.child.kill('SIGTERM');
    const settled = await Promise.allSettled(pushes);
    expect(await first.ended).toBe(0);
    const second = await start(data);
    const { rows } = await clientOf(second.origin, token).sync.pull.query({
      epoch: null,
      cursor: 0,
      limit: 1_000,
    });
    const acknowledged = settled.filter(({ status }) => status === 'fulfilled').length;
    expect(rows.filter(({ noun }) => noun === 'contact').length).toBeGreaterThanOrEqual(acknowledged);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('refuses in a sentence: a second start, a taken port, a wrong setting, a database from the future', async () => {
    const data = newFolder();
    const first = await start(data);
    const refused = async (given: Promise<Started>) => {
      const attempt = await given;
      expect(await attempt.ended).toBe(1);
      const said = attempt
        .out()
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('{'));
      expect(said).toHaveLength(1);
      return said[0];
    };
    expect(await refused(start(data))).toMatch(
      /^Another Sidebook server \(process \d+\) is running on .*\.$/,
    );
    const port = await freePort();
    const taken = createServer().listen(port, '127.0.0.1');
    expect(await refused(start(newFolder(), { PORT: String(port) }))).toMatch(`Port ${port} is taken`);
    taken.close();
    expect(await refused(start(newFolder(), { PORT: 'x' }))).toBe('PORT must be a number from 0 to 65535.');
    first.child.kill('SIGTERM');
    await first.ended;
    const directory = new Database(join(data, 'directory.db'));
    directory.exec(`INSERT INTO migration VALUES ('9999_future', 'x', 0)`);
    directory.close();
    expect(await refused(start(data))).toMatch(/written by a newer Sidebook \(9999_future\)/);
  });

  it('loses nothing that it acknowledged and doubles nothing when it is killed', async () => {
    const data = newFolder();
    let token = '';
    const clients = Array.from({ length: 4 }, () => ({
      id: newId(),
      next: 1,
      waiting: new Map<number, Id>(),
    }));
    const acknowledged = new Set<Id>();
    const sent = new Set<Id>();
    for (let round = 0; round < 4; round++) {
      const running = await start(data);
      token ||= await pair(running);
      const rpc = clientOf(running.origin, token);
      let alive = true;
      const working = clients.map(async (client) => {
        while (alive) {
          // What was not answered goes first, under its own number: a retry after a crash.
          while (client.waiting.size < 5) {
            const id = newId();
            sent.add(id);
            client.waiting.set(client.next++, id);
          }
          const mutations = Array.from(client.waiting, ([number, id]) => ({
            number,
            verb: 'contact.add',
            input: contactInput({ id }),
            at: 1,
          }));
          const confirmed = (mutations[0]?.number ?? 1) - 1;
          const answer = await rpc.sync.push
            .mutate({ clientId: client.id, confirmed, mutations })
            .catch((error) => {
              if (alive) throw error;
              return { results: [] };
            });
          for (const result of answer.results) {
            expect(result.status).toBe('applied');
            acknowledged.add(client.waiting.get(result.number) ?? '');
            client.waiting.delete(result.number);
          }
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 250 + round * 60));
      alive = false;
      running.child.kill('SIGKILL');
      await Promise.allSettled(working);
      await running.ended;
    }
    const last = await start(data);
    const rpc = clientOf(last.origin, token);
    const found: Id[] = [];
    let [cursor, more] = [0, true];
    while (more) {
      const page = await rpc.sync.pull.query({ epoch: null, cursor, limit: 1_000 });
      for (const { noun, row } of page.rows) if (noun === 'contact') found.push(row.id);
      ({ cursor, more } = page);
    }
    expect(acknowledged.size).toBeGreaterThan(50);
    const kept = new Set(found);
    expect(Array.from(acknowledged).filter((id) => !kept.has(id))).toEqual([]);
    expect(found.filter((id) => !sent.has(id))).toEqual([]);
    expect(kept.size).toBe(found.length);
    last.child.kill('SIGTERM');
    expect(await last.ended).toBe(0);
  }, 60_000);
});

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CodedError } from '../../shared/kit/error.ts';
import { lockData } from '../lock.ts';
import { silentLog } from '../log.ts';
import type { Progress } from '../services/backup/keeper.ts';
import { askServer, NotRunning } from './ask.ts';
import { type Channel, openChannel } from './channel.ts';
import type { AdminVerbs } from './verb.ts';

let folder: string;
let unlock: () => void;
let channel: Channel | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook-channel-'));
  unlock = lockData(folder);
});
afterEach(async () => {
  await channel?.close();
  channel = null;
  unlock();
  rmSync(folder, { recursive: true, force: true });
});
const open = async (verbs: AdminVerbs) => {
  channel = await openChannel(folder, verbs, silentLog);
};
const door = () => {
  const { port, secret } = JSON.parse(readFileSync(join(folder, 'admin.json'), 'utf8'));
  return { url: `http://127.0.0.1:${port}`, headers: { authorization: `Bearer ${secret}` } };
};

it('answers a verb, tells how far it is, and gives its refusal as it was thrown', async () => {
  await open({
    double: async (input, { report }) => {
      report({ what: 'halves', done: 1, total: 2 });
      return (input as number) * 2;
    },
    refuse: () => Promise.reject(new CodedError('server.newer', '0009_x')),
    fail: () => Promise.reject(new Error('A sentence.')),
  });
  const told: Progress[] = [];
  const job = { report: (progress: Progress) => told.push(progress), signal: AbortSignal.timeout(5_000) };
  expect(await askServer(folder, 'double', 21, job)).toBe(42);
  expect(told).toEqual([{ what: 'halves', done: 1, total: 2 }]);
  await expect(askServer(folder, 'refuse')).rejects.toEqual(new CodedError('server.newer', '0009_x'));
  await expect(askServer(folder, 'fail')).rejects.toThrow('A sentence.');
  await expect(askServer(folder, 'toString')).rejects.toThrow('does not know "toString"');
});

it('is readable by its own account alone, and gone when it is closed', async () => {
  await open({});
  const path = join(folder, 'admin.json');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await channel?.close();
  expect(existsSync(path)).toBe(false);
  await expect(askServer(folder, 'x')).rejects.toThrow(/is starting or stopping/);
});

it.each([
  ['without the secret', { headers: {} }],
  ['with a wrong one', { headers: { authorization: `Bearer ${'A'.repeat(43)}` } }],
  ['by a page of a browser', { headers: { origin: 'https://evil.example' } }],
  ['by another method', { method: 'GET' }],
])('who comes %s is turned away and runs nothing', async (_how, given: RequestInit) => {
  let ran = false;
  await open({ act: async () => (ran = true) });
  const { url, headers } = door();
  const own = given.headers && 'authorization' in given.headers;
  const bare = given.headers && Object.keys(given.headers).length === 0;
  const answer = await fetch(`${url}/act`, {
    method: given.method ?? 'POST',
    headers: { ...(own || bare ? {} : headers), ...given.headers },
  });
  expect([answer.status, ran]).toEqual([403, false]);
});

it('who hangs up cancels the work', async () => {
  let cancelled: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    cancelled = resolve;
  });
  let started: () => void = () => {};
  const running = new Promise<void>((resolve) => {
    started = resolve;
  });
  await open({
    wait: (_input, { signal }) => {
      started();
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => {
          cancelled();
          resolve(null);
        }),
      );
    },
  });
  const stop = new AbortController();
  const asked = askServer(folder, 'wait', null, { report: () => {}, signal: stop.signal });
  await running;
  stop.abort();
  await expect(asked).rejects.toThrow(/abort/i);
  await done;
});

it('what a killed server left behind is no server', async () => {
  await open({});
  unlock();
  writeFileSync(join(folder, 'lock'), '4194303 1');
  await expect(askServer(folder, 'x')).rejects.toThrow(NotRunning);
  rmSync(join(folder, 'lock'));
  await expect(askServer(folder, 'x')).rejects.toThrow(/No Sidebook server runs on/);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inRoot, root } from '../../tools/paths.ts';

type Started = {
  child: ChildProcess;
  said(): string;
  heard(text: RegExp): Promise<string>;
  ended: Promise<number | null>;
};

const folder = mkdtempSync(join(tmpdir(), 'sidebook start '));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** What `npm start` runs, in a machine without a display. */
function start(script: string, data: string, port: number, ...args: string[]): Started {
  const env = {
    ...process.env,
    PORT: String(port),
    SIDEBOOK_DATA: join(folder, data),
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
  };
  const child = spawn(process.execPath, [inRoot('tools', script), ...args], { cwd: root, env });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  return {
    child,
    ended,
    said: () => said,
    async heard(text) {
      const end = Date.now() + 60_000;
      for (;;) {
        const [, found = ''] = text.exec(said) ?? [null];
        if (text.test(said)) return found;
        if (child.exitCode !== null || Date.now() > end) throw new Error(`Not heard ${text}: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

describe('npm start without a display', () => {
  const sidebook = start('start.ts', 'sample', 0);

  test('prints where the server and the extension are and how to pair, and keeps serving', async () => {
    const origin = await sidebook.heard(/^Server +(\S+)$/m);
    const extension = await sidebook.heard(/^Extension +(.+)$/m);
    const link = await sidebook.heard(/^Pair .* (\S+)$/m);
    await sidebook.heard(/There is no display[\s\S]*Ctrl-C stops/);
    expect(existsSync(join(extension, 'manifest.json'))).toBe(true);
    expect(link).toMatch(new RegExp(`^${origin}/pair#`));
    expect(await (await fetch(`${origin}/healthz`)).json()).toMatchObject({ ok: true });
  });

  test('a second start on the same data refuses in a sentence', async () => {
    const second = start('start.ts', 'sample', 0);
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/Another Sidebook server \(process \d+\) is running on .*; stop it first/);
    expect(second.said()).not.toMatch(/\n\s+at /);
  });

  test('a port that is taken is said in a sentence, and the folder is free again', async () => {
    const port = Number(new URL(await sidebook.heard(/^Server +(\S+)$/m)).port);
    const second = start('start.ts', 'other', port, '--empty');
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Port ${port} is taken by another program`);
    expect(second.said()).not.toMatch(/\n\s+at /);
    expect(existsSync(join(folder, 'other', 'lock'))).toBe(false);
  });

  test('a setting that cannot be used is said in a sentence', async () => {
    const wrong = start('serve.ts', 'wrong', 99_999);
    expect(await wrong.ended).toBe(1);
    expect(wrong.said().trim()).toBe('PORT must be a number from 0 to 65535.');
  });

  test('Ctrl-C stops it cleanly', async () => {
    const origin = await sidebook.heard(/^Server +(\S+)$/m);
    sidebook.child.kill('SIGINT');
    expect(await sidebook.ended).toBe(0);
    expect(existsSync(join(folder, 'sample', 'lock'))).toBe(false);
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
  });

  test('the same data starts again, without filling the sample twice', async () => {
    const again = start('start.ts', 'sample', 0);
    await again.heard(/There is no display/);
    expect(again.said()).not.toContain('Filling the sample');
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });
});

test('npm start -- --empty makes no sample', async () => {
  const empty = start('start.ts', 'empty', 0, '--empty');
  await empty.heard(/^Pair /m);
  empty.child.kill('SIGINT');
  expect(await empty.ended).toBe(0);
  expect(empty.said()).not.toContain('sample');
  expect(existsSync(join(folder, 'empty', 'sample'))).toBe(false);
});

test('npm run serve runs the server alone', async () => {
  const server = start('serve.ts', 'alone', 0);
  const origin = await server.heard(/^Server +(\S+)$/m);
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  server.child.kill('SIGINT');
  expect(await server.ended).toBe(0);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startServer } from '../../api/start.ts';
import { openDisplay } from '../../tools/browser/display.ts';
import { findChromium } from '../../tools/browser/find.ts';
import { attachFrame } from '../../tools/browser/page.ts';
import { buildExtension } from '../../tools/extension.ts';
import { inRoot, root } from '../../tools/paths.ts';
import { startSample } from '../../tools/sample/sample.ts';

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

/** What `npm start` runs, on a machine without a display unless one is given. */
function start(script: string, data: string, port: number, args: string[] = [], display = ''): Started {
  const env = {
    ...process.env,
    PORT: String(port),
    SIDEBOOK_DATA: join(folder, data),
    DISPLAY: display,
    WAYLAND_DISPLAY: display,
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
        const found = text.exec(said);
        if (found) return found[1] ?? '';
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
    const second = start('start.ts', 'other', port, ['--empty']);
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
  const empty = start('start.ts', 'empty', 0, ['--empty']);
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

describe('npm start with a display', () => {
  test('opens the sample mailbox, and Ctrl-C closes browser, server and lock', async ({ skip }) => {
    const display = await openDisplay();
    if (!display) return skip('Xvfb is not installed.');
    const shown = start('start.ts', 'shown', 0, ['--two'], display.name);
    await shown.heard(/The sample mailbox is open/);
    const profile = join(folder, 'shown', 'sample', 'browser');
    expect(existsSync(join(profile, 'sidebook-paired.json'))).toBe(true);
    // The teammate's, with --two.
    expect(existsSync(join(`${profile}-mia`, 'sidebook-paired.json'))).toBe(true);
    shown.child.kill('SIGINT');
    expect(await shown.ended).toBe(0);
    expect(existsSync(join(folder, 'shown', 'lock'))).toBe(false);
    // Chromium holds this link for as long as it runs.
    expect(existsSync(join(profile, 'SingletonLock'))).toBe(false);
    await display.close();
  });

  test('the window shows the contact beside the mail of the sample', async () => {
    const data = join(folder, 'window');
    const closes: (() => Promise<void>)[] = [];
    const server = await startServer({ PORT: '0', SIDEBOOK_DATA: data, SIDEBOOK_LOG: 'error' });
    try {
      const sample = await startSample(
        server,
        data,
        () => {},
        (close) => closes.push(close),
      );
      const extension = await buildExtension({ browser: 'chrome' });
      const window = await sample.openWindow(findChromium() ?? '', extension, { headless: true });
      closes.push(() => window.pipe.close());
      const { mailbox } = window;
      const subject = 'Quote for the cold store in Leeds';
      const row = `[...document.querySelectorAll('tr.zA')].find((row) => row.textContent.includes('${subject}'))`;
      await mailbox.until(row, 'the mail in the list');
      expect(await mailbox.ask('document.body.innerText')).toContain('This is a sample mailbox');
      await mailbox.ask(`${row}.setAttribute('data-test', 'row')`);
      await mailbox.click('tr[data-test=row]');
      const frame = await attachFrame(window.pipe, `chrome-extension://${window.extensionId}/sidebar.html`);
      await frame.until(`document.body.innerText.includes('Clara Jensen')`, 'the contact in the sidebar');
      expect(await frame.ask('document.body.innerText')).toContain('Brightwater Foods');
      await writeFile(inRoot('.output/test/start.png'), await mailbox.screenshot());
    } finally {
      for (const close of closes.reverse()) await close();
      await server.close();
    }
  });
});

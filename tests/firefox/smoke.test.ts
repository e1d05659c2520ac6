import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, startServer } from '../../api/start.ts';
import type { Id } from '../../shared/kit/id.ts';
import { makeCertificate } from '../../tools/browser/certificate.ts';
import { findFirefox } from '../../tools/browser/find.ts';
import { buildExtension } from '../../tools/extension.ts';
import { inRoot } from '../../tools/paths.ts';
import { type Host, host } from '../../tools/sample/host.ts';
import { sampleWorkspace } from '../../tools/sample/workspace.ts';
import { standInGmail } from '../doubles/gmail/standin.ts';
import { type Firefox, startFirefox, type Tab } from './bidi.ts';
import { type Gate, startProxy } from './proxy.ts';
import { chord, sidebarOf } from './window.ts';

const executable = findFirefox();
/** Continuous integration has one (as root on Debian it is installed); elsewhere a missing Firefox is no fault. */
const isRequired = Boolean(process.env.CI);
const addon = 'sidebook@sidebook.app';
const uuid = '5a1d0b00-6f0a-4c57-9d4f-0123456789ab';
const frame = `moz-extension://${uuid}/sidebar.html`;
const subject = 'Quote for the cold store in Leeds';

test('a Firefox is there for the smoke test', ({ skip }) => {
  if (!executable && !isRequired)
    skip('No Firefox was found, and only Debian can be given one: install it or set SIDEBOOK_FIREFOX.');
  expect(executable, 'No Firefox was found: install firefox-esr or set SIDEBOOK_FIREFOX.').not.toBeNull();
});

describe.skipIf(!executable)('Sidebook in Firefox', () => {
  const data = mkdtempSync(join(tmpdir(), 'sidebook firefox '));
  const first = new Date();
  let server: Running;
  let workspaceId: Id;
  let mail: Host;
  let proxy: Gate;
  let firefox: Firefox;
  let tab: Tab;
  let welcome: Tab;

  beforeAll(async () => {
    const extension = await buildExtension({ browser: 'firefox' });
    await mkdir(inRoot('.output/test'), { recursive: true });
    server = await startServer({ PORT: '0', SIDEBOOK_DATA: data, SIDEBOOK_LOG: 'error' });
    workspaceId = await sampleWorkspace(server, { data, first, say: () => {} });
    const { handle } = standInGmail({ now: first });
    const tls = makeCertificate('mail.google.com', Date.now());
    mail = await host({ handle, origin: 'https://mail.google.com', tls });
    proxy = await startProxy(mail.port);
    firefox = await startFirefox({ executable: executable ?? '', proxyPort: proxy.port, addon, uuid });
    await firefox.install(extension);
  }, 180_000);

  afterAll(async () => {
    await firefox?.close();
    await proxy?.close();
    await mail?.close();
    await server?.close();
    rmSync(data, { recursive: true, force: true });
  });

  const logged = async () => {
    const { db } = await server.world.workspace(workspaceId);
    const { rows } = await db.execute(
      'SELECT subject, body, body_state AS bodyState FROM interaction WHERE subject = ? AND deleted_at IS NULL',
      [subject],
    );
    return rows;
  };

  test('is paired by the one-time link, typed into the welcome page that opens by itself', async () => {
    welcome = await firefox.opened(`moz-extension://${uuid}/welcome.html`);
    await welcome.click('input');
    await welcome.type(await server.pairLink({ workspaceId }));
    await welcome.click('button[type=submit]');
    await welcome.until(`document.body.dataset.link === 'online'`, 'the connection');
  });

  test('says on the rows of the list what is known, in a line as high as without', async () => {
    tab = await firefox.open('https://mail.google.com/mail/u/0/#inbox');
    await tab.until(`document.querySelectorAll('sidebook-row').length > 3`, 'what stands on the rows');
    const chips = (await tab.within('sidebook-row')).filter(({ name }) => name.startsWith('chip '));
    expect(chips.find(({ name }) => name.includes('stage'))?.text).toBe('Negotiation');
    expect(chips.some(({ name }) => name.includes('lead'))).toBe(true);
    const heights = `[...new Set([...document.querySelectorAll('SELECTOR')].map((each) => each.getBoundingClientRect().height))]`;
    expect(await tab.ask(heights.replace('SELECTOR', 'sidebook-row'))).toEqual([16]);
    expect(await tab.ask<number[]>(heights.replace('SELECTOR', 'tr.zA'))).toHaveLength(1);
    await tab.screenshot(inRoot('.output/test/firefox-rows.png'));
  });

  test('shows a known sender beside the open thread', async () => {
    await tab.until(
      `[...document.querySelectorAll('tr.zA')].some((row) => row.textContent.includes('${subject}'))`,
      'the list',
    );
    await tab.ask(
      `[...document.querySelectorAll('tr.zA')].find((row) => row.textContent.includes('${subject}')).setAttribute('data-test', 'row')`,
    );
    await tab.click('tr[data-test=row]');
    await tab.until(`document.querySelector('h2.hP')?.textContent.includes('${subject}')`, 'the thread');
    await tab.until(`document.body.innerText.includes('Clara Jensen')`, 'the contact in the sidebar', frame);
    expect(await tab.ask('document.body.innerText', frame)).toContain('Brightwater Foods');
    await tab.screenshot(inRoot('.output/test/firefox.png'));
  });

  test('logs the open mail by one chord, whole, to the server', async () => {
    expect(await logged()).toEqual([]);
    await chord(firefox, 'L');
    await tab.until(`document.querySelector('[data-log=logged]')`, 'the log', frame);
    await expect.poll(async () => (await logged()).length, { timeout: 10_000 }).toBe(1);
    const [entry] = await logged();
    expect(entry).toMatchObject({ subject, bodyState: 'read' });
    expect(String(entry?.body)).toContain('Samir needs the delivery date');
  });

  test('leads to Firefox’s own sidebar by the toolbar’s chord, also beside Gmail, where a click changes what it says', async () => {
    expect(await tab.ask('document.body.innerText', frame)).toContain(
      'Click the Sidebook icon in the toolbar',
    );
    expect(await tab.ask(`document.querySelectorAll('textarea').length`, frame)).toBe(0);
    const sidebar = sidebarOf(firefox, welcome);
    expect(await sidebar.isOpen()).toBe(false);
    await chord(firefox, 'O');
    await sidebar.until(`document.querySelector('[data-log=logged]')`, 'the log in the sidebar');
    expect(await sidebar.isOpen()).toBe(true);
    expect(await sidebar.ask('document.body.innerText')).toContain('Clara Jensen');
    expect(await sidebar.ask(`document.querySelectorAll('textarea').length`)).toBe(1);
    await sidebar.click('[data-log=logged] button');
    await sidebar.until(`document.querySelector('[data-log=none]')`, 'the undo in the sidebar');
    await expect.poll(async () => (await logged()).length, { timeout: 10_000 }).toBe(0);
    await sidebar.click('button[data-focus=log]');
    await sidebar.until(`document.querySelector('[data-log=logged]')`, 'the log by a click in the sidebar');
    await expect.poll(async () => (await logged()).length, { timeout: 10_000 }).toBe(1);
    await chord(firefox, 'O');
    await expect.poll(() => sidebar.isOpen()).toBe(false);
  });

  test('asks nothing of any host but the mailbox and its server', () => {
    const foreign = [...proxy.refused].filter(
      (host) => !/\.(mozilla\.(com|org|net)|firefox\.com)(:\d+)?$/.test(host),
    );
    expect(foreign).toEqual([]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../api/log.ts';
import { type Running, startServer } from '../../api/start.ts';
import { findOrInstallChromium } from '../../tools/browser/find.ts';
import { axeFindings } from '../doubles/browser/axe.ts';

const ada = { name: 'Ada Lovelace', email: 'ada@ours.example', password: 'correct horse battery' };
const long = 'Bartholomäus-Maximilian von und zu Hohenschwangau-Neuschwanstein, Ältester';

let folder: string;
let server: Running;
let browser: Browser;
let owner: BrowserContext;
const complaints: string[] = [];

async function openPage(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  page.on(
    'console',
    (message) => message.type() === 'error' && complaints.push(`${path}: ${message.text()}`),
  );
  page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
  await page.goto(server.origin + path);
  return page;
}
const fill = async (page: Page, form: string, fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await page.fill(`${form} [name=${name}]`, value);
};
const send = async (page: Page, form: string, button = 'button') => {
  await Promise.all([page.waitForEvent('load'), page.click(`${form} ${button}`)]);
};
const linkOn = (page: Page): Promise<string> => page.inputValue('input[readonly]');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook-pages-'));
  server = await startServer({ PORT: '0', SIDEBOOK_DATA: folder, LANG: 'en' }, { log: silentLog });
  browser = await chromium.launch({
    executablePath: await findOrInstallChromium(() => {}),
    args: ['--no-sandbox'],
  });
  owner = await browser.newContext({ locale: 'en' });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('in a real browser', () => {
  it('the setup link fills its code in, leaves the address, and makes the owner', async () => {
    const page = await openPage(
      owner,
      new URL(server.setupLink ?? '').pathname + new URL(server.setupLink ?? '').hash,
    );
    expect(page.url()).toBe(`${server.origin}/setup`);
    expect(await page.inputValue('[name=code]')).toHaveLength(43);
    expect(await page.isVisible('[name=code]')).toBe(false);
    await fill(page, 'main form', ada);
    await send(page, 'main form');
    expect(page.url()).toBe(`${server.origin}/`);
    expect(await page.textContent('h1')).toBe('Your workspaces');
    await page.close();
  });

  it('an invitation is made, opened by somebody else, and lets them in; with scripts off the code is pasted', async () => {
    for (const [i, javaScriptEnabled] of [true, false].entries()) {
      const page = await openPage(owner, `/w/${server.home}/invitations`);
      await send(page, 'main form');
      const link = await linkOn(page);
      await page.close();
      const guest = await browser.newContext({ locale: 'en', javaScriptEnabled });
      const joining = await openPage(guest, link.slice(server.origin.length));
      expect(await joining.isVisible('form:first-of-type [name=code]')).toBe(!javaScriptEnabled);
      if (!javaScriptEnabled) await joining.fill('form:first-of-type [name=code]', link);
      await fill(joining, 'form:first-of-type', {
        ...ada,
        name: i ? long : '王小明',
        email: `guest${i}@ours.example`,
      });
      await send(joining, 'form:first-of-type');
      expect(joining.url()).toBe(`${server.origin}/w/${server.home}/members`);
      await guest.close();
    }
  });

  it('signing in works by keyboard alone, and out again', async () => {
    const context = await browser.newContext({ locale: 'en' });
    const page = await openPage(context, '/devices');
    expect(page.url()).toContain('/sign-in?next=%2Fdevices');
    await page.keyboard.press('Tab');
    await page.keyboard.type(ada.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(ada.password);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(page.url()).toBe(`${server.origin}/devices`);
    await send(page, 'header form');
    expect(await page.isVisible('header')).toBe(false);
    await context.close();
  });

  it('the pairing page carries a link that the extension can read', async () => {
    const page = await openPage(owner, '/pair');
    await send(page, 'main form');
    const meta = await page.getAttribute('meta[name=sidebook-pair]', 'content');
    expect(meta).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/pair#[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    expect(await linkOn(page)).toBe(meta);
    await page.close();
  });

  it('nothing was blocked, and no page complained', () => {
    expect(complaints.filter((line) => !/status of (4\d\d)/.test(line))).toEqual([]);
  });
});

describe('pages are for everybody', () => {
  const signedOut = [
    '/',
    '/sign-in',
    '/join',
    '/reset',
    '/forgot',
    '/pair',
    '/setup',
    '/extension',
    '/nowhere',
  ];
  const signedIn = () => [
    '/',
    '/pair',
    '/devices',
    '/account',
    '/server',
    '/join',
    ...['members', 'invitations', 'devices', 'settings', 'data'].map((tab) => `/w/${server.home}/${tab}`),
  ];
  const looks = [
    { locale: 'en', theme: 'light' },
    { locale: 'en', theme: 'dark' },
    { locale: 'zh-CN', theme: 'light' },
    { locale: 'zh-TW', theme: 'dark' },
  ] as const;

  it.each(looks)('without a problem for axe, and at 320 pixels, in $locale and $theme', async ({
    locale,
    theme,
  }) => {
    await server.world.directory.execute(
      `INSERT INTO device (id, name, workspace_id, user_id, created_at, last_seen_at)
SELECT 'd-${locale}-${theme}', 'Chromium 140 on Linux', '${server.home}', id, 1, 1790000000000 FROM user WHERE email = '${ada.email}'`,
    );
    const context = await browser.newContext({
      locale,
      colorScheme: theme,
      viewport: { width: 320, height: 700 },
      storageState: await owner.storageState(),
    });
    const stranger = await browser.newContext({
      locale,
      colorScheme: theme,
      viewport: { width: 320, height: 700 },
    });
    const found: string[] = [];
    for (const [who, paths] of [
      [stranger, signedOut],
      [context, signedIn()],
    ] as const)
      for (const path of paths) {
        const page = await openPage(who, path);
        expect(await page.getAttribute('html', 'lang')).toBe(locale);
        await page.evaluate(() => {
          for (const more of document.querySelectorAll('details')) more.open = true;
        });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) found.push(`${path} is ${width} pixels wide`);
        const problems = await axeFindings(page, theme === 'light' ? 'all' : 'contrast');
        found.push(...problems.map((line) => `${path} ${line}`));
        await page.close();
      }
    await context.close();
    await stranger.close();
    expect(found).toEqual([]);
  });
});

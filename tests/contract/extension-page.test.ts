import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extensionPages } from '../../api/http/pages/extension.ts';
import { routesOn } from '../../api/http/pages/routes.ts';
import type { Site } from '../../api/http/pages/visit.ts';

let folder: string;
let app: Hono;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook-packages-'));
  for (const browser of ['chrome', 'firefox'])
    writeFileSync(join(folder, `sidebook-${browser}.zip`), browser);
  app = new Hono();
  // A stranger's visit to this page asks the server for nothing.
  extensionPages(app, routesOn(app, {} as Site), folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a stranger sees the package of their own browser first, with its steps', async () => {
  const page = async (agent: string, language = 'en') => {
    const headers = { 'user-agent': agent, 'accept-language': language };
    return (await app.request('/extension', { headers })).text();
  };
  const inFirefox = await page('Mozilla/5.0 Gecko/20100101 Firefox/140.0');
  expect(inFirefox.indexOf('sidebook-firefox.zip')).toBeLessThan(inFirefox.indexOf('sidebook-chrome.zip'));
  const inChrome = await page('Mozilla/5.0 Chrome/140.0 Safari/537.36', 'zh-TW');
  expect(inChrome.indexOf('sidebook-chrome.zip')).toBeLessThan(inChrome.indexOf('sidebook-firefox.zip'));
  expect(inChrome).toContain('chrome://extensions');
  expect(inChrome).toContain('載入未封裝項目');
});

test('a package that was not made is not offered', async () => {
  expect(await (await app.request('/extension')).text()).not.toContain('sidebook-edge.zip');
  expect((await app.request('/extension/sidebook-edge.zip')).status).toBe(404);
});

test('a package comes whole and as a download', async () => {
  const answer = await app.request('/extension/sidebook-firefox.zip');
  expect(answer.headers.get('content-disposition')).toContain('sidebook-firefox.zip');
  expect(await answer.text()).toBe('firefox');
});

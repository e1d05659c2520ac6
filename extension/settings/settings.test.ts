import { expect, test } from 'vitest';
import { localeOf, openSettings } from './settings.ts';
import { chosenSites, sitePatterns } from './sites.ts';

test.each([
  ['zh-TW', 'zh-TW'],
  ['zh-Hant-HK', 'zh-TW'],
  ['zh', 'zh-CN'],
  ['zh-Hans-SG', 'zh-CN'],
  ['en-GB', 'en'],
  ['de-DE', 'en'],
])('a browser in %s is spoken to in %s', (language, locale) => {
  expect(localeOf([language])).toBe(locale);
});

test('settings that were damaged by hand read as none, field by field', async () => {
  const area = {
    get: async () => ({ settings: { device: { server: 5 }, locale: 'zh-TW', logOnSend: 'yes' } }),
    set: async () => undefined,
    remove: async () => undefined,
  };
  const settings = await openSettings(area, ['en']);
  expect(settings.get()).toEqual({
    places: [],
    current: 'first',
    bound: {},
    privateMailboxes: [],
    ended: [],
    locale: 'zh-TW',
    logOnSend: false,
    theme: null,
    rowChips: true,
    rowChipsLeftOut: [],
  });
});

test('the one device of the last release becomes the first place, with all that it knew', async () => {
  const device = {
    server: 'https://crm.example',
    token: 't'.repeat(43),
    clientId: 'c1',
    me: 'm1',
    workspace: 'ACME',
  };
  const kept: Record<string, unknown> = { settings: { device, locale: 'zh-TW', logOnSend: true } };
  const area = {
    get: async () => kept,
    set: async (items: Record<string, unknown>) => void Object.assign(kept, items),
    remove: async () => undefined,
  };
  const settings = await openSettings(area, ['en']);
  const place = { ...device, id: 'first', workspaceId: '', role: 'member', nextToken: null };
  expect(settings.get()).toMatchObject({
    places: [place],
    current: 'first',
    locale: 'zh-TW',
    logOnSend: true,
  });
  // The new shape is stored with the next change, and reads as it was.
  await settings.set({ logOnSend: false });
  expect((await openSettings(area, ['en'])).get()).toMatchObject({ places: [place], logOnSend: false });
});

test.each([
  ['acme.com', ['https://acme.com/*', 'https://*.acme.com/*']],
  ['http://localhost:8080/x', ['http://localhost/*']],
  ['https://www.acme.com/team?a#b', ['https://www.acme.com/*', 'https://*.www.acme.com/*']],
  ['*', null],
  ['', null],
  ['chrome://settings', null],
])('%s as a site to read is %j', (typed, patterns) => {
  expect(sitePatterns(typed)).toEqual(patterns);
});

test('Gmail is not among the sites that the user chose', () => {
  expect(chosenSites(['https://mail.google.com/*', 'https://acme.com/*'])).toEqual(['https://acme.com/*']);
});

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
  expect(settings.get()).toEqual({ device: null, locale: 'zh-TW', logOnSend: false });
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

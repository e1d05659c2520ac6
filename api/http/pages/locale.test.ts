import { expect, it } from 'vitest';
import { localeOf } from './locale.ts';

it.each([
  ['zh-TW,zh;q=0.9', 'zh-TW'],
  ['zh-Hant-HK', 'zh-TW'],
  ['zh', 'zh-CN'],
  ['zh-SG,en', 'zh-CN'],
  ['de-DE,en;q=0.5,zh;q=0.3', 'en'],
  ['fr,de', 'en'],
  ['', 'en'],
])('a browser that prefers "%s" reads %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});

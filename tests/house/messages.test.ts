import { expect, test } from 'vitest';
import { hanTable } from '../../shared/kit/han-table.ts';
import { locales, messageFiles, misplacedKeys, readMessages, translationFaults } from './messages.ts';
import { sameText } from './sameText.ts';

const english = readMessages('en');

test.each(['zh-CN', 'zh-TW'] as const)('every message of the interface is translated in %s', (locale) => {
  expect(translationFaults(english, locale, readMessages(locale), sameText)).toEqual([]);
});

test.each(locales)('messages of %s stand in the files of the same names, under those names', (locale) => {
  expect(messageFiles(locale)).toEqual(messageFiles('en'));
  expect(misplacedKeys(locale)).toEqual([]);
});

test('the list of texts that are alike names only messages that exist', () => {
  expect([...sameText].filter((key) => !(key in english))).toEqual([]);
});

/** Simplified as it stands (什么), and folded on all the same, because it is also the traditional form of 幺. */
const both = new Set(['么']);

test('the simplified Chinese holds no traditional characters', () => {
  const traditional = hanTable();
  const wrong = Object.entries(readMessages('zh-CN')).flatMap(([key, text]) => {
    const found = [...text].filter((character) => traditional.has(character) && !both.has(character));
    return found.length > 0 ? [`${key}: ${found.join('')}`] : [];
  });
  expect(wrong).toEqual([]);
});

test('a planted gap, copy, leftover and lost value are each found', () => {
  const planted = translationFaults(
    { a: 'Hello', b: 'Save', c: 'Log to {name}' },
    'zh-CN',
    { b: 'Save', c: '记录', d: '多余' },
    new Set(),
  );
  expect(planted).toHaveLength(4);
  expect(planted.join('\n')).toContain('a is missing in zh-CN');
});

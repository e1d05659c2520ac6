import { expect, test } from 'vitest';
import { bareWords, htmlSinks, runsText } from './markup.ts';
import { productSources, type Source } from './sources.ts';

const sources = productSources();
const plant = (text: string): Source[] => [{ path: 'extension/sidebar/planted.tsx', text }];

test('nothing turns text into markup', () => {
  expect(htmlSinks(sources)).toEqual([]);
});

test.each([
  'element.innerHTML = mail;',
  `element['outerHTML'] = mail;`,
  `element.insertAdjacentHTML('beforeend', mail);`,
  'const a = <p dangerouslySetInnerHTML={{ __html: mail }} />;',
  'const props = { dangerouslySetInnerHTML: { __html: mail } };',
  'document.write(mail);',
  'Object.assign(frame, { srcdoc: mail });',
])('a planted sink is found: %s', (text) => {
  expect(htmlSinks(plant(text))).not.toEqual([]);
});

test('every word of the interface comes from the messages', () => {
  expect(bareWords(sources.filter(({ path }) => path.startsWith('extension/')))).toEqual([]);
});

test.each([
  'const a = <p>Hello there</p>;',
  'const a = <button aria-label="Close" />;',
  `const a = <p>{'Hello'}</p>;`,
  'const a = <p>联系人</p>;',
])('a planted bare word is found: %s', (text) => {
  expect(bareWords(plant(text))).toHaveLength(1);
});

test('signs, classes and messages are no bare words', () => {
  expect(bareWords(plant('const a = <p class="row" role="list">{m.words_contact()} · {count}</p>;'))).toEqual(
    [],
  );
});

test('no text is run as code', () => {
  expect(runsText(sources)).toEqual([]);
  expect(runsText(plant(`const f = new Function('return 1');`))).toHaveLength(1);
});

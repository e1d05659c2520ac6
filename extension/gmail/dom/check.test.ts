import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { makeProbes } from '../health.ts';
import { checkList, checkThread, namesThread } from './check.ts';
import { listedIn } from './listed.ts';
import { threadIn } from './thread.ts';

const me = 'nora@fernhill.example';
const message = `<div role="listitem"><div data-message-id="#msg-f:1881861111112227400" data-legacy-message-id="1a1e0159fe0fba47">
  <table><tr><td class="gF"><h3 class="iw"><span class="gD" email="ada@acme.example" name="Ada">Ada</span></h3></td>
  <td class="gH"><div class="gK"><span class="g3" title="Sat, Nov 21, 2026, 9:17 PM">9:17 PM</span></div></td></tr></table>
  <span class="hb">to <span class="g2" email="${me}" name="me">me</span></span>
  <div class="ii gt"><div class="a3s">Two years is fine.</div></div></div></div>`;
const page = `<div gh="tm"></div><h2 class="hP" data-thread-perm-id="thread-f:1" data-legacy-thread-id="1a1e0159fe01f8aa">Renewal</h2>
  <div role="list">${message}</div>`;

function check(html: string) {
  const document = parseHTML(`<html><body>${html}</body></html>`).document as unknown as Document;
  const probes = makeProbes();
  checkThread(document, threadIn(document, me), probes);
  return Object.fromEntries(probes.functions().map(({ name, state }) => [name, state]));
}
const main = (inner: string) => `<div role="main">${inner}</div>`;
const all = {
  thread: 'works',
  subject: 'works',
  ids: 'works',
  people: 'works',
  dates: 'works',
  text: 'works',
  recipients: 'works',
};

describe('the check of an open thread', () => {
  test('finds each fact by its best way', () => {
    expect(check(main(page))).toEqual(all);
  });

  test.each([
    ['the view’s mark', `<div>${page}</div>`, { thread: 'otherwise' }],
    ['the sender’s name', main(page.replaceAll('gD', 'x1')), { people: 'otherwise' }],
    ['the body', main(page.replaceAll('a3s', 'x2')), { text: 'otherwise' }],
    ['the recipients', main(page.replaceAll('"hb"', '"x3"')), { recipients: 'otherwise' }],
    [
      'the messages’ older ids',
      main(page.replaceAll('data-legacy-message-id', 'data-x')),
      { ids: 'otherwise' },
    ],
    [
      'the subject’s ids',
      main(page.replaceAll('data-thread-perm-id', 'data-y').replaceAll('data-legacy-thread-id', 'data-z')),
      { subject: 'otherwise' },
    ],
  ])('without %s the fact is found another way', (_, html, changed) => {
    expect(check(html)).toEqual({ ...all, ...changed });
  });

  test.each([
    ['a sender', main(page.replace(/<span class="gD".*?<\/span>/, '')), 'people'],
    ['a subject', main(page.replace(/<h2.*<\/h2>/, '')), 'subject'],
    ['a date', main(page.replace('title=', 'data-t=')), 'dates'],
  ])('without %s at all it is missing, and nobody else is taken for it', (_, html, name) => {
    expect(check(html)[name]).toBe('missing');
  });
});

test('a list whose rows name nobody is said to miss them, an empty one is not', () => {
  const checked = (rows: string) => {
    const document = parseHTML(`<html><body>${main(`<table role="grid">${rows}</table>`)}</body></html>`)
      .document as unknown as Document;
    const probes = makeProbes();
    checkList(document, listedIn(document, me), probes);
    return probes.functions().find(({ name }) => name === 'list')?.state;
  };
  expect(checked('<tr role="row"><td><span email="ada@acme.example">Ada</span></td></tr>')).toBe('works');
  expect(checked('<tr role="row"><td><span data-hovercard-id="ada@acme.example">Ada</span></td></tr>')).toBe(
    'otherwise',
  );
  expect(checked('<tr role="row"><td><span>Ada</span></td></tr>')).toBe('missing');
  expect(checked('')).toBeUndefined();
});

test.each([
  ['#inbox/1a1e0159fe01f8aa', true],
  ['#inbox/FMfcgzQcpnKxLmhKvTzz', true],
  ['#label/Customers%2FNorth/FMfcgzQcpnKxLmhKvTzz', true],
  ['#inbox', false],
  ['#inbox/p2', false],
  ['#search/averyveryverylongword', false],
  ['#search/acme/FMfcgzQcpnKxLmhKvTzz', true],
  ['#label/averyveryverylonglabel', false],
  ['#settings/general', false],
  ['#sidebook/contact/0199f0f2-7d1c-7a2e-9f0e-1c2d3e4f5a6b', false],
  ['#streak/pipelines/agxzfm1haWxmb29nYWVyMgs', false],
])('the address %s names a conversation: %s', (hash, is) => {
  expect(namesThread({ hash })).toBe(is);
});

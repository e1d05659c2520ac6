import { describe, expect, test } from 'vitest';
import { type Asked, askOriginal } from './ask.ts';

const source = 'Message-ID: <a1@mx.example>\r\nDate: Sat, 21 Nov 2026 19:00:01 +0100\r\n\r\nHello';
const location = { origin: 'https://mail.google.com', pathname: '/mail/u/1/' };
const wanted = { permanentId: 'msg-f:12', id: '1a1e0159fe0fba47', key: 'c0ffee' };

/** A mailbox's host that answers by the first address that fits; every other request fails as offline. */
function host(answers: Record<string, Response | (() => Response)>) {
  const asked: Asked[] = [];
  const urls: string[] = [];
  const modes: (string | undefined)[] = [];
  const fetch = async (input: unknown, init?: RequestInit): Promise<Response> => {
    const url = String(input);
    urls.push(url);
    modes.push(init?.mode);
    const found = Object.entries(answers).find(([part]) => url.includes(part))?.[1];
    if (!found) throw new TypeError('Failed to fetch');
    return typeof found === 'function' ? found() : found;
  };
  return { asked, urls, modes, mailbox: { fetch: fetch as typeof globalThis.fetch, location } };
}

describe('asking for an original', () => {
  test('goes to the same account of the mailbox’s own host, and is told without the key', async () => {
    const { asked, urls, modes, mailbox } = host({ 'view=om': new Response(`<pre>${source}</pre>`) });
    expect(await askOriginal(mailbox, wanted, asked)).toMatchObject({
      messageId: 'mid:a1@mx.example',
      text: 'Hello',
    });
    expect(urls).toEqual(['https://mail.google.com/mail/u/1?ik=c0ffee&view=om&permmsgid=msg-f%3A12']);
    expect(modes).toEqual(['same-origin']);
    expect(asked).toMatchObject([{ ok: true, bytes: expect.any(Number) }]);
    expect(asked[0]?.url).not.toContain('c0ffee');
  });

  test('follows the page’s link where it shows no source', async () => {
    const { urls, asked, mailbox } = host({
      'view=om': new Response('<a href="/mail/u/1?view=att&amp;th=1a1e">Download</a>'),
      'view=att': new Response(source),
    });
    expect(await askOriginal(mailbox, wanted, asked)).toMatchObject({ text: 'Hello' });
    expect(urls).toHaveLength(2);
  });

  test('without a key asks for the file by the message’s id', async () => {
    const { urls, asked, mailbox } = host({ 'view=att': new Response(source) });
    expect(await askOriginal(mailbox, { ...wanted, key: null }, asked)).toMatchObject({
      messageId: 'mid:a1@mx.example',
    });
    expect(urls[0]).toContain('th=1a1e0159fe0fba47');
    expect(await askOriginal(mailbox, { ...wanted, key: null, id: 'place:2' }, [])).toBeNull();
  });

  const failures: [what: string, answers: Parameters<typeof host>[0]][] = [
    ['offline', {}],
    ['refused', { 'view=om': new Response('no', { status: 404 }) }],
    ['answered with a page to sign in', { 'view=om': new Response('<html>Sign in</html>') }],
    ['answered with nothing', { 'view=om': new Response(null) }],
    [
      'broken off',
      {
        'view=om': () =>
          new Response(
            new ReadableStream({
              start: (stream) => stream.error(new TypeError('network error')),
            }),
          ),
      },
    ],
  ];
  test.each(failures)('%s: there is none, and the request is told', async (_what, answers) => {
    const { asked, mailbox } = host(answers);
    expect(await askOriginal(mailbox, wanted, asked)).toBeNull();
    expect(asked).toHaveLength(1);
  });

  test('stops reading an endless answer, and then trusts its headers only', async () => {
    const { asked, mailbox } = host({ 'view=om': () => new Response(`${source}${'x'.repeat(5_000_000)}`) });
    expect(await askOriginal(mailbox, wanted, asked)).toMatchObject({
      messageId: 'mid:a1@mx.example',
      text: null,
    });
    expect(asked[0]?.bytes).toBeLessThan(5_000_100);
  });
});

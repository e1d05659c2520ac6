import { describe, expect, test } from 'vitest';
import { parseOriginal } from '../original/parse.ts';
import { askFile } from './ask.ts';

const origin = 'https://mail.google.com';
const location = { origin, pathname: '/mail/u/0/' };
const wanted = { permanentId: 'msg-f:1', id: '1a2b3c4d5e6f7a8b', key: 'ik' };
const card = {
  name: 'Quote.pdf',
  type: 'application/pdf',
  size: 10,
  url: `${origin}/mail/u/0?view=att&attid=0.1`,
};
const part = (headers: string, content: string) =>
  `--x\r\n${headers}\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(content)}\r\n`;
const source = [
  'Message-ID: <a@x.example>\r\nFrom: a@x.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n',
  part('Content-Type: text/html', 'Hello <img src="cid:logo1">'),
  part(
    'Content-Type: image/png; name="logo.png"\r\nContent-ID: <logo1>\r\nContent-Disposition: inline; filename="logo.png"',
    'PNG',
  ),
  part('Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="Quote.pdf"', 'first'),
  part(
    'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="Quote.pdf"',
    'second one',
  ),
  part(
    "Content-Type: application/vnd.ms-excel\r\nContent-Disposition: attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7.xls",
    'xls',
  ),
  part(
    'Content-Type: application/pkcs7-signature; name="smime.p7s"\r\nContent-Disposition: attachment; filename="smime.p7s"',
    'sig',
  ),
  '--x--\r\n',
].join('');

function mailbox(answer: (url: URL) => Response) {
  const asked: string[] = [];
  const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
    expect(init).toMatchObject({ mode: 'same-origin', credentials: 'same-origin' });
    asked.push(new URL(String(url)).searchParams.get('attid') ?? 'page');
    return answer(new URL(String(url)));
  };
  return { asked, fetch: fetch as typeof globalThis.fetch, location };
}
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const sentOn = (): never => {
  throw new TypeError('Failed to fetch');
};

describe('a file of a mail', () => {
  test('comes from where its card says', async () => {
    const box = mailbox(() => new Response('PDF'));
    const file = await askFile(box, wanted, [card], { name: 'Quote.pdf', nth: 0 });
    expect([text(file.bytes), file.type, box.asked]).toEqual(['PDF', 'application/pdf', ['0.1']]);
    expect(file.requests).toMatchObject([{ ok: true, bytes: 3 }]);
  });

  test('comes out of the mail’s source where the card’s address leads to another host', async () => {
    const box = mailbox((url) => (url.searchParams.get('attid') === '0.1' ? sentOn() : new Response(source)));
    const file = await askFile(box, wanted, [card, card], { name: 'Quote.pdf', nth: 1 });
    expect([text(file.bytes), box.asked]).toEqual(['second one', ['0.1', '0']]);
    expect(file.requests).toMatchObject([{ ok: false }, { ok: true }]);
    const chinese = await askFile(box, wanted, [], { name: '报价.xls', nth: 0 });
    expect(text(chinese.bytes)).toBe('xls');
  });

  test('comes out of the page that shows the source where that alone is given', async () => {
    const box = mailbox((url) =>
      url.searchParams.get('view') === 'om'
        ? new Response(`<pre>${source.replace('<a@x', '&lt;a@x')}</pre>`)
        : sentOn(),
    );
    const file = await askFile(box, wanted, [], { name: 'Quote.pdf', nth: 0 });
    expect(text(file.bytes)).toBe('first');
  });

  test.each([
    ['nothing answers', sentOn],
    ['a page to sign in answers', () => new Response('<html>Sign in</html>')],
    ['the source lacks it', () => new Response(source.replaceAll('Quote.pdf', 'Other.pdf'))],
  ])('is not there where %s', async (_what, answer) => {
    const asking = askFile(mailbox(answer), wanted, [], { name: 'Quote.pdf', nth: 0 });
    await expect(asking).rejects.toMatchObject({ code: 'file.unread' });
  });

  test('is given up as soon as it is too large', async () => {
    const box = mailbox(() => new Response(new Uint8Array(25_000_001)));
    const asking = askFile(box, wanted, [card], { name: 'Quote.pdf', nth: 0 });
    await expect(asking).rejects.toMatchObject({ code: 'file.too_large' });
  });
});

test('of a mail’s parts those are files that somebody attached: no picture of its text, no signature of the mail', async () => {
  expect((await parseOriginal(source, true)).attachments).toEqual([
    { name: 'Quote.pdf', type: 'application/pdf', size: 5 },
    { name: 'Quote.pdf', type: 'application/pdf', size: 10 },
    { name: '报价.xls', type: 'application/vnd.ms-excel', size: 3 },
  ]);
  expect((await parseOriginal(source, false)).attachments[0]).toMatchObject({ size: null });
});

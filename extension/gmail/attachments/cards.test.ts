import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { cardsIn, merged, readOffer } from './cards.ts';

const origin = 'https://mail.google.com';
const at = (url: string, name = 'Quote.pdf', size = '1.2 MB') =>
  `<span class="aZo" download_url="application/pdf:${name}:${url}"><a href="#"></a><div class="aQA"><span class="aV3">${name}</span></div><div class="aYp"><span class="SaH2Ve">${size}</span></div></span>`;
const own = `${origin}/mail/u/0?ui=2&amp;view=att&amp;th=1a&amp;attid=0.1`;
function shown(cards: string, inBody = '') {
  const { document } = parseHTML(
    `<body><div class="adn"><div class="a3s">${inBody}</div><div class="hq gt"><div class="aQH">${cards}</div></div></div></body>`,
  );
  const message = document.querySelector('.adn') as unknown as Element;
  return cardsIn(message, message.querySelector('.a3s'), origin);
}

describe('the files under a message', () => {
  test('have a name, a type, a size and an address of the mailbox’s own host', () => {
    expect(shown(at(own) + at(own, 'a:b.pdf', '300 KB'))).toEqual([
      {
        name: 'Quote.pdf',
        type: 'application/pdf',
        size: 1_200_000,
        url: `${origin}/mail/u/0?ui=2&view=att&th=1a&attid=0.1`,
      },
      expect.objectContaining({ name: 'a:b.pdf', size: 300_000 }),
    ]);
  });

  test.each([
    ['another host', 'https://evil.example/mail/u/0?view=att'],
    ['the same host under another name', 'https://mail.google.com.evil.example/mail/u/0?view=att'],
    ['something else than a file', `${origin}/mail/u/0?view=om&amp;permmsgid=1`],
    ['something else than the mailbox', `${origin}/chat?view=att`],
  ])('are never asked of %s', (_what, url) => expect(shown(at(url))).toMatchObject([{ url: null }]));

  test('are named by what stands on the card where the attribute was renamed', () => {
    const plain =
      '<span class="aZo"><div class="aQA"><span class="aV3">报价单.xlsx</span></div><div class="aYp"><span class="SaH2Ve">48 KB</span></div></span>';
    expect(shown(plain)).toEqual([{ name: '报价单.xlsx', type: null, size: 48_000, url: null }]);
  });

  test('stand under it: what the mail’s own markup calls a card is none', () => {
    expect(shown('', at(own))).toEqual([]);
    expect(shown('')).toEqual([]);
  });

  test('what is no offer of a file is none', () => {
    expect([readOffer(''), readOffer('application/pdf:x.pdf:javascript:1'), readOffer('x:y:z')]).toEqual([
      ...[null, null, null],
    ]);
  });
});

test('of the page and the source each tells what it knows better; what only the source has is a picture of the text', () => {
  const page = [
    { name: 'a.pdf', size: 1_200_000, type: null },
    { name: 'a.pdf', size: null, type: null },
  ];
  const source = [
    { name: 'logo.png', size: 5, type: 'image/png' },
    { name: 'a.pdf', size: 1_234_567, type: 'application/pdf' },
  ];
  expect(merged(page, source)).toEqual([
    { name: 'a.pdf', size: 1_234_567, type: 'application/pdf' },
    { name: 'a.pdf', size: null, type: null },
  ]);
  expect(merged([], source)).toEqual(source);
});

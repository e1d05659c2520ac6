import { describe, expect, test } from 'vitest';
import { type SenderLike, senderOf } from './sender.ts';

const self = { id: 'us', origin: 'chrome-extension://us' };
const page: SenderLike = {
  id: 'us',
  url: 'https://acme.com/team',
  origin: 'https://acme.com',
  frameId: 0,
  documentId: 'D',
  tab: { id: 7 },
};
const own: SenderLike = { id: 'us', url: 'chrome-extension://us/sidebar.html#n', origin: self.origin };

describe('a sender', () => {
  test.each<[string, SenderLike, string | null]>([
    ['our script in a top frame is content', page, 'content'],
    ['our script in a sub-frame is nobody', { ...page, frameId: 3 }, null],
    ['another extension is nobody', { ...page, id: 'them' }, null],
    ['a private window is nobody', { ...page, tab: { id: 7, incognito: true } }, null],
    ['a page without a tab is nobody', { ...page, tab: undefined }, null],
    ['a file is nobody', { ...page, url: 'file:///x.html', origin: 'null' }, null],
    ['our page in the side panel is own', own, 'own'],
    ['our page in a tab is own', { ...own, frameId: 0, tab: { id: 7 } }, 'own'],
    ['our page in a frame is a frame', { ...own, frameId: 4, documentId: 'F', tab: { id: 7 } }, 'frame'],
    [
      'a page that only claims our address in its path is content',
      { ...page, url: 'https://acme.com/chrome-extension://us/' },
      'content',
    ],
    ['our page in a private window is nobody', { ...own, frameId: 0, tab: { id: 7, incognito: true } }, null],
    ['one without an address is nobody', { id: 'us' }, null],
  ])('%s', (_, sender, kind) => {
    expect(senderOf(sender, self)?.kind ?? null).toBe(kind);
  });
});

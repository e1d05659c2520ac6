import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

/** As much of a browser's window as the module replaces something in. */
class Request {
  sent: string[] = [];
  #url = '';
  open(_method: string, url: string): void {
    this.#url = url;
  }
  setRequestHeader(): void {
    if (!this.#url) throw new Error('not opened');
  }
  send(): void {
    this.sent.push(this.#url);
  }
}
class Shelf {
  items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const queue = 'inboxsdk__persistentqueue_events';
const world = { XMLHttpRequest: Request };

beforeAll(async () => {
  vi.stubGlobal('window', world);
  vi.stubGlobal('Storage', Shelf);
  await import('./silence.ts');
});
afterAll(() => vi.unstubAllGlobals());

describe('InboxSDK’s reports', () => {
  const send = (url: string) => {
    const request = new world.XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader();
    request.send();
    return request.sent;
  };

  test('leave for none of its hosts', () => {
    expect(send('https://api.inboxsdk.com/api/v2/events/oauth')).toEqual([]);
    expect(send('https://api.inboxsdk.com/api/v2/errors')).toEqual([]);
    expect(send('https://pubsub.googleapis.com/v1/projects/x/topics/events:publish')).toEqual([]);
    expect(send('//api.inboxsdk.com/x')).toEqual([]);
    expect(send('https://')).toEqual([]);
  });

  test('are told from Gmail’s own requests, which go as before', () => {
    expect(send('/sync/u/0/i/fd')).toEqual(['/sync/u/0/i/fd']);
    expect(send('https://mail.google.com/mail/u/0?view=om')).toEqual([
      'https://mail.google.com/mail/u/0?view=om',
    ]);
  });

  test('are not put where another extension’s InboxSDK would send them, and its own stay there', () => {
    const shelf = new Shelf();
    shelf.items.set(queue, '["theirs"]');
    expect(shelf.getItem(queue)).toBeNull();
    shelf.setItem(queue, '["ours"]');
    shelf.removeItem(queue);
    expect(shelf.items.get(queue)).toBe('["theirs"]');
    shelf.setItem('inboxsdk__sidebar_ordering', '1');
    expect(shelf.getItem('inboxsdk__sidebar_ordering')).toBe('1');
  });
});

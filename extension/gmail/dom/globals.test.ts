import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { arrayStart, globalsOf } from './globals.ts';

const globals = (html: string) =>
  globalsOf(parseHTML(`<html>${html}</html>`).document as unknown as Document);

describe('what Gmail’s page says of itself', () => {
  test('stands where InboxSDK’s page part put it', () => {
    const head =
      '<head data-inboxsdk-user-email-address="a@b.example" data-inboxsdk-ik-value="0a1b"></head><body></body>';
    expect(globals(head)).toEqual({ account: 'a@b.example', key: '0a1b' });
  });
  test('is read from the inline script, with holes and nested values before it', () => {
    const script =
      '<head></head><body><script>var x=1;var GLOBALS=[,null,12,[1,["a"]],"gmail.en.x",{"k":[1,2]},"s,]","t","u","c0ffee5a3e","nora@fernhill.example",[]];</script></body>';
    expect(globals(script)).toEqual({ account: 'nora@fernhill.example', key: 'c0ffee5a3e' });
  });
  test('else the account comes from the switcher, then from the title, and the key from a request', () => {
    const banner =
      '<head><title>Inbox (3) - mia@fernhill.example - Mail</title></head><body><header role="banner"><a aria-label="Google Account: Nora (nora@fernhill.example)"></a></header></body>';
    expect(globals(banner)).toEqual({ account: 'nora@fernhill.example', key: null });
    const title =
      '<head><title>Inbox (3) - mia@fernhill.example - Mail</title></head><body><img src="?ui=2&ik=0a1b2c&attid=0.1"></body>';
    expect(globals(title)).toEqual({ account: 'mia@fernhill.example', key: '0a1b2c' });
  });
  test('is not run together with a name that stands beside it', () => {
    const banner =
      '<head></head><body><header role="banner"><div><a href="https://myaccount.google.com/">x</a><div>Nora Lind</div><div>nora@fernhill.example</div></div></header></body>';
    expect(globals(banner).account).toBe('nora@fernhill.example');
  });
  test('is nothing on a page that says nothing', () => {
    expect(globals('<head></head><body><script>GLOBALS=[</script></body>')).toEqual({
      account: null,
      key: null,
    });
  });
  test('holes count as entries', () => {
    expect(arrayStart(',,"a",\'b\'],["c"]')).toEqual([null, null, 'a', 'b']);
    expect(arrayStart('"a\\"b,c",1')).toEqual(['a\\"b,c', null]);
  });
});

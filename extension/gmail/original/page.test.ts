import { describe, expect, test } from 'vitest';
import { sourceIn, sourceLink } from './page.ts';

const source = 'Message-ID: <a1@mx.example>\nSubject: 1 &lt; 2\n\nBody &amp; more';

describe('the answer to a request for an original', () => {
  test('holds the source in the page’s marked part', () => {
    const page = `<html><pre>not this</pre><pre class="raw_message_text" id="raw_message_text">\n${source}</pre></html>`;
    expect(sourceIn(page)).toBe('Message-ID: <a1@mx.example>\nSubject: 1 < 2\n\nBody & more');
  });
  test('holds it in any other such part where the mark was renamed', () => {
    expect(sourceIn(`<table></table><pre>${source}</pre>`)).toMatch(/^Message-ID: <a1@mx\.example>/);
  });
  test('may be the bare source, with or without a mailbox line', () => {
    expect(sourceIn('Delivered-To: x@y\r\n\r\nhi')).toBe('Delivered-To: x@y\r\n\r\nhi');
    expect(sourceIn('From x@y Sat Nov 21\nSubject: hi\n\n')).toMatch(/^From x@y/);
  });
  test('is none where the page is about something else', () => {
    for (const answer of [
      '',
      '<html>Sign in</html>',
      '<pre>no header here</pre>',
      'Message not found',
      '<pre>',
    ]) {
      expect(sourceIn(answer)).toBeNull();
    }
  });
});

describe('the link to the whole source', () => {
  const origin = 'https://mail.google.com';
  test('is followed within the mailbox’s own host', () => {
    expect(sourceLink('<a href="/mail/u/1?view=att&amp;th=1a&amp;disp=comp">', origin)).toBe(
      'https://mail.google.com/mail/u/1?view=att&th=1a&disp=comp',
    );
    expect(sourceLink("<a href='?view=att&th=1a'>", origin)).toBe(
      'https://mail.google.com/mail/u/0/?view=att&th=1a',
    );
  });
  test('is followed nowhere else', () => {
    for (const href of [
      'https://evil.example/mail/?view=att',
      '//evil.example/mail/?view=att',
      'javascript:view=att',
      '/other?view=att',
    ]) {
      expect(sourceLink(`<a href="${href}">`, origin)).toBeNull();
    }
    expect(sourceLink('<p>none</p>', origin)).toBeNull();
  });
});

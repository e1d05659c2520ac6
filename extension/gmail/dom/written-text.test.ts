import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { mailReaders } from '../readers.ts';
import { textOfBody } from './body-text.ts';

const written = (html: string): string => {
  const { document } = parseHTML(`<div id="root">${html}</div>`);
  return mailReaders.newText(textOfBody(document.querySelector('#root') as unknown as Element));
};

test.each([
  [
    'Gmail, in a language that is not among ours',
    '<div>Yes, today.</div><div class="gmail_quote"><div class="gmail_attr">Mnamo Jumanne Ada aliandika hivi:</div><blockquote>Old</blockquote></div>',
  ],
  [
    'Thunderbird, in such a language',
    '<p>Yes, today.</p><div class="moz-cite-prefix">Mnamo Jumanne Ada aliandika hivi:</div><blockquote type="cite">Old</blockquote>',
  ],
  [
    'Outlook, its id prefixed by Gmail',
    '<p>Yes, today.</p><div id="m_-12divRplyFwdMsg"><b>From:</b> Ada<br><b>Sent:</b> Tuesday<br><b>To:</b> Mia<br><b>Subject:</b> x</div><div>Old</div>',
  ],
  ['Apple Mail', 'Yes, today.<blockquote type="cite">Old</blockquote>'],
  [
    'QQ',
    '<div>Yes, today.</div><includetail><div>------------------ 原始邮件 ------------------</div><div>发件人: "Ada" &lt;ada@acme.example&gt;;</div><div>Old</div></includetail>',
  ],
  [
    'NetEase',
    '<div>Yes, today.</div><div class="ntes-mailmaster-quote"><div>回复的原邮件</div><div>Old</div></div>',
  ],
  [
    'Proton',
    '<div>Yes, today.</div><div class="protonmail_quote">On Tuesday Ada wrote:<blockquote>Old</blockquote></div>',
  ],
  [
    'Yahoo',
    '<div>Yes, today.</div><div class="yahoo_quoted"><div>On Tuesday, Ada wrote:</div><div>Old</div></div>',
  ],
])('is what stands outside the quote of %s', (_, html) => expect(written(html)).toBe('Yes, today.'));

test.each([
  [
    'Gmail',
    '<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: Ada<br>Date: Tuesday<br>Subject: x<br>To: Mia<br></div><br>The offer.</div>',
  ],
  [
    'QQ',
    '<includetail><div>------------------ 转发邮件 ------------------</div><div>发件人: "Ada"</div><div>收件人: "Mia"</div><div>主题: x</div><div><br></div><div>The offer.</div></includetail>',
  ],
])('of a bare forward is what was forwarded: %s', (_, html) => expect(written(html)).toBe('The offer.'));

test('quotes nested ten thousand deep are read in time', () => {
  const spent = countEffort();
  expect(written(`Yes.${'<blockquote>'.repeat(10_000)}x${'</blockquote>'.repeat(10_000)}`)).toContain('Yes.');
  expect(spent()).toBeLessThan(600);
});

import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { hasFile } from './attachments.ts';

const body = (inner: string) => `<div g_editable="true">${inner}</div>`;

test.each([
  ['a file that was added', '<div class="GM"><input type="hidden" name="attach" value="1"></div>', true],
  ['a file that is still on its way', '<div role="progressbar"></div>', true],
  ['a link to Drive', body('<div class="gmail_chip gmail_drive_chip">Quote</div>'), true],
  ['a picture that was pasted', body('<img src="blob:x">'), true],
  ['a logo in a signature', body('<div class="gmail_signature"><img src="x"></div>'), false],
  ['a picture in an older mail', body('<div class="gmail_quote"><img src="x"></div>'), false],
  ['a link in an older mail', body('<blockquote><div class="gmail_chip">Old</div></blockquote>'), false],
  ['words alone', body('please find attached'), false],
])('%s', (_, html, found) => {
  const { document } = parseHTML(`<div id="window">${html}</div>`);
  expect(hasFile(document.querySelector('#window') as unknown as Element)).toBe(found);
});

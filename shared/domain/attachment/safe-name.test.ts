import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { endingOf } from './kind.ts';
import { isActive, safeName, shownName } from './safe-name.ts';

test.each([
  ['Quote.pdf', 'Quote.pdf'],
  ['报价单 (终).xlsx', '报价单 (终).xlsx'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Windows\\system.ini', 'C__Windows_system.ini'],
  // Shown as "invoiceexe.pdf" by whoever follows the mark.
  ['invoice\u202Efdp.exe', 'invoicefdp.exe.txt'],
  ['page.html', 'page.html.txt'],
  ['drawing.SVG', 'drawing.SVG.txt'],
  ['CON', '_CON'],
  ['aux.pdf', '_aux.pdf'],
  ['console.pdf', 'console.pdf'],
  ['trailing.exe. . ', 'trailing.exe.txt'],
  ['', 'file'],
  ['\u200b\u0007', 'file'],
  ['.htaccess', 'htaccess'],
  ['a\r\nContent-Type: x.pdf', 'aContent-Type_ x.pdf'],
] as const)('%j is saved as %j', (given, saved) => expect(safeName(given)).toBe(saved));

const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        ...['a', '报', '.', ' ', '/', '\\', ':', '\u202e', '\u2066', '\u0000', '\n', '\ud800', '😀'],
        ...['.html', '.exe', '.pdf', 'con', 'nul', 'LPT1', '*', '"', '%2f', '\u00a0', '\u200f', '~'],
      ),
      { maxLength: 200 },
    )
    .map((parts) => parts.join('')),
);

test('whatever a file is called, its saved name is one that every file system takes, opens nothing and hides nothing', () => {
  fc.assert(
    fc.property(names, (given) => {
      const saved = safeName(given);
      expect(saved).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(saved).not.toMatch(/^[. ]|[. ]$/);
      expect(saved.length).toBeGreaterThan(0);
      expect(new TextEncoder().encode(saved).length).toBeLessThanOrEqual(184);
      expect(isActive(saved)).toBe(false);
      expect(saved).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      expect(safeName(saved)).toBe(saved);
    }),
    { numRuns: 2_000 },
  );
});

test('an ending that is harmless stays, however long the name is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 300, maxLength: 400 }), (stem) => {
      expect(endingOf(safeName(`a${stem}.pdf`))).toBe('pdf');
    }),
    { numRuns: 200 },
  );
});

test('what is shown neither turns nor hides', () => {
  expect(shownName('invoice\u202Efdp.exe')).toBe('invoicefdp.exe');
  expect(shownName('\u2066\u200b')).toBe('file');
});

test('a name of nothing but dots and spaces up to its end is answered in time', () => {
  const spent = countEffort();
  safeName(`${'. '.repeat(50_000)}x!`);
  expect(spent()).toBeLessThan(200);
});

import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { isOfOneself, listedIn, mostListed } from './listed.ts';

const me = 'nora@fernhill.example';
const named = (email: string) => `<span class="yP" email="${email}" name="X">X</span>`;
const row = (...emails: string[]) =>
  `<tr class="zA" role="row"><td><div class="yW">${emails.map(named).join(', ')}</div></td></tr>`;
const page = (...rows: string[]) => `
  <div style="display:none"><table><tbody>${row('left@old.example')}</tbody></table></div>
  <div role="main"><table role="grid"><tbody>${rows.join('')}</tbody></table></div>`;
const read = (html: string) =>
  listedIn(parseHTML(`<html><body>${html}</body></html>`).document as unknown as Document, me);

describe('a list on the screen', () => {
  test('names everybody who wrote on it once, and not its own account, nor a list that was left', () => {
    const html = page(
      row('ada@acme.example', 'Nora+x@fernhill.example', 'Ben@ACME.example'),
      row('ada@acme.example'),
    );
    expect(read(html)).toEqual(['ada@acme.example', 'ben@acme.example']);
  });

  test('names them by their hover cards where Gmail dropped the attribute', () => {
    const html = page(row('ada@acme.example')).replaceAll(' email=', ' data-hovercard-id=');
    expect(read(html)).toEqual(['ada@acme.example']);
  });

  test('is bounded, and leaves out what is no address', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => row(`p${at}@x.example`));
    expect(read(page(row('nobody', `${'x'.repeat(5_000)}@x.example`), ...many))).toHaveLength(mostListed);
  });

  test('is nobody where there is none', () => {
    expect(read('<p>Loading</p>')).toEqual([]);
  });

  test.each([
    ['#sent', true],
    ['#drafts/1', true],
    ['#inbox', false],
    ['#label/sent', false],
  ])('%s: its rows name whom one wrote to: %s', (hash, expected) => {
    expect(isOfOneself({ hash })).toBe(expected);
  });
});

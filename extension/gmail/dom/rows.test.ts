import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { partsOf, readRow, rowPlace, rowsIn } from './rows.ts';

const inbox = { hash: '#inbox' };
const nothing = () => ({});
const ids = (id: string) =>
  `data-thread-id="#thread-f:${BigInt(`0x${id}`)}" data-legacy-thread-id="${id}" data-legacy-last-message-id="${id}"`;
type Row = { id?: string; names?: string; subject?: string; count?: string; look?: string; date?: string };
const named = (email: string, name = email.split('@', 1)[0]) =>
  `<span email="${email}" name="${name}">${name}</span>`;
const row = ({
  id = '1a1e',
  names = named('ada@acme.example', 'Ada'),
  subject = 'Offer',
  count = '',
  look = 'yO',
  date = 'Fri, Nov 20, 2026, 9:35 AM',
}: Row = {}) => `
  <tr class="zA ${look}" id=":1"><td><div role="checkbox"></div></td>
    <td class="yX"><div class="yW">${names}${count}</div></td>
    <td class="a4W"><div class="xS"><div class="xT"><div class="y6"><span class="bog" id=":t"><span ${ids(id)}>${subject}</span></span></div></div></div></td>
    <td class="xW"><span title="${date}">Nov 20</span></td></tr>`;
const split = (id: string, email: string) => `
  <tr class="zA apv" id=":1"><td><div role="checkbox"></div></td><td><div class="yW">${named(email)}</div><div class="apm"><span title="Fri, Nov 20, 2026, 9:35 AM"></span></div></td></tr>
  <tr class="zA"><td><div class="xS"><div class="xT"><div class="y6"><span id=":t"><span ${ids(id)}>Offer</span></span></div></div></div></td></tr>
  <tr class="zA apw"><td><div class="apu"></div></td></tr>`;

const page = (rows: string) =>
  parseHTML(`<html><body><div role="main"><table><tbody>${rows}</tbody></table></div></body></html>`)
    .document as unknown as Document;
const read = (rows: string, location = inbox) =>
  rowsIn(page(rows)).map((each) => readRow(partsOf(each), location, nothing));

describe('a row', () => {
  test('tells its conversation, people, subject, date, count and whether it is unread', () => {
    const names = `${named('me@fernhill.example', 'me')}, ${named('ada@acme.example', 'Ada Lind')}`;
    expect(read(row({ names, count: '<span class="bx0">12</span>', look: 'zE' }))).toEqual([
      {
        id: '1a1e',
        lastId: '1a1e',
        subject: 'Offer',
        people: [
          { email: 'me@fernhill.example', name: 'me' },
          { email: 'ada@acme.example', name: 'Ada Lind' },
        ],
        to: false,
        at: new Date(2026, 10, 20, 9, 35).getTime(),
        count: 12,
        unread: true,
        draft: false,
      },
    ]);
  });

  test.each<[string, Row, Record<string, unknown>]>([
    ['of one message has a count of one', {}, { count: 1 }],
    ['whose date is in no known form has none', { date: 'yesterday' }, { at: null }],
    [
      'of a draft says so',
      { names: `${named('ada@acme.example')}, <span class="boq">Draft</span>` },
      { draft: true, to: false },
    ],
    ['that names whom one wrote to says so', { names: `To: ${named('ada@acme.example')}` }, { to: true }],
    [
      'with a name that is an address has no name',
      { names: named('ada@acme.example', 'ada@acme.example') },
      { people: [{ email: 'ada@acme.example', name: null }] },
    ],
    [
      'with markup for a subject has it as text',
      { subject: '&lt;script&gt;alert(1)&lt;/script&gt;' },
      { subject: '<script>alert(1)</script>' },
    ],
  ])('%s', (_, some, expected) => {
    expect(read(row(some))[0]).toMatchObject(expected);
  });

  test('in Sent names whom one wrote to', () => {
    expect(read(row(), { hash: '#sent' })[0]?.to).toBe(true);
  });

  test('is read by its other id where Gmail dropped the one, and not at all without any', () => {
    const html = row({ id: '1a1e' });
    expect(read(html.replace('data-legacy-thread-id', 'data-gone'))[0]?.id).toBe('1a1e');
    expect(
      read(html.replace('data-legacy-thread-id', 'data-gone').replace('data-thread-id', 'data-gone2')),
    ).toEqual([]);
  });

  test('takes from elsewhere only what it does not tell itself', () => {
    const [first] = rowsIn(page(row({ names: '' })));
    const better = {
      id: 'ffff',
      subject: 'Other',
      people: [{ email: 'ben@acme.example', name: 'Ben' }],
      count: 3,
    };
    expect(first && readRow(partsOf(first), inbox, () => better)).toMatchObject({
      id: '1a1e',
      subject: 'Offer',
      people: better.people,
      count: 3,
    });
  });

  test('is no heading of an open thread', () => {
    expect(read(`<tr><td><h2 ${ids('1a1e')}>Offer</h2></td></tr>`)).toEqual([]);
  });

  test('keeps what is made up of a forged row within bounds', () => {
    const names = Array.from({ length: 50 }, (_, at) => named(`p${at}@x.example`)).join('');
    const [seen] = read(
      row({ names, subject: 'x'.repeat(5_000), count: '<span class="bx0">99999999</span>' }),
    );
    expect(seen?.people).toHaveLength(20);
    expect(seen?.subject).toHaveLength(1_000);
    expect(seen?.count).toBe(10_000);
    expect(read(row().replace('data-legacy-thread-id="1a1e"', 'data-legacy-thread-id="<b>"'))).toEqual([
      null,
    ]);
  });
});

describe('in the vertical split', () => {
  const rows = rowsIn(page(`${split('1a1e', 'ada@acme.example')}${split('2b2f', 'ben@acme.example')}`));

  test('three table rows are one conversation, and none of the next', () => {
    expect(rows.map((each) => partsOf(each).length)).toEqual([3, 3]);
    expect(rows.map((each) => readRow(partsOf(each), inbox, nothing))).toMatchObject([
      { id: '1a1e', people: [{ email: 'ada@acme.example' }], subject: 'Offer' },
      { id: '2b2f', people: [{ email: 'ben@acme.example' }], subject: 'Offer' },
    ]);
  });

  test('labels stand in the last of them', () => {
    expect(rows.map((each) => rowPlace(partsOf(each))?.in.className)).toEqual(['apu', 'apu']);
  });

  test('a row that names nobody takes no part of the one above it', () => {
    const all = rowsIn(page(`${row({ id: '1a1e' })}${row({ id: '2b2f', names: 'Draft' })}`));
    expect(all.map((each) => partsOf(each).length)).toEqual([1, 1]);
    expect(readRow(partsOf(all[1] as HTMLElement), inbox, nothing)).toMatchObject({ id: '2b2f', people: [] });
  });
});

test('a place is found where Gmail renamed everything but the ids', () => {
  const bare = row().replaceAll(/ class="[^"]*"/g, '');
  const [first] = rowsIn(page(bare));
  const place = first && rowPlace(partsOf(first));
  expect(place?.before?.textContent).toBe('Offer');
});

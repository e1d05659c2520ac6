import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { threadIn } from './thread.ts';

const me = 'nora@fernhill.example';

// Gmail's page as far as we read it, written after gmail.md's list of what InboxSDK needs.
const head = (name: string, email: string, to = '') => `
  <table><tr class="acZ"><td class="gF"><h3 class="iw"><span class="gD" email="${email}" name="${name}" data-hovercard-id="${email}">${name}</span></h3></td>
  <td class="gH"><div class="gK"><span class="g3" title="Sat, Nov 21, 2026, 9:17 PM">9:17 PM</span></div></td></tr>
  <tr><td><span class="hb">to ${to}</span></td></tr></table>`;
const to = (name: string, email: string) =>
  `<span class="g2" email="${email}" name="${name}" data-hovercard-id="${email}">${name}</span>`;

const page = `
<div class="aeF"><div class="nH">
  <div class="nH" style="display:none"><h2 class="hP" data-legacy-thread-id="dead">Hidden</h2></div>
  <div class="nH" role="main"><div class="g id"><div class="nH a98 iY">
    <div class="ha"><h2 class="hP" data-thread-perm-id="thread-f:1881861111112227399" data-legacy-thread-id="1a1e0159fe01f8aa">Renewal of
      the contract</h2></div>
    <div role="list">
      <div class="kv" role="listitem"><div class="adf ads" data-message-id="#msg-f:1881861111112227400" data-legacy-message-id="1a1e0159fe0fba47">
        ${head('Ada Okafor', 'ada@acme.example')}<div class="iA g6">Hi Nora, …</div></div></div>
      <div class="h7" role="listitem"><div class="adn ads" data-message-id="#msg-f:1881861111112227401" data-legacy-message-id="1a1ffb79dd03fa3e">
        ${head('Ben Ruiz', 'ben@acme.example', `${to('me', me)}, ${to('Ada', 'ada@acme.example')}, ${to('Ben', 'ben@acme.example')}`)}
        <div class="ii gt"><div class="a3s aiL">See <span email="trap@evil.example" name="Trap">this</span></div></div>
        <div class="ip adB"><form>${to('Draft', 'draft@acme.example')}</form></div></div></div>
      <div class="h7" role="listitem"><div class="adn ads" data-message-id="#msg-a:r-77"><div class="ip"><form>${to('X', 'x@acme.example')}</form></div></div></div>
    </div>
  </div></div></div>
</div></div>`;

const read = (html: string) =>
  threadIn(parseHTML(`<html><body>${html}</body></html>`).document as unknown as Document, me);

describe('the open thread', () => {
  test('is read with subject, ids, people and what is loaded', () => {
    const thread = read(page);
    expect(thread).toMatchObject({ id: '1a1e0159fe01f8aa', subject: 'Renewal of the contract' });
    expect(
      thread?.messages.map(({ element: _, body, ...rest }) => ({ ...rest, loaded: body !== null })),
    ).toEqual([
      {
        id: '1a1e0159fe0fba47',
        permanentId: 'msg-f:1881861111112227400',
        loaded: false,
        clipped: false,
        from: { name: 'Ada Okafor', email: 'ada@acme.example' },
        to: [],
        dateTitle: 'Sat, Nov 21, 2026, 9:17 PM',
      },
      {
        id: '1a1ffb79dd03fa3e',
        permanentId: 'msg-f:1881861111112227401',
        loaded: true,
        clipped: false,
        from: { name: 'Ben Ruiz', email: 'ben@acme.example' },
        to: [
          { name: null, email: me },
          { name: 'Ada', email: 'ada@acme.example' },
        ],
        dateTitle: 'Sat, Nov 21, 2026, 9:17 PM',
      },
    ]);
  });

  test('is none on a list, whose rows carry ids too', () => {
    const row = `<div role="main"><div gh="tl"><table><tr class="zA" id=":1"><td class="yX"><span email="ada@acme.example" name="Ada"></span></td>
      <td><span data-thread-id="#thread-f:1" data-legacy-thread-id="1a1e">Hi</span></td></tr></table></div></div>`;
    expect(read(row)).toBeNull();
    expect(read('')).toBeNull();
  });

  test('is read beside the list in a reading pane', () => {
    const pane = page.replace(
      'role="main">',
      'role="main"><table><tr class="zA" id=":1"><td><span data-thread-id="#thread-f:1" data-legacy-thread-id="beef" email="row@x.example">Row</span></td></tr></table>',
    );
    expect(read(pane)).toMatchObject({ id: '1a1e0159fe01f8aa', messages: [{ id: '1a1e0159fe0fba47' }, {}] });
  });

  test('tells a clipped message by its link to the whole', () => {
    const clipped = page.replace(
      'See ',
      '<div class="iX">[Message clipped] <a href="?ui=2&view=lg&msg=1">View entire message</a></div>',
    );
    expect(read(clipped)?.messages.map((message) => message.clipped)).toEqual([false, true]);
  });
});

describe('when Gmail renames something', () => {
  const whole = read(page);
  const people = (html: string) =>
    read(html)?.messages.map(({ from, to: others }) => [from?.email, ...others.map(({ email }) => email)]);
  const withoutClass = (name: string) =>
    page.replace(
      /class="([^"]*)"/g,
      (_, all: string) =>
        `class="${all
          .split(' ')
          .filter((each) => each !== name)
          .join(' ')}"`,
    );
  const withoutAttribute = (name: string) => page.replace(new RegExp(` ${name}="[^"]*"`, 'g'), '');

  const classes = [
    ...new Set([...page.matchAll(/class="([^"]*)"/g)].flatMap(([, all]) => (all ?? '').split(' '))),
  ];
  test.each(classes)('class %s gone: the thread, its ids and its people are still read', (name) => {
    const thread = read(withoutClass(name));
    expect(thread).toMatchObject({ id: whole?.id, subject: whole?.subject });
    expect(thread?.messages.map(({ id }) => id)).toEqual(whole?.messages.map(({ id }) => id));
    expect(people(withoutClass(name))).toEqual(people(page));
  });

  test.each([
    'data-legacy-thread-id',
    'data-thread-perm-id',
    'data-legacy-message-id',
    'data-message-id',
    'email',
    'name',
    'data-hovercard-id',
    'title',
  ])('attribute %s gone: the thread and its people are still read', (name) => {
    expect(read(withoutAttribute(name))).toMatchObject({ subject: whole?.subject });
    expect(people(withoutAttribute(name))).toEqual(people(page));
  });

  test('ids come from whichever attribute is left', () => {
    expect(read(withoutAttribute('data-legacy-thread-id'))?.id).toBe(1881861111112227399n.toString(16));
    expect(read(withoutAttribute('data-legacy-message-id'))?.messages[0]?.id).toBe(
      1881861111112227400n.toString(16),
    );
    expect(read(withoutAttribute('data-message-id'))?.messages[0]?.id).toBe('1a1e0159fe0fba47');
  });
});

import { describe, expect, it } from 'vitest';
import type { Account } from '../../fixtures/sample/cast.ts';
import { headerDate } from './dates.ts';
import { openMailbox, shownBody, type ThreadData } from './mailbox.ts';
import { openOffice } from './office.ts';
import { type StandIn, standInGmail } from './standin.ts';

const now = new Date('2026-11-21T20:00:00Z');
const ask = (standIn: StandIn, path: string, body: unknown = null) =>
  standIn.handle({
    method: body === null ? 'GET' : 'POST',
    url: `https://mail.google.com${path}`,
    headers: {},
    body: body === null ? null : JSON.stringify(body),
  });
const threadsOf = async (standIn: StandIn, at = '/u/0'): Promise<ThreadData[]> =>
  JSON.parse((await ask(standIn, `/_sample/mailbox.json?at=${at}`)).body) as ThreadData[];
const original = async (account: Account, key: string): Promise<string> => {
  const standIn = standInGmail({ account, now });
  const message = (await threadsOf(standIn))
    .flatMap(({ messages }) => messages)
    .find((each) => each.key === key);
  const answer = await ask(standIn, `/mail/u/0?ik=x&view=att&th=${message?.id}&disp=comp&safe=1&zw`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const header = (raw: string, name: string) =>
  raw
    .split('\r\n\r\n')[0]
    ?.replace(/\r\n[ \t]/g, ' ')
    .match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1];
const partOf = (raw: string, type: string): string => {
  const part = raw.split(/\r\n--[^\r\n]+/).find((each) => each.includes(`Content-Type: ${type}`)) ?? '';
  const [head = '', ...rest] = part.trimStart().split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (head.includes('base64')) return Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
};

describe('the two sample mailboxes', () => {
  const office = openOffice(now);
  const owner = openMailbox('owner', office);
  const mia = openMailbox('mia', office);
  const messagesOf = (mailbox: typeof owner) =>
    new Map(
      mailbox
        .threads()
        .flatMap(({ messages }) => messages)
        .map((each) => [each.key, each]),
    );

  it('hold at least fifteen conversations each, most of them the same', () => {
    expect(owner.threads().length).toBeGreaterThanOrEqual(15);
    expect(mia.threads().length).toBeGreaterThanOrEqual(15);
    const shared = [...messagesOf(owner).keys()].filter((key) => messagesOf(mia).has(key));
    expect(shared.length).toBeGreaterThanOrEqual(10);
  });

  it('give the same mail other ids and other seconds, but one Message-ID', () => {
    const theirs = messagesOf(mia);
    let differing = 0;
    for (const [key, mine] of messagesOf(owner)) {
      const other = theirs.get(key);
      if (!other) continue;
      expect(other.id).not.toBe(mine.id);
      expect(other.permId).not.toBe(mine.permId);
      if (other.at !== mine.at) differing++;
      expect(owner.find(mine.id)?.mail.messageId).toBe(mia.find(other.id)?.mail.messageId);
    }
    expect(differing).toBeGreaterThan(8);
  });

  it('append a list’s footer in the mailbox of its member only', () => {
    const bodyIn = (mailbox: typeof owner) => JSON.stringify(messagesOf(mailbox).get('list-1')?.body);
    expect(bodyIn(mia)).toContain('You received this message because');
    expect(bodyIn(owner)).not.toContain('You received this message because');
  });

  it('keep their ids when they are opened again with the same now', () => {
    expect(openMailbox('owner', openOffice(now)).threads()).toEqual(owner.threads());
  });

  it('let a mail that one sends arrive with the other', async () => {
    const standIn = standInGmail({ now });
    const message = [
      'msg-a:r42',
      null,
      [[1, 'mia@fernhill.example', 'Mia Chen']],
      [],
      [],
      null,
      null,
      'Lunch?',
      [null, [[null, '<div>At noon &amp; outside?</div>']]],
      null,
      ['^pfg'],
    ];
    const answer = await ask(standIn, '/sync/u/0/i/s', [null, [[[1, ['thread-a:r42', [null, [message]]]]]]]);
    expect(answer.status).toBe(200);
    const [arrived] = await threadsOf(standIn, '/u/1');
    expect(arrived?.subject).toBe('Lunch?');
    expect(JSON.stringify(arrived?.messages[0]?.body)).toContain('At noon & outside?');
  });
});

describe('an original', () => {
  it('carries the whole header block, names in RFC 2047 words, and the text', async () => {
    const raw = await original('owner', 'qinghe-1');
    expect(header(raw, 'Message-ID')).toMatch(/^<[0-9a-f]{20}\.qinghe-1@qinghe\.example>$/);
    expect(header(raw, 'From')).toMatch(/^=\?UTF-8\?B\?.+\?= <wang\.xiaolin@qinghe\.example>$/);
    expect(header(raw, 'Date')).toMatch(/ \+0800$/);
    expect(header(raw, 'Cc')).toContain('nora@fernhill.example');
    expect(partOf(raw, 'text/plain')).toContain('叶面湿度传感器');
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThan(999);
  });

  it('is whole for a clipped mail, of which the page holds only the beginning', async () => {
    const owner = openMailbox('owner', openOffice(now));
    const clipped = owner
      .threads()
      .flatMap(({ messages }) => messages)
      .find((each) => each.clipped);
    expect(clipped).toBeDefined();
    expect(JSON.stringify(clipped && shownBody(clipped))).not.toContain('Summary: 159');
    expect(partOf(await original('owner', 'clipped-1'), 'text/plain')).toContain('Summary: 159 of 160');
  });

  it('shows markup in names and subjects as text', async () => {
    const standIn = standInGmail({ now });
    const message = (await threadsOf(standIn))
      .flatMap(({ messages }) => messages)
      .find((each) => each.key === 'markup-1');
    const page = await ask(
      standIn,
      `/mail/u/0?ik=x&view=om&permmsgid=${encodeURIComponent(message?.permId ?? '')}`,
    );
    expect(page.body).not.toMatch(/<img|<script|<svg/);
    expect(page.body).toMatch(/^Message-ID:\s+\S+\s*$/m);
  });

  it('is not to be had after a page was opened with om=off', async () => {
    const standIn = standInGmail({ now });
    const id = (await threadsOf(standIn))[0]?.messages[0]?.id;
    await ask(standIn, '/mail/u/0/?om=off');
    expect((await ask(standIn, `/mail/u/0?view=om&th=${id}`)).status).toBe(404);
    await ask(standIn, '/mail/u/0/');
    expect((await ask(standIn, `/mail/u/0?view=om&th=${id}`)).status).toBe(200);
  });

  it('says its date as mail does, in the sender’s zone', () => {
    expect(headerDate(Date.parse('2026-09-03T09:05:07Z'), 'America/New_York')).toBe(
      'Thu, 3 Sep 2026 05:05:07 -0400',
    );
    expect(headerDate(Date.parse('2026-01-13T09:05:07Z'), 'UTC')).toBe('Tue, 13 Jan 2026 09:05:07 +0000');
  });
});

describe('the handler', () => {
  it('finds a thread by its decimal id and by a Message-ID, and refuses the form of before 2022', async () => {
    const standIn = standInGmail({ now });
    const [thread] = await threadsOf(standIn);
    const key = thread?.messages[0]?.key ?? '';
    const messageId = openMailbox('owner', openOffice(now)).find(thread?.messages[0]?.id ?? '')?.mail
      .messageId;
    for (const words of [`threadid:${BigInt(`0x${thread?.id}`)}`, `rfc822msgid:<${messageId}>`]) {
      const answer = await ask(standIn, '/sync/u/0/i/bv?rt=r&pt=ji', [[null, 51, null, words]]);
      const found = JSON.parse(answer.body)[2] as [unknown[]][];
      expect(
        found.map(([each]) => each[19]),
        `${words} of ${key}`,
      ).toEqual([thread?.id]);
    }
    expect((await ask(standIn, '/sync/u/0/i/bv', { 1: { 4: 'x' } })).status).toBe(400);
    expect((await ask(standIn, '/sync/u/0/i/fd', { 1: [] })).status).toBe(400);
  });

  it('answers nothing outside its own files', async () => {
    const standIn = standInGmail({ now });
    for (const path of [
      '/_sample/page/../standin.ts',
      '/_sample/page/%2e%2e/standin.ts',
      '/_sample/standin.ts',
      '/other',
    ]) {
      expect((await ask(standIn, path)).status, path).toBe(404);
    }
  });

  it('escapes what it writes into the page', async () => {
    const page = await ask(standInGmail({ now }), '/mail/u/0/?hl="><script>x</script>');
    expect(page.body).not.toContain('<script>x');
  });
});

describe('files of a mail', () => {
  it('are parts of its original, shown as cards but for pictures of the text, and had elsewhere than here', async () => {
    const raw = await original('owner', 'brightwater-2');
    expect(header(raw, 'Content-Type')).toMatch(/^multipart\/mixed/);
    expect(raw.includes('filename="image001.png"')).toBe(true);
    expect(partOf(raw, 'text/html').includes('<img src="cid:logo-brightwater">')).toBe(true);
    expect(partOf(raw, 'text/plain').includes('Samir needs the delivery date')).toBe(true);
    const standIn = standInGmail({ account: 'owner', now });
    const message = (await threadsOf(standIn))
      .flatMap(({ messages }) => messages)
      .find(({ key }) => key === 'brightwater-2');
    expect(message?.files.map(({ name }) => name)).toHaveLength(2);
    const answer = await ask(standIn, `/mail/u/0?view=att&attid=0.1&th=${message?.id}`);
    expect(answer).toMatchObject({ status: 302 });
    expect(answer.headers.location).toContain('googleusercontent.com');
  });
});
